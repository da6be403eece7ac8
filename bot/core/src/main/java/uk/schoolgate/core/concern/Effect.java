package uk.schoolgate.core.concern;

import java.time.Instant;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.school.PersonId;

/** What has to follow from a change to a concern; it becomes durable together with the change. */
public sealed interface Effect {
    /** A private word to the author of one of the messages. */
    record TellAuthor(EventId message, AuthorNote note) implements Effect {}

    /** What an author is told. */
    enum AuthorNote {
        RAISED,
        THANKS_FOR_REMOVING,
        THANKS_FOR_MENDING,
        REMOVAL_PASSED_ON,
        /** Somebody who has not looked at it before decides. */
        OBJECTION_HEARD,
        /** The school has it: nobody decides here any more, and no outcome comes. */
        OBJECTION_PASSED_ON,
        /** There is nobody else: the same person decides. */
        OBJECTION_SEEN_AGAIN,
        WORDS_PASSED_ON,
        OUTCOME_NO_ACTION,
        OUTCOME_HANDED_OVER,
        OUTCOME_TAKEN_ON,
        OUTCOME_UNDECIDED
    }

    /** What an author writes to the bot next is their side of it. */
    record AwaitWords(PersonId author) implements Effect {}

    /** The card with the choices, to one reviewer. */
    record AskReviewer(PersonId reviewer) implements Effect {}

    /** A short word to one reviewer. */
    record TellReviewer(PersonId reviewer, ReviewerNote note) implements Effect {}

    /** What a reviewer is told. */
    enum ReviewerNote {
        REMINDER,
        MORE_MESSAGES,
        CHANGED_BY_AUTHOR,
        AUTHOR_OBJECTS,
        AUTHOR_SAYS,
        STAND_BACK,
        ARE_YOU_SURE,
        HANDED_OVER,
        DISMISSED,
        SORTED,
        CONTACT_DECIDES,
        REMOVED_BY_AUTHOR,
        DECIDED_BY_ANOTHER,
        OTHERS_DECIDE,
        EXPIRED
    }

    /** The office is asked for help by e-mail; it is not told what was written. */
    record TellOffice(OfficeNote note) implements Effect {}

    /** What the office is asked for, or told. */
    enum OfficeNote {
        /** To remind the reviewers, or to name one where there is none. */
        REMIND,
        /** To have somebody decide of those whom no chat reaches. */
        NOBODY_REACHED,
        /** To ring the contacts of something urgent, whom neither chat nor e-mail reaches. */
        RING,
        /** To go on by other ways: something urgent is there, and nobody named for that is free to hear of it. */
        NOBODY_FREE,
        /** That nobody could decide, and what was kept is erased. */
        EXPIRED
    }

    /** The urgent card to a named contact, in chat and by e-mail. */
    record TellContact(PersonId contact) implements Effect {}

    /** A short word to the contact who took it on. */
    record ThankContact(PersonId contact) implements Effect {}

    /** A short word to a contact when another was quicker. */
    record ReleaseContact(PersonId contact) implements Effect {}

    /** The urgent card as it is now, in place of the one that a contact has. */
    record UpdateContact(PersonId contact) implements Effect {}

    /** An incident goes to the complaints inbox. */
    record RaiseIncident(String reference) implements Effect {}

    /**
     * What happened after the hand-over goes after the incident's e-mail.
     *
     * @param message what it is about
     */
    record FollowUp(EventId message, FollowUpNote note) implements Effect {}

    /** What can happen after a hand-over. */
    enum FollowUpNote {
        CHANGED,
        GONE,
        OBJECTED,
        EXPLAINED
    }

    /** The concern must be looked at again at that time. */
    record WakeAt(ConcernEvent.Step step, Instant at) implements Effect {}

    /** An entry in the audit trail. */
    record Audit(String actor, String action, String detail) implements Effect {}
}
