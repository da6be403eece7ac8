package uk.schoolgate.core.concern;

import java.util.Locale;
import java.util.regex.Pattern;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.text.Fingerprint;

/**
 * The id of a concern, made from the message that raised it: the same message can only ever raise one.
 *
 * @param value "C" and 16 hex digits
 */
public record ConcernId(String value) {
    private static final Pattern FORM = Pattern.compile("C[0-9A-F]{16}");
    private static final int HASH_BYTES = 8;

    public ConcernId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of a concern");
        }
    }

    /** The id of the concern that this message raises. */
    public static ConcernId of(SchoolCode school, EventId message) {
        String hash = Fingerprint.of(school.value() + "\n" + message.value(), HASH_BYTES);
        return new ConcernId("C" + hash.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }
}
