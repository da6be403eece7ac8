package uk.schoolgate.core.handoff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.screening.Category;

/**
 * A concern that a person confirmed, on its way to the complaints inbox.
 *
 * @param reference what everybody calls it
 * @param school whose it is
 * @param concern the concern that it was
 * @param category what it is about
 * @param confirmedBy who handed it over
 * @param confirmedAt when
 * @param ledger where its e-mail has been, oldest first; never empty, and the last entry is where it stands
 */
public record Incident(
        Reference reference,
        SchoolCode school,
        ConcernId concern,
        Category category,
        PersonId confirmedBy,
        Instant confirmedAt,
        List<Entry> ledger) {
    /** A mail server that is down for days would fill the ledger with the same line. */
    private static final int MOST_ENTRIES = 50;

    public Incident {
        ledger = List.copyOf(ledger);
    }

    /**
     * A line of the delivery ledger.
     *
     * @param at when the e-mail got there
     */
    public record Entry(Instant at, Delivery delivery) {}

    /** A new incident, whose e-mail goes into the outbox now. */
    public static Incident queued(
            Reference reference, SchoolCode school, ConcernId concern, Category category, PersonId by, Instant at) {
        return new Incident(
                reference, school, concern, category, by, at, List.of(new Entry(at, new Delivery.Queued())));
    }

    /** Where its e-mail stands. */
    public Delivery delivery() {
        return ledger.getLast().delivery();
    }

    /** Whether it is in the complaints inbox, which nothing takes back. */
    public boolean isDelivered() {
        return delivery() instanceof Delivery.Delivered;
    }

    /** Since when it stands there. */
    public Instant since() {
        return ledger.getLast().at();
    }

    /** The same incident, with its e-mail further on; an attempt that fails like the one before it takes its line. */
    public Incident with(Delivery next, Instant at) {
        List<Entry> entries = new ArrayList<>(ledger);
        boolean full = entries.size() >= MOST_ENTRIES;
        if (isSameFailure(delivery(), next) || (full && next instanceof Delivery.Retrying)) {
            entries.removeLast();
        }
        entries.add(new Entry(at, next));
        return new Incident(reference, school, concern, category, confirmedBy, confirmedAt, entries);
    }

    private static boolean isSameFailure(Delivery last, Delivery next) {
        return last instanceof Delivery.Retrying(int before, String reason)
                && next instanceof Delivery.Retrying(int now, String again)
                && reason.equals(again);
    }
}
