package uk.schoolgate.core.handoff;

import java.time.Instant;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/**
 * A concern that a person confirmed, on its way to the complaints inbox.
 *
 * @param reference what everybody calls it
 * @param school whose it is
 * @param concern the concern that it was
 * @param confirmedBy who handed it over
 * @param confirmedAt when
 * @param delivery where its e-mail stands
 */
public record Incident(
        Reference reference,
        SchoolCode school,
        ConcernId concern,
        PersonId confirmedBy,
        Instant confirmedAt,
        Delivery delivery) {

    /** The same incident, with its e-mail further on. */
    public Incident with(Delivery next) {
        return new Incident(reference, school, concern, confirmedBy, confirmedAt, next);
    }
}
