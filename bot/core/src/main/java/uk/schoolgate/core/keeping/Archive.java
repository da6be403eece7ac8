package uk.schoolgate.core.keeping;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.schoolgate.core.audit.AuditEntry;
import uk.schoolgate.core.audit.AuditHead;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.flow.Commit;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/**
 * Everything that is stored about a school, as housekeeping sees it: whole lists instead of single records. Every method
 * throws {@link StoreUnavailableException} when the store cannot be reached. Adapter: Redis.
 */
public interface Archive {
    /** Every concern that is stored, whatever its state. */
    List<Concern> concerns(SchoolCode school);

    /** All incidents, oldest first. */
    List<Incident> incidents(SchoolCode school);

    /** The audit trail, oldest first; an entry that cannot be read comes as one that fits no chain. */
    List<AuditEntry> auditTrail(SchoolCode school);

    /** Where the audit trail ends, kept apart from it; empty before the first entry. */
    Optional<AuditHead> auditHead(SchoolCode school);

    /** How many incidents were ever confirmed, by month and category such as {@code 2026-11 STAFF_ATTACK}. */
    Map<String, Long> register(SchoolCode school);

    /**
     * Runs a commit that no item of work caused.
     *
     * @return false, with nothing changed, where something that it was based on has moved on: read again
     */
    boolean run(Commit commit);

    /** What waits in a queue or was put aside, opened. */
    List<LooseItem> looseItems(SchoolCode school);

    /** Erases an item that was put aside; one that still waits is on its way and leaves by itself. */
    void erase(LooseItem item);

    /** What platforms' adapters have noted ({@link uk.schoolgate.core.message.Notebook}), opened, while it has not run out. */
    List<Note> notes(SchoolCode school);

    /**
     * Writes a note anew, with what is left of its life.
     *
     * @param text what stays of it; empty erases it
     * @return false, with nothing changed, where it is no longer as it was read
     */
    boolean rewrite(SchoolCode school, Note note, String text);

    /** What is stored about somebody under the pseudonym of that id. */
    Traces traces(SchoolCode school, PersonId person);

    /** Erases what was put aside before then, of all schools; how many items. */
    int erasePutAside(Instant before);

    /**
     * An item that is part of no record.
     *
     * @param id where it is
     * @param putAside whether nobody works on it any more
     * @param content everything in it
     */
    record LooseItem(String id, boolean putAside, String content) {}

    /**
     * A note of a platform's adapter.
     *
     * @param key as the adapter named it
     * @param text as the adapter wrote it
     */
    record Note(String key, String text) {
        /** Key and text, for looking through both. */
        public String whole() {
            return key + "\n" + text;
        }
    }
}
