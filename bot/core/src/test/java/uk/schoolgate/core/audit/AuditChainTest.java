package uk.schoolgate.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditChainTest {
    private static List<AuditEntry> chain(int length) {
        List<AuditEntry> entries = new ArrayList<>();
        Optional<AuditEntry> last = Optional.empty();
        for (int i = 0; i < length; i++) {
            AuditEvent event = new AuditEvent("S01", "concern.raised", "C" + i, "");
            AuditEntry entry = AuditChain.follow(last, event, Instant.ofEpochSecond(i));
            entries.add(entry);
            last = Optional.of(entry);
        }
        return entries;
    }

    @Test
    void anUntouchedChainIsWhole() {
        assertThat(AuditChain.firstBroken(chain(5))).isEmpty();
        assertThat(AuditChain.firstBroken(List.of())).isEmpty();
    }

    @Test
    void aChangedEntryShows() {
        List<AuditEntry> entries = chain(5);
        AuditEntry entry = entries.get(2);
        AuditEvent forged = new AuditEvent("S02", "concern.raised", "C2", "");
        entries.set(2, new AuditEntry(entry.number(), entry.at(), forged, entry.previous(), entry.hash()));
        assertThat(AuditChain.firstBroken(entries))
                .hasValueSatisfying(broken -> assertThat(broken.number()).isEqualTo(3));
    }

    @Test
    void aRemovedEntryShows() {
        List<AuditEntry> entries = chain(5);
        entries.remove(1);
        assertThat(AuditChain.firstBroken(entries)).isPresent();
    }

    @Test
    void reorderedEntriesShow() {
        List<AuditEntry> entries = chain(5);
        Collections.swap(entries, 1, 3);
        assertThat(AuditChain.firstBroken(entries)).isPresent();
    }

    @Test
    void wordsCannotMoveFromOneFieldToTheNext() {
        AuditEntry one = AuditChain.follow(Optional.empty(), new AuditEvent("ab", "c", "", ""), Instant.EPOCH);
        AuditEntry other = AuditChain.follow(Optional.empty(), new AuditEvent("a", "bc", "", ""), Instant.EPOCH);
        assertThat(one.hash()).isNotEqualTo(other.hash());
    }
}
