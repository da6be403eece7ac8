package uk.schoolgate.core.flow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.schoolgate.core.answering.Reply;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Conversation.PrivateChat;
import uk.schoolgate.core.message.Directory;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Placement;
import uk.schoolgate.core.policy.AnswerFeedback;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Kind;
import uk.schoolgate.core.screening.Screening;
import uk.schoolgate.core.sealing.Sealer;
import uk.schoolgate.core.text.Span;
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
    private final WeeklyList weekly;
    private final EffectWriter effects;
    private final Thumbs thumbs;

    AnswerDesk(
            Casebook casebook,
            Sealer sealer,
            Directory directory,
            WeeklyList weekly,
            EffectWriter effects,
            Thumbs thumbs) {
        this.weekly = weekly;
        this.effects = effects;
        this.thumbs = thumbs;
        this.casebook = casebook;
        this.sealer = sealer;
        this.directory = directory;
    }

    void inGroup(
            SchoolDesk desk, Incoming.Message message, String question, Screening screening, Commit.Builder commit) {
        Asker asker = askerInGroup(desk, message);
        if (namesChild(screening)) {
            Content reply = reply(effects.deskOf(desk, message.author()), message, question, asker, screening, commit);
            EffectWriter.say(commit, message, EffectWriter.chatOf(message.author()), reply);
            Content pointer = Content.ofText(desk.wording().say(Phrase.ANSWER_PRIVATELY));
            EffectWriter.say(commit, message, message.conversation(), pointer);
        } else {
            // What a whole group reads is English.
            EffectWriter.say(
                    commit, message, message.conversation(), reply(desk, message, question, asker, screening, commit));
        }
    }

    void inPrivate(SchoolDesk desk, Incoming.Message message, Screening screening, Commit.Builder commit) {
        SchoolDesk own = effects.deskOf(desk, message.author());
        Optional<AnswerFeedback> thumb = thumbs.read(message);
        if (thumb.isPresent()) {
            keep(desk, thumb.get(), message, message.author(), commit);
            Content thanks = Content.ofText(own.wording().say(Phrase.ANSWER_OPINION_NOTED));
            EffectWriter.say(commit, message, message.conversation(), thanks);
        } else {
            Content reply = reply(own, message, message.text(), askerInPrivate(desk, message), screening, commit);
            EffectWriter.say(commit, message, message.conversation(), reply);
        }
    }

    /** Somebody may be on the staff list and a guest all the same, such as a governor with an address of their own. */
    private Asker askerInPrivate(SchoolDesk desk, Incoming.Message message) {
        Asker asker = desk.askerOf(message.author());
        return asker == Asker.STAFF && directory.hasOutsiders(desk.school().code(), message.conversation())
                ? Asker.PARENT
                : asker;
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

    private Content reply(
            SchoolDesk desk,
            Incoming.Message message,
            String question,
            Asker asker,
            Screening screening,
            Commit.Builder commit) {
        if (question.isBlank() && !message.media().isEmpty()) {
            return Content.ofText(desk.wording().say(Phrase.BOT_CANNOT_READ_PICTURE));
        }
        Reply reply = desk.replies().reply(withoutChildren(question, screening), asker);
        if (reply.outcome() == Reply.Outcome.NOT_SAID) {
            weekly.notSaid(desk, message, question, screening, commit);
        }
        if (reply.outcome() == Reply.Outcome.INTRODUCED) {
            return Greetings.introduction(desk, message.conversation());
        }
        return reply.clause()
                .map(clause -> askingBack(desk, message, clause, reply.content(), EffectWriter.id(commit, message)))
                .orElse(reply.content());
    }

    /** No policy knows a child's name, and no answer needs it. */
    private static String withoutChildren(String question, Screening screening) {
        String text = question;
        for (Finding finding : screening.of(Kind.NAMES_CHILD)) {
            for (Span span : finding.spans()) {
                text = text.replaceAll("\\b" + Pattern.quote(span.text()) + "\\b", "child");
            }
        }
        return text;
    }

    /** In Teams two buttons cost nothing; in WhatsApp they would be a message of their own, and a group has none. */
    private Content askingBack(SchoolDesk desk, Incoming.Message message, String clause, Content content, String id) {
        if (hasButtons(message.conversation())) {
            return withButtons(desk, clause, content);
        }
        return message.conversation() instanceof PrivateChat
                ? thumbs.asking(desk, message, clause, content, id)
                : content;
    }

    private static boolean hasButtons(Conversation conversation) {
        return conversation.platform() == Platform.TEAMS;
    }

    private static Content withButtons(SchoolDesk desk, String clause, Content content) {
        Button right =
                new Button(desk.wording().say(Phrase.BUTTON_ANSWER_RIGHT), new AnswerFeedback(true, clause).token());
        Button wrong =
                new Button(desk.wording().say(Phrase.BUTTON_ANSWER_WRONG), new AnswerFeedback(false, clause).token());
        return content.asking(desk.wording().say(Phrase.ANSWER_WAS_IT_RIGHT), List.of(right, wrong));
    }

    /**
     * Whether that press can answer a question of ours: about a clause that there is, where we ask. Anybody can make
     * up a button, so what is pressed counts for nothing but itself.
     */
    static boolean canHaveAsked(SchoolDesk desk, AnswerFeedback feedback, Incoming.Press press) {
        return hasButtons(press.conversation())
                && desk.clauses().sourceOf(feedback.clause()).isPresent();
    }

    /** Keeps what somebody thinks of an answer. */
    Commit opinion(SchoolDesk desk, AnswerFeedback feedback, Incoming.Press press) {
        Commit.Builder commit = new Commit.Builder(press.school());
        keep(desk, feedback, press, press.by(), commit);
        return commit.build();
    }

    /** Once a person; who it was is kept as a pseudonym. */
    private void keep(SchoolDesk desk, AnswerFeedback feedback, Incoming cause, PersonId by, Commit.Builder commit) {
        String person = sealer.pseudonym(by.value());
        String mark = "opinion:" + feedback.clause() + ":" + person;
        if (!casebook.hasMark(cause.school(), mark)) {
            commit.mark(mark, OPINION_KEPT);
            commit.record(new AuditEvent(
                    person, feedback.right() ? "answer.right" : "answer.wrong", "A" + feedback.clause(), ""));
            weekly.opinion(desk, feedback, cause, commit);
        }
    }

    /** Says once in a chat what the bot does and what it keeps. */
    Commit welcome(SchoolDesk desk, Incoming.Joined joined) {
        Commit.Builder commit = new Commit.Builder(joined.school());
        Conversation chat = joined.conversation();
        String mark = "welcome:" + sealer.pseudonym(chat.withoutThread().key());
        if (!casebook.hasMark(joined.school(), mark)) {
            commit.mark(mark, WELCOME_KEPT);
            EffectWriter.say(commit, joined, chat, Greetings.introduction(desk, chat), Placement.ALONE);
        }
        return commit.build();
    }
}
