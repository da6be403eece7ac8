package uk.schoolgate.core.flow;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.concern.ConcernState;
import uk.schoolgate.core.concern.Evidence;
import uk.schoolgate.core.concern.Transition;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Conversation.GroupChat;
import uk.schoolgate.core.message.Conversation.PrivateChat;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Kind;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.core.screening.Screening;
import uk.schoolgate.core.screening.ScreeningInput;
import uk.schoolgate.core.sealing.Sealer;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Tongue;

/** Handles what people write: answers questions to the bot, screens what is said in groups. */
final class MessageDesk {
    private static final Duration NUDGED_AT_MOST_EVERY = Duration.ofDays(7);

    private final Casebook casebook;
    private final EffectWriter effects;
    private final Sealer sealer;
    private final Clock clock;
    private final RecentTalk recent = new RecentTalk();

    MessageDesk(Casebook casebook, EffectWriter effects, Sealer sealer, Clock clock) {
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
                        .ifPresent(question -> answerInGroup(desk, message, question, screening, commit));
            }
            case PrivateChat chat -> {
                // In private nobody is exposed; only a child at risk must not wait.
                if (screening.has(Category.SAFEGUARDING)) {
                    respond(desk, message, group, screening, commit);
                }
                EffectWriter.say(commit, message, chat, inPrivate(desk, message, commit));
            }
        }
        return commit.build();
    }

    private Content inPrivate(SchoolDesk desk, Incoming.Message message, Commit.Builder commit) {
        Optional<Tongue> chosen = Tongue.named(message.text());
        if (chosen.isPresent()) {
            commit.choose(message.author(), chosen.get());
            return Greetings.chosen(desk.in(chosen.get()).wording());
        }
        return reply(effects.deskOf(desk, message.author()), message, message.text(), asker(desk, message));
    }

    private static Optional<Group> groupOf(SchoolDesk desk, Incoming.Message message) {
        return message.conversation() instanceof GroupChat(Platform platform, String address)
                ? desk.school().groupAt(platform, address)
                : Optional.empty();
    }

    private void answerInGroup(
            SchoolDesk desk, Incoming.Message message, String question, Screening screening, Commit.Builder commit) {
        // What is quoted in a group is read by everybody in it, whoever asked.
        Asker asker = message.conversation().platform() == Platform.TEAMS ? Asker.STAFF : Asker.PARENT;
        if (namesChild(screening)) {
            Content reply = reply(effects.deskOf(desk, message.author()), message, question, asker);
            EffectWriter.say(commit, message, EffectWriter.chatOf(message.author()), reply);
            Content pointer = Content.ofText(desk.wording().say(Phrase.ANSWER_PRIVATELY));
            EffectWriter.say(commit, message, message.conversation(), pointer);
        } else {
            // What a whole group reads is English.
            EffectWriter.say(commit, message, message.conversation(), reply(desk, message, question, asker));
        }
    }

    private static boolean namesChild(Screening screening) {
        return screening.of(Kind.NAMES_CHILD).stream().anyMatch(finding -> finding.category() != Category.CHILD_OWN);
    }

    private static Asker asker(SchoolDesk desk, Incoming.Message message) {
        return message.conversation().platform() == Platform.TEAMS ? Asker.STAFF : desk.askerOf(message.author());
    }

    private static Content reply(SchoolDesk desk, Incoming.Message message, String question, Asker asker) {
        if (question.isBlank() && !message.media().isEmpty()) {
            return Content.ofText(desk.wording().say(Phrase.BOT_CANNOT_READ_PICTURE));
        }
        if (BotAddress.isGreeting(question)) {
            return Greetings.introduction(desk, message.conversation());
        }
        return desk.answers().of(desk.answerer().answer(question, asker));
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
                        effects.deskOf(desk, message.author()).notices().nudge(finding));
                return;
            }
        }
    }

    private void raise(
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
                message.text(),
                message.media(),
                message.author(),
                message.authorName(),
                group.map(Group::name).orElseGet(() -> placeOf(message.conversation())),
                message.at(),
                screening.findings());
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
    private static Category deciding(Screening screening) {
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
