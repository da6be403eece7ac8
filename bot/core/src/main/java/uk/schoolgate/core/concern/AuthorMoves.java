package uk.schoolgate.core.concern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.Change.Kind;
import uk.schoolgate.core.concern.Effect.AuthorNote;
import uk.schoolgate.core.concern.Effect.FollowUpNote;
import uk.schoolgate.core.concern.Effect.ReviewerNote;
import uk.schoolgate.core.concern.Transition.Moved;
import uk.schoolgate.core.concern.Transition.Reason;
import uk.schoolgate.core.concern.Transition.Refused;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.school.PersonId;

/** What authors do to a concern: they take back, change, object. */
final class AuthorMoves {
    private AuthorMoves() {}

    /** An author says that what they wrote is gone. */
    static Transition removed(Concern concern, PersonId by, Instant at) {
        if (!concern.isLive()) {
            return new Refused(Reason.ALREADY_CLOSED);
        }
        List<Evidence> there = concern.messagesBy(by).stream()
                .filter(message -> !message.isGone())
                .toList();
        List<Effect> effects = new ArrayList<>();
        AuthorNote thanks = concern.state().isOpen() ? AuthorNote.THANKS_FOR_REMOVING : AuthorNote.REMOVAL_PASSED_ON;
        Moves.tellAuthor(concern, by, thanks, effects);
        if (there.isEmpty()) {
            return new Moved(concern, effects);
        }
        effects.add(Moves.record(by.value(), "concern.removed", ""));
        // Whoever was asked if they are sure was asked about more than is there now.
        Concern next = concern.with(concern.review().nobodySure());
        for (Evidence message : there) {
            next = next.with(message.message(), new Change(Kind.TAKEN_BACK, "", at));
            followUp(next, message.message(), FollowUpNote.GONE, effects);
        }
        tellWhoTookItOn(next, effects);
        return closeIfNothingIsLeft(next, ReviewerNote.REMOVED_BY_AUTHOR, at, effects);
    }

    /** The platform says that something became of a message. */
    static Transition changed(Concern concern, ConcernEvent.MessageChanged event) {
        EventId message = event.message();
        Change change = event.change();
        Optional<Evidence> changed = concern.message(message);
        if (changed.isEmpty() || !concern.isLive()) {
            return new Moved(concern, List.of());
        }
        boolean wasGone = changed.get().isGone();
        Concern next = concern.with(message, change);
        next = next.with(next.review().nobodySure());
        List<Effect> effects = new ArrayList<>();
        effects.add(
                Moves.record(AuditEvent.BOT, "message." + change.kind().name().toLowerCase(Locale.ROOT), ""));
        if (change.kind() == Kind.EDITED) {
            return edited(next, event, effects);
        }
        if (change.kind() != Kind.WITHHELD && !wasGone) {
            thank(next, message, change.kind(), effects);
            followUp(next, message, FollowUpNote.GONE, effects);
            tellWhoTookItOn(next, effects);
        }
        ReviewerNote note =
                change.kind() == Kind.WITHHELD ? ReviewerNote.OTHERS_DECIDE : ReviewerNote.REMOVED_BY_AUTHOR;
        return closeIfNothingIsLeft(next, note, change.at(), effects);
    }

    private static Moved edited(Concern concern, ConcernEvent.MessageChanged event, List<Effect> effects) {
        followUp(concern, event.message(), FollowUpNote.CHANGED, effects);
        tellWhoTookItOn(concern, effects);
        boolean open = concern.state().isOpen();
        // What it says now may mean somebody who was to decide on what it said before.
        Concern next = open ? Moves.narrowed(concern, event.circle(), effects) : concern;
        if (next.waitsForContact()) {
            Moves.tellContacts(next, effects);
        }
        if (open) {
            List<PersonId> before = concern.review().asked();
            Moves.tellDecidersAmong(before, next, ReviewerNote.CHANGED_BY_AUTHOR, effects);
        }
        return new Moved(next, effects);
    }

    /** Whoever took it on acts on what they read then, and no reminder brings them back to it. */
    private static void tellWhoTookItOn(Concern concern, List<Effect> effects) {
        concern.review().acknowledged().ifPresent(contact -> effects.add(new Effect.TellContact(contact)));
    }

