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
 * Asks back where a button would be a message of its own, by a thumb to type: in a private chat a thumb up or down means
 * the answer that it replies to, and the last one where it replies to none.
 */
final class Thumbs {
    private static final Duration PATIENCE = Duration.ofHours(1);
    /** As long as WhatsApp says what a message replies to, and a day. */
    private static final Duration REPLIED_TO = Duration.ofDays(8);

    private static final String UP = "👍";
    private static final String DOWN = "👎";
    /** In any colour of skin, and as often as somebody feels it. */
    private static final Pattern THUMB = Pattern.compile(
            "(?:(👍|👎)[\\x{1F3FB}-\\x{1F3FF}]?\\x{FE0F}?\\s*)(?:\\1[\\x{1F3FB}-\\x{1F3FF}]?\\x{FE0F}?\\s*)*+");

    private final Notebook notebook;

    Thumbs(Notebook notebook) {
        this.notebook = notebook;
    }

    /**
     * The answer, and under it the question whether it was right.
     *
     * @param id under which the answer leaves
     */
    Content asking(SchoolDesk desk, Incoming.Message question, String clause, Content answer, String id) {
        notebook.write(question.school(), key(question.author()), clause, PATIENCE);
        notebook.write(question.school(), key(question.author(), id), clause, REPLIED_TO);
        return answer.asking(desk.wording().say(Phrase.ANSWER_WAS_IT_RIGHT) + " " + UP + " " + DOWN, answer.buttons());
    }

    /** What somebody says of an answer; empty for a message that is more than a thumb, or that is about no answer. */
    Optional<AnswerFeedback> read(Incoming.Message message) {
        Matcher thumb = THUMB.matcher(message.text().strip());
        return thumb.matches()
                ? notebook.read(message.school(), meant(message))
                        .map(clause -> new AnswerFeedback(thumb.group(1).equals(UP), clause))
                : Optional.empty();
    }

    private static String meant(Incoming.Message thumb) {
        return thumb.repliesTo().isEmpty() ? key(thumb.author()) : key(thumb.author(), thumb.repliesTo());
    }

    private static String key(PersonId person) {
        return "answered:" + person.value();
    }

    private static String key(PersonId person, String answer) {
        return key(person) + ":" + answer;
    }
}
