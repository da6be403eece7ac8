package uk.schoolgate.core.flow;

import java.util.Locale;
import java.util.regex.Pattern;
import uk.schoolgate.core.answering.Reply;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.wording.Tongue;

/**
 * Tells what somebody writes in the midst of the bot's own questions that is no answer to them: a question of theirs, a
 * greeting, a call for help, the name of a language, a question after an incident.
 */
final class OtherTalk {
    /** "Was it …?" and "is it …?" are guesses, and good answers. */
    private static final Pattern ASKS =
            Pattern.compile("(?:(?:hi|hello|hey|and|but|so|also|please|schoolgate|@schoolgate)[ ,:!.-]+)*+"
                    + "(?:what|when|where|who|whom|whose|why|which|how|can|could|may|am|are|do|does|did|should|must|will"
                    + "|would|shall|have|has|is (?!it\\b|this\\b|that\\b)|tell me|explain)\\b.*");

    private static final int FEWEST_WORDS = 3;

    private OtherTalk() {}

    static boolean isNoAnswer(SchoolDesk desk, Incoming.Message message) {
        String text = message.text().strip();
        if (text.isEmpty() || Tongue.named(text).isPresent() || IncidentDesk.isAskedBy(text)) {
            return true;
        }
        Reply.Outcome outcome =
                desk.replies().reply(text, desk.askerOf(message.author())).outcome();
        return switch (outcome) {
            case INTRODUCED, SMALL_TALK -> true;
            case ANSWERED -> asks(text) || text.endsWith("?");
            case NOT_SAID -> asks(text) && text.endsWith("?");
        };
    }

    private static boolean asks(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        return folded.split("\\s+").length >= FEWEST_WORDS
                && ASKS.matcher(folded.replace('\n', ' ')).matches();
    }
}
