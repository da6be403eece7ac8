package uk.schoolgate.core.concern;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.Change.Kind;
import uk.schoolgate.core.concern.ConcernEvent.Step;
import uk.schoolgate.core.concern.Effect.AuthorNote;
import uk.schoolgate.core.concern.Effect.ReviewerNote;
import uk.schoolgate.core.concern.Transition.Moved;
import uk.schoolgate.core.concern.Transition.Reason;
import uk.schoolgate.core.concern.Transition.Refused;
import uk.schoolgate.core.school.PersonId;

/** The life of a concern as a pure function: a concern and an event in, the changed concern and what must follow out. */
public final class ConcernMachine {
    static final Duration REMIND_AFTER = Duration.ofDays(1);
    static final Duration ASK_NEXT_AFTER = Duration.ofDays(2);
    static final Duration TELL_AGAIN_AFTER = Duration.ofMinutes(30);

    private final Duration expireAfter;

    /** @param expireAfter how long a concern may stay undecided */
    public ConcernMachine(Duration expireAfter) {
        this.expireAfter = expireAfter;
    }

    /** The start: who is told first, and when it is looked at again. */
    public Moved raise(Concern concern) {
        List<Effect> effects = new ArrayList<>();
        effects.add(record(AuditEvent.BOT, "concern.raised", concern.category().name()));
        effects.add(new Effect.TellAuthor(AuthorNote.RAISED));
        Concern raised = concern;
        for (PersonId contact : concern.circle().contacts()) {
            effects.add(new Effect.TellContact(contact));
        }
        // What is urgent never runs out: its contacts are told until one of them takes it on.
        effects.add(
                isUrgent(concern)
                        ? new Effect.WakeAt(Step.TELL_AGAIN, concern.raisedAt().plus(TELL_AGAIN_AFTER))
                        : new Effect.WakeAt(Step.EXPIRE, concern.raisedAt().plus(expireAfter)));
        if (raised.hasAnotherReviewer()) {
            effects.add(new Effect.AskReviewer(concern.circle().reviewers().getFirst()));
            raised = raised.askingOneMore();
            effects.add(new Effect.WakeAt(Step.REMIND, concern.raisedAt().plus(REMIND_AFTER)));
            effects.add(new Effect.WakeAt(Step.ASK_NEXT, concern.raisedAt().plus(ASK_NEXT_AFTER)));
        }
        return new Moved(raised, effects);
    }

    private static boolean isUrgent(Concern concern) {
        return !concern.circle().contacts().isEmpty();
    }

    /** What an event does to a concern. */
    public Transition apply(Concern concern, ConcernEvent event) {
        if (event instanceof ConcernEvent.TimePassed(Step step, Instant at)) {
            return concern.state().isOpen() ? timePassed(concern, step, at) : new Moved(concern, List.of());
        }
        if (event instanceof ConcernEvent.MessageDeleted(Instant at)) {
            return changed(concern, new Change(Kind.DELETED, "", at));
        }
        if (event instanceof ConcernEvent.MessageEdited(String text, boolean clean, Instant at)) {
            return changed(concern, new Change(clean ? Kind.MENDED : Kind.EDITED, text, at));
        }
        if (!mayAct(concern, event)) {
            return new Refused(Reason.NOT_YOURS);
        }
        if (!concern.state().isOpen()) {
            return new Refused(Reason.ALREADY_CLOSED);
        }
        return switch (event) {
            case ConcernEvent.AuthorRemoved(PersonId by, Instant at) -> removed(concern, by, at);
            case ConcernEvent.AuthorObjected(PersonId by, Instant at) -> objected(concern, by);
            case ConcernEvent.HandOverAsked(PersonId by, Instant at) ->
                new Moved(concern, List.of(new Effect.TellReviewer(by, ReviewerNote.ARE_YOU_SURE)));
            case ConcernEvent.HandOverConfirmed(PersonId by, String reference, Instant at) ->
                confirmed(concern, by, reference, at);
            case ConcernEvent.ReviewerDismissed(PersonId by, Instant at) -> dismissed(concern, by, at);
            case ConcernEvent.ContactTookOn(PersonId by, Instant at) -> takenOn(concern, by, at);
            case ConcernEvent.MessageDeleted deleted -> changed(concern, new Change(Kind.DELETED, "", deleted.at()));
            case ConcernEvent.MessageEdited edited ->
                changed(concern, new Change(Kind.EDITED, edited.text(), edited.at()));
            case ConcernEvent.TimePassed passed -> timePassed(concern, passed.step(), passed.at());
        };
    }

    private static boolean mayAct(Concern concern, ConcernEvent event) {
        return switch (event) {
            case ConcernEvent.AuthorRemoved(PersonId by, Instant at) ->
                by.equals(concern.evidence().author());
            case ConcernEvent.AuthorObjected(PersonId by, Instant at) ->
                by.equals(concern.evidence().author());
            case ConcernEvent.HandOverAsked(PersonId by, Instant at) -> concern.mayDecide(by);
            case ConcernEvent.HandOverConfirmed confirmed -> concern.mayDecide(confirmed.by());
            case ConcernEvent.ReviewerDismissed(PersonId by, Instant at) -> concern.mayDecide(by);
            case ConcernEvent.ContactTookOn(PersonId by, Instant at) -> concern.mayTakeOn(by);
            case ConcernEvent.MessageDeleted deleted -> true;
            case ConcernEvent.MessageEdited edited -> true;
            case ConcernEvent.TimePassed passed -> true;
        };
    }

