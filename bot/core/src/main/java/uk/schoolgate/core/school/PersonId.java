package uk.schoolgate.core.school;

import java.util.regex.Pattern;

/**
 * The school's own key for a person: a phone number in E.164 ({@code +447700900131}), a staff id of
 * {@code roll/staff.csv} ({@code S02}), or the platform's opaque id where neither is known.
 *
 * <p>It is personal data: {@link #toString()} shows only enough of it to tell two people apart in a log.
 *
 * @param value the key, never blank
 */
public record PersonId(String value) {
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final int SHOWN = 2;
    private static final String UNKNOWN = "forwarded:";

    public PersonId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a person needs a phone number or a staff id");
        }
    }

    /**
     * Stands for whoever wrote a message that somebody else sent on: nobody that the school has a key for, and never the
     * same twice.
     *
     * @param message id of the message
     */
    public static PersonId unknown(String message) {
        return new PersonId(UNKNOWN + message);
    }

    /** Whether it stands for somebody whom nobody knows. */
    public boolean isUnknown() {
        return value.startsWith(UNKNOWN);
    }

    /** Whether this is a phone number in E.164. */
    public boolean isPhone() {
        return PHONE.matcher(value).matches();
    }

    @Override
    public String toString() {
        return isPhone() ? "+…" + value.substring(value.length() - SHOWN) : value;
    }
}
