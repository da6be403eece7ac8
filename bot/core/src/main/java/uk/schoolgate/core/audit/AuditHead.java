package uk.schoolgate.core.audit;

import java.util.Optional;

/**
 * Where an audit trail ends, kept apart from it, so that entries cut off at its end show.
 *
 * @param number of the last entry
 * @param hash of the last entry
 */
public record AuditHead(long number, String hash) {
    /** The head of a trail that ends with that entry. */
    public static AuditHead of(AuditEntry last) {
        return new AuditHead(last.number(), last.hash());
    }

    /** Reads the form that {@link #toString()} gives; empty where it has another form. */
    public static Optional<AuditHead> parse(String text) {
        return text.matches("[0-9]{1,15}:[0-9a-f]{64}")
                ? Optional.of(new AuditHead(
                        Long.parseLong(text.substring(0, text.indexOf(':'))), text.substring(text.indexOf(':') + 1)))
                : Optional.empty();
    }

    /** {@code number:hash}, for a person to note down. */
    @Override
    public String toString() {
        return number + ":" + hash;
    }
}
