package uk.schoolgate.core.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Directory;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Placement;
import uk.schoolgate.core.policy.Answer;
import uk.schoolgate.core.policy.AnswerFeedback;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Kind;
import uk.schoolgate.core.screening.Screening;
import uk.schoolgate.core.sealing.Sealer;
import uk.schoolgate.core.wording.Phrase;

/** Answers what people ask the bot, out of what everybody who reads the answer may see. */
final class AnswerDesk {
    /** As long as the store remembers an event: one opinion a person, however often they press. */
    private static final Duration OPINION_KEPT = Duration.ofDays(8);
    /** A chat that the bot leaves and joins again needs no second introduction. */
    private static final Duration WELCOME_KEPT = Duration.ofDays(3650);

    private final Casebook casebook;
    private final Sealer sealer;
    private final Directory directory;

    AnswerDesk(Casebook casebook, Sealer sealer, Directory directory) {
        this.casebook = casebook;
        this.sealer = sealer;
        this.directory = directory;
    }

    void inGroup(
            SchoolDesk desk, Incoming.Message message, String question, Screening screening, Commit.Builder commit) {
        Content reply = reply(desk, message, question, askerInGroup(desk, message));
        if (namesChild(screening)) {
            EffectWriter.say(commit, message, EffectWriter.chatOf(message.author()), reply);
            Content pointer = Content.ofText(desk.wording().say(Phrase.ANSWER_PRIVATELY));
            EffectWriter.say(commit, message, message.conversation(), pointer);
        } else {
            EffectWriter.say(commit, message, message.conversation(), reply);
        }
    }

    void inPrivate(SchoolDesk desk, Incoming.Message message, Commit.Builder commit) {
        Content reply = reply(desk, message, message.text(), desk.askerOf(message.author()));
        EffectWriter.say(commit, message, message.conversation(), reply);
    }

    /** What is quoted in a group is read by everybody in it, whoever asked. */
    private Asker askerInGroup(SchoolDesk desk, Incoming.Message message) {
        boolean amongStaff = message.conversation().platform() == Platform.TEAMS
                && !directory.hasOutsiders(desk.school().code(), message.conversation());
        return amongStaff ? Asker.STAFF : Asker.PARENT;
    }

    private static boolean namesChild(Screening screening) {
        return screening.of(Kind.NAMES_CHILD).stream().anyMatch(finding -> finding.category() != Category.CHILD_OWN);
    }

    private static Content reply(SchoolDesk desk, Incoming.Message message, String question, Asker asker) {
        if (question.isBlank() && !message.media().isEmpty()) {
            return Content.ofText(desk.wording().say(Phrase.BOT_CANNOT_READ_PICTURE));
        }
        if (BotAddress.isGreeting(question)) {
            return introduction(desk);
        }
        Answer answer = desk.answerer().answer(question, asker);
        Content content = desk.answers().of(answer);
        boolean asksBack =
                answer instanceof Answer.Cited && message.conversation().platform() == Platform.TEAMS;
        return asksBack ? askingBack(desk, message, content) : content;
    }

    private static Content introduction(SchoolDesk desk) {
        return Content.ofText(desk.wording()
                .say(Phrase.BOT_INTRODUCTION, "school", desk.school().name()));
    }

    /** In Teams two buttons cost nothing; in WhatsApp they would be a message of their own. */
    private static Content askingBack(SchoolDesk desk, Incoming.Message message, Content content) {
        String id = ConcernId.of(message.school(), message.id()).value().substring(1);
        List<Block> blocks = new ArrayList<>(content.blocks());
        blocks.add(new Block.Text(desk.wording().say(Phrase.ANSWER_WAS_IT_RIGHT)));
        Button right = new Button(desk.wording().say(Phrase.BUTTON_ANSWER_RIGHT), new AnswerFeedback(true, id).token());
        Button wrong =
                new Button(desk.wording().say(Phrase.BUTTON_ANSWER_WRONG), new AnswerFeedback(false, id).token());
        return new Content(content.title(), blocks, List.of(right, wrong));
    }

    /** Keeps what somebody thinks of an answer, once a person; who it was is kept as a pseudonym. */
    Commit opinion(AnswerFeedback feedback, Incoming.Press press) {
        Commit.Builder commit = new Commit.Builder(press.school());
        String person = sealer.pseudonym(press.by().value());
        String mark = "opinion:" + feedback.answer() + ":" + person;
        if (!casebook.hasMark(press.school(), mark)) {
            commit.mark(mark, OPINION_KEPT);
            commit.record(new AuditEvent(
                    person, feedback.right() ? "answer.right" : "answer.wrong", "A" + feedback.answer(), ""));
        }
        return commit.build();
    }

    /** Says once in a chat what the bot does and what it keeps. */
    Commit welcome(SchoolDesk desk, Incoming.Joined joined) {
        Commit.Builder commit = new Commit.Builder(joined.school());
        Conversation chat = joined.conversation();
        String mark = "welcome:" + sealer.pseudonym(chat.key());
        if (!casebook.hasMark(joined.school(), mark)) {
            commit.mark(mark, WELCOME_KEPT);
            EffectWriter.say(commit, joined, chat, introduction(desk), Placement.ALONE);
        }
        return commit.build();
    }
}
