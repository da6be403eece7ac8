package uk.schoolgate.core.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.schoolgate.core.audit.AuditEntry;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.handoff.Reference;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.wording.Tongue;

/**
 * What is durable about a school: concerns, incidents, the audit trail, and marks. It changes only through the
 * {@link Commit} of a piece of work. Every method throws {@link StoreUnavailableException} when the store cannot be
 * reached. Adapter: Redis.
 */
public interface Casebook {
    /** The concern as it was last stored. */
    Optional<Concern> concern(SchoolCode school, ConcernId id);

    /** The incident of that reference. */
    Optional<Incident> incident(SchoolCode school, Reference reference);

    /** All incidents of a school, oldest first. */
    List<Incident> incidents(SchoolCode school);

    /** The number of the last incident of that year; 0 where there is none. */
    int lastIncidentNumber(SchoolCode school, int year);

    /** How many incidents of this author were confirmed since then. */
    int incidentsOf(SchoolCode school, PersonId author, Instant since);

    /** The concern that a signpost of that name points to; empty where there is none, or its time is over. */
    Optional<ConcernId> signpost(SchoolCode school, String name);

    /** Whether that mark was made and has not run out. */
    boolean hasMark(SchoolCode school, String mark);

    /** The language that a person has chosen; English where they have not. */
    Tongue languageOf(SchoolCode school, PersonId person);

    /** What was counted in a tally and how often; empty for one that was forgotten or has run out. */
    Map<String, Integer> tally(SchoolCode school, String tally);

    /** The audit trail, oldest first. */
    List<AuditEntry> auditTrail(SchoolCode school);
}
