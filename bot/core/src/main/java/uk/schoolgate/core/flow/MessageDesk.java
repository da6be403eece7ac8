package uk.schoolgate.core.flow;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernEvent;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.concern.ConcernState;
import uk.schoolgate.core.concern.Evidence;
import uk.schoolgate.core.concern.Transition;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Conversation.GroupChat;
import uk.schoolgate.core.message.Conversation.PrivateChat;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Placement;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.core.screening.Screening;
import uk.schoolgate.core.screening.ScreeningInput;
import uk.schoolgate.core.sealing.Sealer;

/** Handles what people write: screens what is said in groups, and passes questions on. */
final class MessageDesk {
    private static final Duration NUDGED_AT_MOST_EVERY = Duration.ofDays(7);

    private final Casebook casebook;
    private final EffectWriter effects;
    private final AnswerDesk answers;
    private final Sealer sealer;
    private final Clock clock;
    private final RecentTalk recent = new RecentTalk();

    MessageDesk(Casebook casebook, EffectWriter effects, AnswerDesk answers, Sealer sealer, Clock clock) {
        this.answers = answers;
        this.clock = clock;
        this.casebook = casebook;
        this.effects = effects;
        this.sealer = sealer;
    }

    /** What follows from a message. */
    Commit handle(SchoolDesk desk, Incoming.Message message) {
        Commit.Builder commit = new Commit.Builder(message.school());
        Optional<Group> group = groupOf(desk, message);
        Set<String> classes = group.map(Group::classes).orElse(Set.of());
        List<String> before = message.conversation() instanceof GroupChat ? recent.before(message) : List.of();
        Screening screening = desk.screener()
                .screen(new ScreeningInput(message.text(), message.author(), classes, message.media(), before));
        switch (message.conversation()) {
            case GroupChat chat -> {
                respond(desk, message, group, screening, commit);
                BotAddress.questionIn(message)
                        .ifPresent(question -> answers.inGroup(desk, message, question, screening, commit));
            }
            case PrivateChat chat -> {
                // In private nobody is exposed; only a child at risk must not wait.
                if (screening.has(Category.SAFEGUARDING)) {
                    respond(desk, message, group, screening, commit);
                }
                answers.inPrivate(desk, message, commit);
            }
        }
        return commit.build();
    }

    /**
     * What follows from an edit: where the message is part of a concern, the change joins it; else the new words are
     * looked at like a new message.
     */
    Commit handle(SchoolDesk desk, Incoming.Edited edited) {
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
        Commit.Builder commit = new Commit.Builder(edited.school());
        Optional<Group> group = groupOf(desk, message);
        Screening screening = desk.screener()
                .screen(new ScreeningInput(
                        message.text(),
                        message.author(),
                        group.map(Group::classes).orElse(Set.of()),
                        message.media(),
                        List.of()));
        Optional<Concern> concern = casebook.concern(edited.school(), ConcernId.of(edited.school(), edited.message()));
        if (concern.isPresent()) {
            boolean clean = screening.response().compareTo(Response.REVIEW) < 0;
            move(
                    desk,
                    concern.get(),
                    new ConcernEvent.MessageEdited(edited.text(), clean, edited.at()),
                    edited,
                    commit);
        } else if (message.conversation() instanceof GroupChat) {
            respond(desk, message, group, screening, commit);
        }
        return commit.build();
    }

    /** What follows when a message is gone: nothing, unless it is part of a concern. */
    Commit handle(SchoolDesk desk, Incoming.Deleted deleted) {
        Commit.Builder commit = new Commit.Builder(deleted.school());
        casebook.concern(deleted.school(), ConcernId.of(deleted.school(), deleted.message()))
                .ifPresent(
                        concern -> move(desk, concern, new ConcernEvent.MessageDeleted(deleted.at()), deleted, commit));
        return commit.build();
    }

    private void move(SchoolDesk desk, Concern concern, ConcernEvent event, Incoming cause, Commit.Builder commit) {
        if (desk.machine().apply(concern, event) instanceof Transition.Moved moved
                && !moved.effects().isEmpty()) {
            effects.write(desk, moved.concern(), moved.effects(), cause, commit);
        }
    }

    static Optional<Group> groupOf(SchoolDesk desk, Incoming.Message message) {
        return message.conversation() instanceof GroupChat(Platform platform, String address)
                ? desk.school().groupAt(platform, address)
                : Optional.empty();
    }

    private void respond(
            SchoolDesk desk,
            Incoming.Message message,
            Optional<Group> group,
            Screening screening,
            Commit.Builder commit) {
        if (screening.response() == Response.NONE) {
            return;
        }
        if (desk.school().mode() == Mode.SHADOW) {
            commit.record(new AuditEvent(
                    AuditEvent.BOT,
                    "shadow." + screening.response().name(),
                    ConcernId.of(message.school(), message.id()).value(),
                    screening.findings().getFirst().category().name()));
            return;
        }
        if (screening.response() == Response.NUDGE) {
            nudge(desk, message, screening.findings(), commit);
        } else {
            raise(desk, message, group, screening, commit);
        }
    }

    private void nudge(SchoolDesk desk, Incoming.Message message, List<Finding> findings, Commit.Builder commit) {
        for (Finding finding : findings) {
            String mark = "nudge:" + finding.category().kind() + ":"
                    + sealer.pseudonym(message.author().value());
            if (finding.category().response() == Response.NUDGE && !casebook.hasMark(message.school(), mark)) {
                commit.mark(mark, NUDGED_AT_MOST_EVERY);
                EffectWriter.say(
                        commit,
                        message,
                        EffectWriter.chatOf(message.author()),
                        desk.notices().nudge(finding),
                        Placement.ALONE.from(message.conversation()));
                return;
            }
        }
    }

    /** Opens a concern about a message, unless there is one. */
    void raise(
            SchoolDesk desk,
            Incoming.Message message,
            Optional<Group> group,
            Screening screening,
            Commit.Builder commit) {
        ConcernId id = ConcernId.of(message.school(), message.id());
        if (casebook.concern(message.school(), id).isPresent()) {
            return;
        }
        Evidence evidence = new Evidence(
                message.id(),
                message.text(),
                message.media(),
                message.author(),
                message.authorName(),
                group.map(Group::name).orElseGet(() -> placeOf(message.conversation())),
                message.at(),
                screening.findings(),
                List.of());
        Concern concern = new Concern(
                id,
                message.school(),
                deciding(screening),
                evidence,
                desk.circles().circleOf(screening, message.author(), group),
                0,
                false,
                new ConcernState.Open(),
                clock.instant(),
                0);
        Transition.Moved raised = desk.machine().raise(concern);
        effects.write(desk, raised.concern(), raised.effects(), message, commit);
    }

    /** The category that decides who is told what: a child at risk comes before everything else. */
    static Category deciding(Screening screening) {
        return screening.has(Category.SAFEGUARDING)
                ? Category.SAFEGUARDING
                : screening.findings().getFirst().category();
    }

    private static String placeOf(Conversation conversation) {
        return switch (conversation) {
            case GroupChat(Platform platform, String address) -> address;
            case PrivateChat chat -> "private chat";
        };
    }
}
