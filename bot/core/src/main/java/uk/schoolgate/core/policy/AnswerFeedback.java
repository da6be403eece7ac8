package uk.schoolgate.core.policy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an asker thinks of an answer. It travels in a button as {@code answer-right:} or {@code answer-wrong:} with the
 * clause's id.
 *
 * @param right whether it answered the question
 * @param clause the id of the clause that was quoted first: 16 hex digits
 */
public record AnswerFeedback(boolean right, String clause) {
    private static final Pattern FORM = Pattern.compile("answer-(right|wrong):([0-9A-F]{16})");

    /** The form that a button carries. */
    public String token() {
        return "answer-" + (right ? "right" : "wrong") + ":" + clause;
    }

    /** Reads a button's form; empty for any other. */
    public static Optional<AnswerFeedback> parse(String token) {
        Matcher matcher = FORM.matcher(token);
        return matcher.matches()
                ? Optional.of(new AnswerFeedback(matcher.group(1).equals("right"), matcher.group(2)))
                : Optional.empty();
    }
}
