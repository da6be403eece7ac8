package uk.schoolgate.core.flow;

import java.util.Optional;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernAction;
import uk.schoolgate.core.concern.ConcernEvent;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.concern.Transition;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Placement;
import uk.schoolgate.core.wording.Phrase;

/** Moves concerns: by the buttons that people press, and by the clock. */
final class ReviewDesk {
    private final Casebook casebook;
    private final EffectWriter effects;

    ReviewDesk(Casebook casebook, EffectWriter effects) {
        this.casebook = casebook;
        this.effects = effects;
    }

    /** What follows from a pressed button. */
    Commit press(SchoolDesk desk, Incoming.Press press) {
        Commit.Builder commit = new Commit.Builder(press.school());
        Optional<ConcernAction> action = ConcernAction.parse(press.action());
        Optional<Concern> concern = action.flatMap(it -> casebook.concern(press.school(), it.concern()));
        if (action.isEmpty() || concern.isEmpty()) {
            Content unknown = Content.ofText(desk.wording().say(Phrase.BOT_COMMAND_UNKNOWN_BUTTON));
            EffectWriter.say(commit, press, press.conversation(), unknown);
            return commit.build();
        }
        ConcernEvent event = event(desk, action.get().verb(), press);
        switch (desk.machine().apply(concern.get(), event)) {
            case Transition.Moved moved -> effects.write(desk, moved.concern(), moved.effects(), press, commit);
            case Transition.Refused(Transition.Reason reason) -> {
                commit.record(new AuditEvent(
                        AuditEvent.BOT, "press.refused", concern.get().id().value(), reason.name()));
                EffectWriter.say(
                        commit,
                        press,
                        press.conversation(),
                        desk.notices().refused(reason),
                        Placement.about(concern.get().id().value()));
            }
        }
        return commit.build();
    }

    private ConcernEvent event(SchoolDesk desk, ConcernAction.Verb verb, Incoming.Press press) {
        return switch (verb) {
            case REMOVED -> new ConcernEvent.AuthorRemoved(press.by(), press.at());
            case OBJECT -> new ConcernEvent.AuthorObjected(press.by(), press.at());
            case HAND_OVER -> new ConcernEvent.HandOverAsked(press.by(), press.at());
            case SURE ->
                new ConcernEvent.HandOverConfirmed(
                        press.by(), effects.nextReference(desk, press.at()).value(), press.at());
            case DISMISS -> new ConcernEvent.ReviewerDismissed(press.by(), press.at());
            case TAKE_ON -> new ConcernEvent.ContactTookOn(press.by(), press.at());
        };
    }

    /** What follows from a moment that a concern waited for. */
    Commit alarm(SchoolDesk desk, Incoming.Alarm alarm) {
        Commit.Builder commit = new Commit.Builder(alarm.school());
        ConcernEvent.Step step = ConcernEvent.Step.valueOf(alarm.step());
        casebook.concern(alarm.school(), new ConcernId(alarm.concern()))
                .map(concern -> desk.machine().apply(concern, new ConcernEvent.TimePassed(step, alarm.at())))
                .ifPresent(transition -> {
                    if (transition instanceof Transition.Moved moved
                            && !moved.effects().isEmpty()) {
                        effects.write(desk, moved.concern(), moved.effects(), alarm, commit);
                    }
                });
        return commit.build();
    }
}