    private static Moved removed(Concern concern, PersonId by, Instant at) {
        List<Effect> effects = new ArrayList<>();
        effects.add(record(by.value(), "concern.removed", ""));
        effects.add(new Effect.TellAuthor(AuthorNote.THANKS_FOR_REMOVING));
        tellAsked(concern, null, ReviewerNote.REMOVED_BY_AUTHOR, effects);
        // An urgent sign does not go away because the message did: the contacts keep being told.
        return new Moved(isUrgent(concern) ? concern : concern.erasedIn(new ConcernState.Removed(at)), effects);
    }

    /** What became of a message joins the evidence; one that is gone before anybody decided closes the concern. */
    private static Moved changed(Concern concern, Change change) {
        boolean kept = concern.state().isOpen() || concern.state() instanceof ConcernState.Confirmed;
        if (!kept) {
            return new Moved(concern, List.of());
        }
        Concern changed = concern.with(change);
        Effect audit = record(AuditEvent.BOT, "message." + change.kind().name().toLowerCase(Locale.ROOT), "");
        if (!changed.state().isOpen() || isUrgent(changed) || !change.ends()) {
            return new Moved(changed, List.of(audit));
        }
        List<Effect> effects = new ArrayList<>(List.of(audit, new Effect.TellAuthor(AuthorNote.THANKS_FOR_REMOVING)));
        tellAsked(changed, null, ReviewerNote.REMOVED_BY_AUTHOR, effects);
        return new Moved(changed.erasedIn(new ConcernState.Removed(change.at())), effects);
    }

    private static Moved objected(Concern concern, PersonId by) {
        if (concern.objected()) {
            return new Moved(concern, List.of(new Effect.TellAuthor(AuthorNote.OBJECTION_HEARD)));
        }
        List<Effect> effects = new ArrayList<>();
        effects.add(record(by.value(), "concern.objected", ""));
        effects.add(new Effect.TellAuthor(AuthorNote.OBJECTION_HEARD));
        return askNext(concern.withObjection(), effects);
    }

    private static Moved askNext(Concern concern, List<Effect> effects) {
        if (!concern.hasAnotherReviewer()) {
            return new Moved(concern, effects);
        }
        effects.add(new Effect.AskReviewer(concern.circle().reviewers().get(concern.asked())));
        return new Moved(concern.askingOneMore(), effects);
    }

    private static Moved confirmed(Concern concern, PersonId by, String reference, Instant at) {
        List<Effect> effects = new ArrayList<>();
        effects.add(record(by.value(), "concern.confirmed", reference));
        effects.add(new Effect.RaiseIncident(reference));
        effects.add(new Effect.TellReviewer(by, ReviewerNote.HANDED_OVER));
        tellAsked(concern, by, ReviewerNote.DECIDED_BY_ANOTHER, effects);
        return new Moved(concern.in(new ConcernState.Confirmed(by, at, reference)), effects);
    }

    private static Moved dismissed(Concern concern, PersonId by, Instant at) {
        List<Effect> effects = new ArrayList<>();
        effects.add(record(by.value(), "concern.dismissed", ""));
        effects.add(new Effect.TellReviewer(by, ReviewerNote.DISMISSED));
        tellAsked(concern, by, ReviewerNote.DECIDED_BY_ANOTHER, effects);
        return new Moved(concern.erasedIn(new ConcernState.Dismissed(by, at)), effects);
    }

    private static Moved takenOn(Concern concern, PersonId by, Instant at) {
        List<Effect> effects = new ArrayList<>();
        effects.add(record(by.value(), "concern.taken-on", ""));
        effects.add(new Effect.ThankContact(by));
        tellAsked(concern, by, ReviewerNote.DECIDED_BY_ANOTHER, effects);
        return new Moved(concern.in(new ConcernState.TakenOn(by, at)), effects);
    }

    private Moved timePassed(Concern concern, Step step, Instant at) {
        List<Effect> effects = new ArrayList<>();
        return switch (step) {
            case REMIND -> {
                concern.askedReviewers()
                        .forEach(reviewer -> effects.add(new Effect.TellReviewer(reviewer, ReviewerNote.REMINDER)));
                yield new Moved(concern, effects);
            }
            case ASK_NEXT -> askNext(concern, effects);
            case TELL_AGAIN -> {
                concern.circle().contacts().forEach(contact -> effects.add(new Effect.TellContact(contact)));
                effects.add(new Effect.WakeAt(Step.TELL_AGAIN, at.plus(TELL_AGAIN_AFTER)));
                yield new Moved(concern, effects);
            }
            case EXPIRE -> {
                effects.add(record(AuditEvent.BOT, "concern.expired", ""));
                tellAsked(concern, null, ReviewerNote.EXPIRED, effects);
                yield new Moved(concern.erasedIn(new ConcernState.Expired(at)), effects);
            }
        };
    }

    private static void tellAsked(Concern concern, @Nullable PersonId except, ReviewerNote note, List<Effect> effects) {
        for (PersonId reviewer : concern.askedReviewers()) {
            if (!reviewer.equals(except)) {
                effects.add(new Effect.TellReviewer(reviewer, note));
            }
        }
    }

    private static Effect record(String actor, String action, String detail) {
        return new Effect.Audit(actor, action, detail);
    }
}
