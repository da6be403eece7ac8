package uk.schoolgate.core.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Chains audit entries by hash, so that a changed, removed or reordered entry shows. */
public final class AuditChain {
    /** What the first entry follows. */
    public static final String GENESIS = "0".repeat(64);

    private AuditChain() {}

    /** The entry that follows; {@code last} is empty for the first of a school. */
    public static AuditEntry follow(Optional<AuditEntry> last, AuditEvent event, Instant at) {
        long number = last.map(AuditEntry::number).orElse(0L) + 1;
        String previous = last.map(AuditEntry::hash).orElse(GENESIS);
        return new AuditEntry(number, at, event, previous, hash(number, at, event, previous));
    }

    /** The first entry that does not fit the chain, if there is one. */
    public static Optional<AuditEntry> firstBroken(List<AuditEntry> entries) {
        Optional<AuditEntry> last = Optional.empty();
        for (AuditEntry entry : entries) {
            if (!follow(last, entry.event(), entry.at()).equals(entry)) {
                return Optional.of(entry);
            }
            last = Optional.of(entry);
        }
        return Optional.empty();
    }

    private static String hash(long number, Instant at, AuditEvent event, String previous) {
        MessageDigest digest = sha256();
        for (String part : List.of(
                Long.toString(number),
                at.toString(),
                event.actor(),
                event.action(),
                event.subject(),
                event.detail(),
                previous)) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // The length in front keeps "ab"+"c" apart from "a"+"bc".
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
