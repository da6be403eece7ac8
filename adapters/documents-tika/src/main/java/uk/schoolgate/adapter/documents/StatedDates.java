package uk.schoolgate.adapter.documents;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads dates as schools write them: "17 September 2025", "Sept 2025", "17/09/25", "2025-09-17", "Autumn term 2025". */
final class StatedDates {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String CENTURY = "20";

    /** A way to write a date. */
    private record Form(Pattern pattern, Function<MatchResult, Optional<LocalDate>> reading) {
        Form(String pattern, Function<MatchResult, Optional<LocalDate>> reading) {
            this(Pattern.compile(pattern), reading);
        }
    }

    private record Found(int at, Optional<LocalDate> date) {}

    private static final List<Form> FORMS = List.of(
            new Form(
                    "(?:(\\d{1,2})(?:st|nd|rd|th)? )?(" + String.join("|", MONTHS) + ")[a-z]{0,6},?\\s+(\\d{4})",
                    match -> date(match.group(3), MONTHS.indexOf(match.group(2)) + 1, match.group(1))),
            figures("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})"),
            // Between dots, a short year is one behind two figures only: "1.2.25" is a version.
            figures("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{2})"),
            figures("(\\d{2})\\.(\\d{2})\\.(\\d{2})"),
            new Form(
                    "(\\d{4})-(\\d{2})-(\\d{2})",
                    match -> date(match.group(1), number(match.group(2)), match.group(3))),
            new Form(
                    "(autumn|spring|summer)(?: term)? (\\d{4})",
                    match -> date(match.group(2), lastMonthOf(match.group(1)), "1")));

    private StatedDates() {}

    /** The first date in a text. */
    static Optional<LocalDate> firstIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return FORMS.stream()
                .flatMap(form -> found(form, lower))
                .min(Comparator.comparingInt(Found::at))
                .flatMap(Found::date);
    }

    private static Stream<Found> found(Form form, String text) {
        return form.pattern()
                .matcher(text)
                .results()
                .limit(1)
                .map(match -> new Found(match.start(), form.reading().apply(match)));
    }

    private static Form figures(String pattern) {
        return new Form(
                "(?<![\\d./-])" + pattern + "(?![\\d/-]|\\.\\d)",
                match -> date(year(match.group(3)), number(match.group(2)), match.group(1)));
    }

    private static String year(String figures) {
        return figures.length() == 2 ? CENTURY + figures : figures;
    }

    private static int number(String figures) {
        return Integer.parseInt(figures);
    }

    private static int lastMonthOf(String term) {
        return switch (term) {
            case "spring" -> 3;
            case "summer" -> 7;
            default -> 12;
        };
    }

    private static Optional<LocalDate> date(String year, int month, @Nullable String day) {
        int dayOfMonth = day == null ? 1 : number(day);
        boolean exists = month >= 1
                && month <= 12
                && dayOfMonth >= 1
                && dayOfMonth <= YearMonth.of(number(year), month).lengthOfMonth();
        return exists ? Optional.of(LocalDate.of(number(year), month, dayOfMonth)) : Optional.empty();
    }
}
