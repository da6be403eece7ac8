package uk.schoolgate.core.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.Change;
import uk.schoolgate.core.concern.Circle;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernEvent;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.concern.Effect;
import uk.schoolgate.core.concern.Transition;
import uk.schoolgate.core.message.Conversation.GroupChat;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.core.screening.Screening;
import uk.schoolgate.core.screening.ScreeningInput;

/** Handles edits and deletions of messages, in groups and in private. */
final class ChangeDesk {
    private final ResponseDesk responses;
    private final EffectWriter effects;
    private final Signposts signposts;

    ChangeDesk(ResponseDesk responses, EffectWriter effects, Signposts signposts) {
        this.responses = responses;
        this.effects = effects;
        this.signposts = signposts;
    }

    /**
     * What follows from an edit: where the message is part of live concerns, the change joins them, and what is for other
     * people raises one of its own; else the new words are looked at like a new message.
     */
    Commit handle(SchoolDesk desk, Incoming.Edited edited) {
        Commit.Builder commit = new Commit.Builder(edited.school());
        List<Concern> concerns = signposts.allOfMessage(edited.school(), edited.message()).stream()
                .map(concern -> concern.recognising(edited.sender(), edited.author()))
                .toList();
        Optional<Concern> notTheirs = concerns.stream()
                .filter(concern -> isByAnother(concern, edited))
                .findFirst();
        if (notTheirs.isPresent()) {
            commit.record(new AuditEvent(
                    effects.pseudonym(desk, edited.author().value()),
                    "edit.refused",
                    notTheirs.get().id().value(),
                    "NOT_YOURS"));
            return commit.build();
        }
        Optional<Group> group = MessageDesk.groupOf(desk, edited.conversation());
        Screening screening = desk.screener()
                .screen(new ScreeningInput(
                        edited.text(),
                        edited.author(),
                        group.map(Group::classes).orElse(Set.of()),
                        List.of(),
                        List.of()));
        if (concerns.isEmpty()) {
            responses.rememberOvertaken(edited.school(), edited.message(), commit);
        }
        ConcernId id = ConcernId.of(edited.school(), concerns.isEmpty() ? edited.message() : edited.id());
        ResponseDesk.Screened screened = screened(id, edited, group, screening);
        List<Concern> live = live(concerns, edited.message());
        if (!live.isEmpty()) {
            join(desk, live, screened, edited, commit);
        } else if (edited.conversation() instanceof GroupChat || screening.has(Category.SAFEGUARDING)) {
            // In private nobody is exposed; only a child at risk must not wait.
            responses.respond(desk, screened, edited, commit);
        }
        return commit.build();
    }

    private static boolean isByAnother(Concern concern, Incoming.Edited edited) {
        return concern.message(edited.message())
                .filter(message -> !message.author().equals(edited.author()))
                .isPresent();
    }

    /** The concerns for which it still matters what becomes of that message. */
    private static List<Concern> live(List<Concern> concerns, EventId message) {
        return concerns.stream()
                .filter(Concern::isLive)
                .filter(concern ->
                        concern.message(message).filter(it -> !it.isWithheld()).isPresent())
                .toList();
    }

    private void join(
            SchoolDesk desk,
            List<Concern> live,
            ResponseDesk.Screened screened,
            Incoming.Edited edited,
            Commit.Builder commit) {
        if (screened.screening().response().compareTo(Response.REVIEW) < 0) {
            Change mended = new Change(Change.Kind.MENDED, edited.text(), edited.at());
            moveAll(desk, live, mended, edited.message(), edited, commit);
            return;
        }
        Circle circle = ResponseDesk.circleOf(desk, screened);
        boolean reachesAll = false;
        for (Concern concern : live) {
            // What it says now may be for fewer people than what it said before.
            boolean told = ResponseDesk.mayRead(concern, screened, circle);
            Change change = told
                    ? new Change(Change.Kind.EDITED, edited.text(), edited.at())
                    : new Change(Change.Kind.WITHHELD, "", edited.at());
            move(desk, concern, new ConcernEvent.MessageChanged(edited.message(), change, circle), edited, commit);
            reachesAll |= told && concern.circle().hasContactsOf(circle);
        }
        if (!reachesAll) {
            boolean hidden = live.stream().anyMatch(ResponseDesk::isOutOfSight);
            Circle others = hidden ? desk.circles().amongStaff(circle) : circle;
            ConcernId later = responses.raise(desk, screened, others, edited, commit);
            signposts.putEarlier(edited.message(), later, live.getFirst().id(), commit);
        }
    }

    private static ResponseDesk.Screened screened(
            ConcernId id, Incoming.Edited edited, Optional<Group> group, Screening screening) {
        Incoming.Message message = new Incoming.Message(
                edited.message(),
                edited.school(),
                edited.conversation(),
                edited.author(),
                edited.sender(),
                edited.authorName(),
                edited.text(),
                List.of(),
                false,
                "",
                edited.at());
        return new ResponseDesk.Screened(message, id, group, screening);
    }

    /** What follows when a message is gone: nothing, unless it is part of a concern, or has yet to be looked at. */
    Commit handle(SchoolDesk desk, Incoming.Deleted deleted) {
        Commit.Builder commit = new Commit.Builder(deleted.school());
        List<Concern> concerns = signposts.allOfMessage(deleted.school(), deleted.message());
        if (concerns.isEmpty()) {
            responses.rememberOvertaken(deleted.school(), deleted.message(), commit);
        }
        List<Concern> live = live(concerns, deleted.message());
        Change gone = new Change(Change.Kind.DELETED, "", deleted.at());
        moveAll(desk, live, gone, deleted.message(), deleted, commit);
        return commit.build();
    }

    /** What was wrong is gone, from every concern about it; its author is thanked once. */
    private void moveAll(
            SchoolDesk desk,
            List<Concern> live,
            Change change,
            EventId message,
            Incoming cause,
            Commit.Builder commit) {
        boolean thanked = false;
        for (Concern concern : live) {
            if (desk.machine().apply(concern, new ConcernEvent.MessageChanged(message, change))
                    instanceof Transition.Moved moved) {
                boolean again = thanked;
                List<Effect> following = moved.effects().stream()
                        .filter(effect -> !(again && effect instanceof Effect.TellAuthor))
                        .toList();
                thanked |= following.stream().anyMatch(Effect.TellAuthor.class::isInstance);
                effects.write(desk, moved.concern(), following, cause, commit);
            }
        }
    }

    private void move(SchoolDesk desk, Concern concern, ConcernEvent event, Incoming cause, Commit.Builder commit) {
        if (desk.machine().apply(concern, event) instanceof Transition.Moved moved) {
            effects.write(desk, moved.concern(), moved.effects(), cause, commit);
        }
    }
}
