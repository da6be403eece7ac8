package uk.schoolgate.core.concern;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.school.SchoolCode;

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
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((school.value() + "\n" + message.value()).getBytes(StandardCharsets.UTF_8));
            return new ConcernId(
                    "C" + HexFormat.of().formatHex(hash, 0, HASH_BYTES).toUpperCase(Locale.ROOT));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
