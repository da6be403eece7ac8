package uk.schoolgate.core.handoff;

import java.util.Locale;
import java.util.regex.Pattern;
import uk.schoolgate.core.school.SchoolCode;

/**
 * The reference of an incident, such as {@code ALD-26-0042}: school, year of confirmation, running number.
 *
 * @param value the whole
 */
public record Reference(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2,5}-[0-9]{2}-[0-9]{4,}");
    private static final int CENTURY = 100;

    public Reference {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a reference looks like ALD-26-0042");
        }
    }

    /** The reference with that number in that year of that school. */
    public static Reference of(SchoolCode school, int year, int number) {
        return new Reference(
                "%s-%02d-%04d".formatted(school.value(), year % CENTURY, number).toUpperCase(Locale.ROOT));
    }

    /** The running number within its school and year, from 1. */
    public int number() {
        return Integer.parseInt(value.substring(value.lastIndexOf('-') + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
