package uk.schoolgate.core.flow;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.schoolgate.core.message.Incoming;

/** Tells whether a message in a group is meant for the bot, and what it asks. */
final class BotAddress {
    private static final Pattern NAME = Pattern.compile(
            "@schoolgate\\b[,:]?|^\\W{0,3}(?:(?:hi|hey|hello|dear) )?schoolgate\\b[,:]?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> GREETINGS =
            Set.of("", "hi", "hello", "hey", "help", "start", "who are you", "what can you do", "what are you");

    private BotAddress() {}

    /** The question to the bot in a group message, without its name; empty where the bot is not addressed. */
    static Optional<String> questionIn(Incoming.Message message) {
        Matcher matcher = NAME.matcher(message.text());
        if (matcher.find()) {
            return Optional.of(matcher.replaceFirst("").strip());
        }
        return message.mentionsBot() ? Optional.of(message.text().strip()) : Optional.empty();
    }

    /** Whether somebody only says hello, or asks what the bot is. */
    static boolean isGreeting(String text) {
        return GREETINGS.contains(
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "").strip());
    }
}
