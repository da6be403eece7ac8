package uk.schoolgate.core.school;

import java.util.regex.Pattern;

/**
 * A school's short code, such as {@code ALD}: the prefix of its references and of everything stored for it, so that two
 * schools on one bot can never read each other's data.
 *
 * @param value two to five capital letters
 */
public record SchoolCode(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2,5}");

    public SchoolCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a school code is two to five capital letters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
