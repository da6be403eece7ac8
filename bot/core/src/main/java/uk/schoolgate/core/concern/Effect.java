package uk.schoolgate.core.concern;

import java.time.Instant;
import uk.schoolgate.core.school.PersonId;

/** What has to follow from a change to a concern; it becomes durable together with the change. */
public sealed interface Effect {
    /** A private word to the author. */
    record TellAuthor(AuthorNote note) implements Effect {}

    /** What the author is told. */
    enum AuthorNote {
        RAISED,
        THANKS_FOR_REMOVING,
        OBJECTION_HEARD
    }

    /** The card with the choices, to one reviewer. */
    record AskReviewer(PersonId reviewer) implements Effect {}

    /** A short word to one reviewer. */
    record TellReviewer(PersonId reviewer, ReviewerNote note) implements Effect {}

    /** What a reviewer is told. */
    enum ReviewerNote {
        REMINDER,
        ARE_YOU_SURE,
        HANDED_OVER,
        DISMISSED,
        REMOVED_BY_AUTHOR,
        DECIDED_BY_ANOTHER,
        EXPIRED
    }

    /** The urgent card to a named contact, in chat and by e-mail. */
    record TellContact(PersonId contact) implements Effect {}

    /** A short word to the contact who took it on. */
    record ThankContact(PersonId contact) implements Effect {}

    /** An incident goes to the complaints inbox. */
    record RaiseIncident(String reference) implements Effect {}

    /** The concern must be looked at again at that time. */
    record WakeAt(ConcernEvent.Step step, Instant at) implements Effect {}

    /** An entry in the audit trail. */
    record Audit(String actor, String action, String detail) implements Effect {}
}
