package uk.schoolgate.core.flow;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.schoolgate.core.message.Incoming;

/** Tells whether a message in a group is meant for the bot, and what it asks. */
final class BotAddress {
    private static final Pattern NAME = Pattern.compile(
            "@schoolgate\\b[,:]?|^\\W{0,3}(?:(?:hi|hey|hello|dear) )?schoolgate\\b[,:]?", Pattern.CASE_INSENSITIVE);
    /** "Schoolgate says …" is about the bot, not to it. */
    private static final Pattern TALKED_ABOUT = Pattern.compile(
            "^\\W{0,3}@?schoolgate (?:just )?(?:said|says|told|reckons|answered|answers|thinks|thought)\\b(?!.*\\?)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private BotAddress() {}

    /** The question to the bot in a group message, without its name; empty where the bot is not addressed. */
    static Optional<String> questionIn(Incoming.Message message) {
        Matcher matcher = NAME.matcher(message.text());
        if (TALKED_ABOUT.matcher(message.text()).find()) {
            return Optional.empty();
        }
        if (matcher.find()) {
            return Optional.of(matcher.replaceFirst("").strip());
        }
        return message.mentionsBot() ? Optional.of(message.text().strip()) : Optional.empty();
    }
}
