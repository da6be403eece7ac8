package uk.schoolgate.app.school;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.schoolgate.core.school.Term;

/** Checks whether term dates leave out the days on which a school is closed in the midst of a term. */
final class TermChecks {
    private static final String YAML = SchoolYamlReader.FILE;

    private TermChecks() {}

    static void run(List<Term> terms, Problems problems) {
        if (terms.isEmpty()) {
            problems.add(Problem.warning(
                    YAML,
                    "gives no term-dates: holidays, bank holidays and INSET days count as school days, so reminders"
                            + " and deadlines come too early"));
        }
        for (Term term : terms) {
            IntStream.rangeClosed(term.from().getYear(), term.to().getYear())
                    .boxed()
                    .flatMap(TermChecks::bankHolidays)
                    .filter(day -> !day.isBefore(term.from()) && !day.isAfter(term.to()))
                    .forEach(day -> problems.add(Problem.warning(
                            YAML,
                            "term-dates: the term from " + term.from() + " holds the bank holiday " + day
                                    + ", which counts as a school day; end the term before it and begin another"
                                    + " after it, for INSET days too")));
        }
    }

    /** Those of England and Wales that can fall in a term. */
    private static Stream<LocalDate> bankHolidays(int year) {
        LocalDate easter = easter(year);
        return Stream.of(
                easter.minusDays(2),
                easter.plusDays(1),
                LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)),
                LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
    }

    /** By Gauss's rule in Butcher's form. */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int g = (8 * b + 13) / 25;
        int h = (19 * a + b - b / 4 - g + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int number = h + l - 7 * m + 114;
        return LocalDate.of(year, number / 31, number % 31 + 1);
    }
}
