package uk.schoolgate.core.flow;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernAction;
import uk.schoolgate.core.concern.ConcernEvent;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.concern.Transition;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.Placement;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.wording.Phrase;

/** Moves concerns: by what people press and say, and by the clock. */
final class ReviewDesk {
    /** Stands in the audit trail for a button that belongs to no concern of this school. */
    private static final String NO_CONCERN = "-";

    /** Before a person's id: that they could not be reached comes as an alarm that is due at once. */
    private static final String NOT_REACHED = "NOT_REACHED:";

    private final Casebook casebook;
    private final EffectWriter effects;
    private final Signposts signposts;
    private final Clock clock;

    ReviewDesk(Casebook casebook, EffectWriter effects, Signposts signposts, Clock clock) {
        this.casebook = casebook;
        this.effects = effects;
        this.signposts = signposts;
        this.clock = clock;
    }

    /** Says that somebody who has to do with a concern cannot be reached, because of that item. */
    static Incoming.Alarm notReached(Outgoing item, ConcernId concern, PersonId person, Instant now) {
        EventId id = new EventId("not-reached:" + item.id());
        return new Incoming.Alarm(id, item.school(), concern.value(), NOT_REACHED + person.value(), now);
    }

    /** What follows from a pressed button. */
    Commit press(SchoolDesk desk, Incoming.Press press) {
        Commit.Builder commit = new Commit.Builder(press.school());
        Optional<ConcernAction> action = ConcernAction.parse(press.action());
        Optional<Concern> concern = action.flatMap(it -> casebook.concern(press.school(), it.concern()))
                .map(it -> it.recognising(press.sender(), press.by()));
        if (action.isEmpty() || concern.isEmpty()) {
            Content unknown =
                    Content.ofText(effects.deskOf(desk, press.by()).wording().say(Phrase.BOT_COMMAND_UNKNOWN_BUTTON));
            refuse(desk, press, press.by(), NO_CONCERN, "UNKNOWN", unknown, commit);
            return commit.build();
        }
        move(desk, concern.get(), event(desk, action.get().verb(), press), press, press.by(), commit);
        return commit.build();
    }

    /** An author who was asked gives their side. */
    void explained(SchoolDesk desk, Concern concern, Incoming.Message message, Commit.Builder commit) {
        ConcernEvent event = new ConcernEvent.AuthorExplained(message.author(), message.text(), message.at());
        signposts.wordsCame(message.author(), concern.id(), commit);
        Concern theirs = concern.recognising(message.sender(), message.author());
        move(desk, theirs, event, message, message.author(), commit);
    }

    private void move(
            SchoolDesk desk, Concern concern, ConcernEvent event, Incoming cause, PersonId by, Commit.Builder commit) {
        switch (desk.machine().apply(concern, event)) {
            case Transition.Moved moved -> effects.write(desk, moved.concern(), moved.effects(), cause, commit);
            case Transition.Refused(Transition.Reason reason) ->
                refuse(
                        desk,
                        cause,
                        by,
                        concern.id().value(),
                        reason.name(),
                        effects.deskOf(desk, by).cards().refused(reason),
                        commit);
        }
    }

    /** A clear no in private, wherever the button was, and a line in the audit trail. */
    private void refuse(
            SchoolDesk desk,
            Incoming cause,
            PersonId by,
            String subject,
            String reason,
            Content content,
            Commit.Builder commit) {
        commit.record(new AuditEvent(effects.pseudonym(desk, by.value()), "press.refused", subject, reason));
        Placement placement = subject.equals(NO_CONCERN) ? Placement.ALONE : Placement.about(subject);
        EffectWriter.say(commit, cause, EffectWriter.chatOf(by), content, placement);
    }

    private ConcernEvent event(SchoolDesk desk, ConcernAction.Verb verb, Incoming.Press press) {
        return switch (verb) {
            case REMOVED -> new ConcernEvent.AuthorRemoved(press.by(), press.at());
            case OBJECT -> new ConcernEvent.AuthorObjected(press.by(), press.at());
            case HAND_OVER -> new ConcernEvent.HandOverAsked(press.by(), press.at());
            case SURE ->
                new ConcernEvent.HandOverConfirmed(
                        press.by(), effects.nextReference(desk, press.at()).value(), press.at());
            case DISMISS -> new ConcernEvent.ReviewerDismissed(press.by(), false, press.at());
            case SORTED -> new ConcernEvent.ReviewerDismissed(press.by(), true, press.at());
            case TAKE_ON -> new ConcernEvent.ContactTookOn(press.by(), press.at());
        };
    }

    /** What follows from a moment that a concern waited for. */
    Commit alarm(SchoolDesk desk, Incoming.Alarm alarm) {
        Commit.Builder commit = new Commit.Builder(alarm.school());
        // After an outage the moment is long past. What follows is planned from now: else all that would have been said
        // meanwhile is said at once.
        Instant now = clock.instant();
        Instant at = alarm.at().isAfter(now) ? alarm.at() : now;
        ConcernEvent event = alarm.step().startsWith(NOT_REACHED)
                ? new ConcernEvent.NotReached(new PersonId(alarm.step().substring(NOT_REACHED.length())), at)
                : new ConcernEvent.TimePassed(ConcernEvent.Step.valueOf(alarm.step()), at);
        casebook.concern(alarm.school(), new ConcernId(alarm.concern()))
                .map(concern -> desk.machine().apply(concern, event))
                .ifPresent(transition -> {
                    if (transition instanceof Transition.Moved moved
                            && !moved.effects().isEmpty()) {
                        effects.write(desk, moved.concern(), moved.effects(), alarm, commit);
                    }
                });
        return commit.build();
    }
}
