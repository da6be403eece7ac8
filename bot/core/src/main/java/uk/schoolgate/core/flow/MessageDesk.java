package uk.schoolgate.core.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation.GroupChat;
import uk.schoolgate.core.message.Conversation.PrivateChat;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Kind;
import uk.schoolgate.core.screening.Screening;
import uk.schoolgate.core.screening.ScreeningInput;
import uk.schoolgate.core.wording.Phrase;

/** Handles what people write: answers questions to the bot, screens what is said in groups. */
final class MessageDesk {
    private final ResponseDesk responses;
    private final PrivateDesk privately;
    private final RecentTalk recent = new RecentTalk();

    MessageDesk(ResponseDesk responses, PrivateDesk privately) {
        this.responses = responses;
        this.privately = privately;
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
                responses.respond(desk, screened(message, group, screening), message, commit);
                BotAddress.questionIn(message)
                        .ifPresent(question -> answerInGroup(desk, message, question, screening, commit));
            }
            case PrivateChat chat -> {
                // In private nobody is exposed; only a child at risk must not wait.
                boolean atRisk = screening.has(Category.SAFEGUARDING);
                if (atRisk) {
                    responses.respond(desk, screened(message, group, screening), message, commit);
                }
                if (!privately.handle(desk, message, atRisk, commit)) {
                    Content reply = reply(desk, message, message.text(), asker(desk, message));
                    EffectWriter.say(commit, message, chat, reply);
                }
            }
        }
        return commit.build();
    }

    private static ResponseDesk.Screened screened(
            Incoming.Message message, Optional<Group> group, Screening screening) {
        return new ResponseDesk.Screened(message, ConcernId.of(message.school(), message.id()), group, screening);
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
        Content reply = reply(desk, message, question, asker);
        if (namesChild(screening)) {
            EffectWriter.say(commit, message, EffectWriter.chatOf(message.author()), reply);
            Content pointer = Content.ofText(desk.wording().say(Phrase.ANSWER_PRIVATELY));
            EffectWriter.say(commit, message, message.conversation(), pointer);
        } else {
            EffectWriter.say(commit, message, message.conversation(), reply);
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
            return Content.ofText(desk.wording()
                    .say(Phrase.BOT_INTRODUCTION, "school", desk.school().name()));
        }
        return desk.answers().of(desk.answerer().answer(question, asker));
    }
}