    private static void thank(Concern concern, EventId message, Kind kind, List<Effect> effects) {
        if (concern.state().isOpen()) {
            AuthorNote note = kind == Kind.MENDED ? AuthorNote.THANKS_FOR_MENDING : AuthorNote.THANKS_FOR_REMOVING;
            effects.add(new Effect.TellAuthor(message, note));
        }
    }

    /** An urgent sign does not go away because the message did: the contacts keep being told, or the office goes on. */
    private static Moved closeIfNothingIsLeft(Concern concern, ReviewerNote note, Instant at, List<Effect> effects) {
        boolean done = concern.state().isOpen()
                && !concern.circle().isUrgent()
                && !concern.lacksContacts()
                && concern.messages().stream().allMatch(Evidence::isGone);
        if (!done) {
            return new Moved(concern, effects);
        }
        effects.add(Moves.record(AuditEvent.BOT, "concern.closed", "REMOVED"));
        Moves.tellAsked(concern, null, note, effects);
        return new Moved(concern.erasedIn(new ConcernState.Removed(at)), effects);
    }

    /** An author says that flagging it was wrong: where there is one, somebody who has not seen it yet decides. */
    static Transition objected(Concern concern, PersonId by, Instant at) {
        boolean handedOver = concern.state() instanceof ConcernState.Confirmed;
        if (!concern.hearsItsAuthors()) {
            return new Refused(Reason.ALREADY_CLOSED);
        }
        List<Effect> effects = new ArrayList<>();
        Moves.tellAuthor(concern, by, whatFollowsObjection(concern, by), effects);
        effects.add(new Effect.AwaitWords(by));
        if (concern.review().objectionOf(by).isPresent()) {
            return new Moved(concern, effects);
        }
        effects.add(Moves.record(by.value(), "concern.objected", ""));
        Concern next = concern.with(concern.review().objectedBy(by, at));
        if (handedOver) {
            followUp(next, next.messagesBy(by).getLast().message(), FollowUpNote.OBJECTED, effects);
            return new Moved(next, effects);
        }
        if (next.waitsForContact()) {
            Moves.tellContacts(next, effects);
        }
        return secondOpinion(next, effects);
    }

    /** No more is promised than what follows. */
    private static AuthorNote whatFollowsObjection(Concern concern, PersonId by) {
        if (concern.state() instanceof ConcernState.Confirmed
                || concern.circle().contactsAlone()) {
            return AuthorNote.OBJECTION_PASSED_ON;
        }
        boolean again = concern.review().objectionOf(by).isPresent();
        boolean another = again
                ? !concern.review().stoodBack().isEmpty()
                : concern.nextReviewer().isPresent();
        return another || concern.review().asked().isEmpty()
                ? AuthorNote.OBJECTION_HEARD
                : AuthorNote.OBJECTION_SEEN_AGAIN;
    }

    private static Moved secondOpinion(Concern concern, List<Effect> effects) {
        if (concern.nextReviewer().isEmpty()) {
            Moves.tellDeciders(concern, ReviewerNote.AUTHOR_OBJECTS, effects);
            return new Moved(concern, effects);
        }
        Moves.tellDeciders(concern, ReviewerNote.STAND_BACK, effects);
        return new Moved(Moves.askNext(concern.with(concern.review().standingBack()), effects), effects);
    }

    /** An author who objected gives their side. */
    static Transition explained(Concern concern, PersonId by, String words) {
        boolean handedOver = concern.state() instanceof ConcernState.Confirmed;
        if (!concern.hearsItsAuthors() || concern.review().objectionOf(by).isEmpty()) {
            return new Refused(Reason.ALREADY_CLOSED);
        }
        Concern next = concern.with(concern.review().withWords(by, words));
        List<Effect> effects = new ArrayList<>();
        effects.add(Moves.record(by.value(), "concern.explained", ""));
        Moves.tellAuthor(next, by, AuthorNote.WORDS_PASSED_ON, effects);
        followUp(next, next.messagesBy(by).getLast().message(), FollowUpNote.EXPLAINED, effects);
        if (!handedOver) {
            Moves.tellDeciders(next, ReviewerNote.AUTHOR_SAYS, effects);
        }
        if (next.waitsForContact()) {
            Moves.tellContacts(next, effects);
        }
        return new Moved(next, effects);
    }

    private static void followUp(Concern concern, EventId message, FollowUpNote note, List<Effect> effects) {
        if (concern.state() instanceof ConcernState.Confirmed) {
            effects.add(new Effect.FollowUp(message, note));
        }
    }
}
