package uk.schoolgate.core.handoff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An incident for machines: what {@code incident.json} holds, the same that the e-mail says. Field names are stable.
 *
 * @param reference for instance ALD-26-0042
 * @param school code and name of the school
 * @param category what it is about, by its name in the taxonomy
 * @param confirmedBy who handed it over
 * @param confirmedAt when
 * @param messages what was written
 * @param objections what authors said against it
 * @param nextStep what the school's policies say to do next; empty list where they name nothing, else one
 * @param deadlines what the complaints policy promises
 */
public record IncidentFile(
        String reference,
        Named school,
        String category,
        Named confirmedBy,
        Instant confirmedAt,
        List<Message> messages,
        List<Objection> objections,
        List<Clause> nextStep,
        List<Deadline> deadlines) {
    /** Somebody or something with an id and a name; the id is empty where nobody knows who it is. */
    public record Named(String id, String name) {}

    /**
     * A message.
     *
     * @param earlierIncidents confirmed incidents of its author in the last 12 months, this one included; 0 where nobody knows
     *     who wrote it
     */
    public record Message(
            String id,
            Named author,
            String group,
            Instant at,
            String text,
            List<Media> media,
            List<Change> changes,
            List<Finding> findings,
            int earlierIncidents) {}

    /** What came with a message. */
    public record Media(String contentType, String reference) {}

    /** What became of a message later. */
    public record Change(String kind, Instant at, String text) {}

    /** What screening saw. */
    public record Finding(String category, double score, String why, List<Named> people, List<Clause> clauses) {}

    /**
     * Words of a policy.
     *
     * @param forStaff whether the policy is for staff alone: its words must not be sent on to a parent
     */
    public record Clause(String policy, String title, String section, String quote, boolean forStaff) {}

    /** An author's side. */
    public record Objection(Named author, Instant at, String words) {}

    /**
     * A promise of the complaints policy with its day.
     *
     * @param schoolDays how many school days that is; 0 where the policy counts working days
     * @param workingDays how many working days that is; 0 where the policy counts school days
     */
    public record Deadline(String promise, LocalDate by, int schoolDays, int workingDays, Clause source) {}

    /** Turns it into JSON. */
    @FunctionalInterface
    public interface Writer {
        /** The file as JSON text, UTF-8. */
        String json(IncidentFile file);
    }
}
