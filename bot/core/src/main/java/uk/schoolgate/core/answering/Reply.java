package uk.schoolgate.core.answering;

import java.util.List;
import java.util.Optional;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.policy.Citation;

/**
 * What the bot says to a message that was meant for it.
 *
 * @param outcome what kind of reply it is
 * @param content what the asker reads
 * @param citations the clauses quoted in it, as they are shown
 * @param confidence how sure the bot is that it answers, 0 to 1
 * @param clause the id of the first clause, for asking whether it was right
 */
public record Reply(
        Outcome outcome, Content content, List<Citation> citations, double confidence, Optional<String> clause) {
    /** What kind of reply it is. */
    public enum Outcome {
        /** The policies say it, or the office does. */
        ANSWERED,
        /** The policies don't say. */
        NOT_SAID,
        /** It was a greeting: the bot says who it is. */
        INTRODUCED,
        /** It was no question to the policies. */
        SMALL_TALK
    }

    public Reply {
        citations = List.copyOf(citations);
    }
}
