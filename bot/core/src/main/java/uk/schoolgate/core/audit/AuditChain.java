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

    /**
     * What is wrong with a trail, in one sentence; empty where it is whole.
     *
     * @param head where it must end, as kept apart from it; empty where none is kept
     */
    public static Optional<String> fault(List<AuditEntry> entries, Optional<AuditHead> head) {
        int broken = firstBrokenPlace(entries);
        if (broken < entries.size()) {
            return Optional.of("the entry at place " + (broken + 1) + " of " + entries.size()
                    + " does not follow the one before it: an entry was changed, removed, added or moved there");
        }
        Optional<AuditHead> end = entries.isEmpty() ? Optional.empty() : Optional.of(AuditHead.of(entries.getLast()));
        if (end.equals(head)) {
            return Optional.empty();
        }
        return Optional.of(head.map(kept -> "it ends with entry " + entries.size() + ", but entry " + kept.number()
                        + " with another hash was the last: entries were cut off or added at its end")
                .orElse("where it ends is no longer kept beside it: that record was removed"));
    }

    /** Whether a trail still holds what was noted down as its end at an earlier time. */
    public static boolean holds(List<AuditEntry> entries, AuditHead noted) {
        return noted.number() >= 1
                && noted.number() <= entries.size()
                && entries.get(Math.toIntExact(noted.number()) - 1).hash().equals(noted.hash());
    }

    /** The first entry that does not fit the chain, if there is one. */
    public static Optional<AuditEntry> firstBroken(List<AuditEntry> entries) {
        int place = firstBrokenPlace(entries);
        return place < entries.size() ? Optional.of(entries.get(place)) : Optional.empty();
    }

    /** Counts from 0; the number of entries where all of them fit. */
    private static int firstBrokenPlace(List<AuditEntry> entries) {
        Optional<AuditEntry> last = Optional.empty();
        for (int place = 0; place < entries.size(); place++) {
            AuditEntry entry = entries.get(place);
            if (!follow(last, entry.event(), entry.at()).equals(entry)) {
                return place;
            }
            last = Optional.of(entry);
        }
        return entries.size();
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
