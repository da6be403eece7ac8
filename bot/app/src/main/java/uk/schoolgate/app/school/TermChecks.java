package uk.schoolgate.app.school;

import java.util.List;
import java.util.stream.IntStream;
import uk.schoolgate.core.school.BankHolidays;
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
                    .flatMap(year -> BankHolidays.of(year).stream())
                    .filter(day -> !day.isBefore(term.from()) && !day.isAfter(term.to()))
                    .forEach(day -> problems.add(Problem.warning(
                            YAML,
                            "term-dates: the term from " + term.from() + " holds the bank holiday " + day
                                    + ", which counts as a school day; end the term before it and begin another"
                                    + " after it, for INSET days too")));
        }
    }
}
