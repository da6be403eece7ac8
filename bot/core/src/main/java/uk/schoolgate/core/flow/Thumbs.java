package uk.schoolgate.core.flow;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.policy.AnswerFeedback;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.wording.Phrase;

/**
 * Asks back where a button would be a message of its own, by a thumb to type: the last answer in a private chat is the one
 * that a thumb up or down means.
 */
final class Thumbs {
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final String UP = "👍";
    private static final String DOWN = "👎";
    /** In any colour of skin, and as often as somebody feels it. */
    private static final Pattern THUMB = Pattern.compile(
            "(?:(👍|👎)[\\x{1F3FB}-\\x{1F3FF}]?\\x{FE0F}?\\s*)(?:\\1[\\x{1F3FB}-\\x{1F3FF}]?\\x{FE0F}?\\s*)*+");

    private final Notebook notebook;

    Thumbs(Notebook notebook) {
        this.notebook = notebook;
    }

    /** The answer, and under it the question whether it was right. */
    Content asking(SchoolDesk desk, Incoming.Message question, String clause, Content answer) {
        notebook.write(question.school(), key(question.author()), clause, PATIENCE);
        return answer.asking(desk.wording().say(Phrase.ANSWER_WAS_IT_RIGHT) + " " + UP + " " + DOWN, answer.buttons());
    }

    /** What somebody says of the last answer; empty for a message that is more than a thumb, or where nothing was answered. */
    Optional<AnswerFeedback> read(Incoming.Message message) {
        Matcher thumb = THUMB.matcher(message.text().strip());
        return thumb.matches()
                ? notebook.read(message.school(), key(message.author()))
                        .map(clause -> new AnswerFeedback(thumb.group(1).equals(UP), clause))
                : Optional.empty();
    }

    private static String key(PersonId person) {
        return "answered:" + person.value();
    }
}
