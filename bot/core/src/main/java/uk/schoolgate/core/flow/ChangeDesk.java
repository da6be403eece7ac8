package uk.schoolgate.core.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.Change;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernEvent;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.concern.Transition;
import uk.schoolgate.core.message.Conversation.GroupChat;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.core.screening.Screening;
import uk.schoolgate.core.screening.ScreeningInput;

/** Handles edits and deletions of messages in groups. */
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
     * What follows from an edit: where the message is part of a live concern, the change joins it; else the new words are
     * looked at like a new message.
     */
    Commit handle(SchoolDesk desk, Incoming.Edited edited) {
        Commit.Builder commit = new Commit.Builder(edited.school());
        if (!(edited.conversation() instanceof GroupChat chat)) {
            return commit.build();
        }
        Optional<Concern> concern = signposts.ofMessage(edited.school(), edited.message());
        if (concern.flatMap(it -> it.message(edited.message()))
                .filter(message -> !message.author().equals(edited.author()))
                .isPresent()) {
            commit.record(new AuditEvent(
                    effects.pseudonym(desk, edited.author().value()),
                    "edit.refused",
                    concern.get().id().value(),
                    "NOT_YOURS"));
            return commit.build();
        }
        Optional<Group> group = desk.school().groupAt(chat.platform(), chat.address());
        Screening screening = desk.screener()
                .screen(new ScreeningInput(
                        edited.text(),
                        edited.author(),
                        group.map(Group::classes).orElse(Set.of()),
                        List.of(),
                        List.of()));
        if (concern.filter(Concern::isLive).isPresent()) {
            join(desk, concern.get(), edited, group, screening, commit);
        } else {
            ConcernId id = ConcernId.of(edited.school(), concern.isPresent() ? edited.id() : edited.message());
            responses.respond(desk, screened(id, edited, group, screening), edited, commit);
        }
        return commit.build();
    }

    private void join(
            SchoolDesk desk,
            Concern concern,
            Incoming.Edited edited,
            Optional<Group> group,
            Screening screening,
            Commit.Builder commit) {
        boolean hidden = screening.has(Category.SAFEGUARDING) || screening.has(Category.STAFF_ALLEGATION);
        boolean elsewhere = hidden && !concern.circle().reviewers().isEmpty();
        if (elsewhere) {
            // What it says now is not for the reviewers, nor for the complaints inbox.
            move(desk, concern, edited, new Change(Change.Kind.WITHHELD, "", edited.at()), commit);
            ConcernId id = ConcernId.of(edited.school(), edited.id());
            responses.raise(desk, screened(id, edited, group, screening), edited, commit);
            return;
        }
        boolean clean = screening.response().compareTo(Response.REVIEW) < 0;
        Change.Kind kind = clean ? Change.Kind.MENDED : Change.Kind.EDITED;
        move(desk, concern, edited, new Change(kind, edited.text(), edited.at()), commit);
    }

    private static ResponseDesk.Screened screened(
            ConcernId id, Incoming.Edited edited, Optional<Group> group, Screening screening) {
        Incoming.Message message = new Incoming.Message(
                edited.message(),
                edited.school(),
                edited.conversation(),
                edited.author(),
                edited.authorName(),
                edited.text(),
                List.of(),
                false,
                edited.at());
        return new ResponseDesk.Screened(message, id, group, screening);
    }

    /** What follows when a message is gone: nothing, unless it is part of a concern. */
    Commit handle(SchoolDesk desk, Incoming.Deleted deleted) {
        Commit.Builder commit = new Commit.Builder(deleted.school());
        Change gone = new Change(Change.Kind.DELETED, "", deleted.at());
        signposts
                .ofMessage(deleted.school(), deleted.message())
                .ifPresent(concern ->
                        move(desk, concern, new ConcernEvent.MessageChanged(deleted.message(), gone), deleted, commit));
        return commit.build();
    }

    private void move(SchoolDesk desk, Concern concern, Incoming.Edited edited, Change change, Commit.Builder commit) {
        move(desk, concern, new ConcernEvent.MessageChanged(edited.message(), change), edited, commit);
    }

    private void move(SchoolDesk desk, Concern concern, ConcernEvent event, Incoming cause, Commit.Builder commit) {
        if (desk.machine().apply(concern, event) instanceof Transition.Moved moved
                && !moved.effects().isEmpty()) {
            effects.write(desk, moved.concern(), moved.effects(), cause, commit);
        }
    }
}
