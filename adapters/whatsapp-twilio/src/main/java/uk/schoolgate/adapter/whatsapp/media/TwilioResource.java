package uk.schoolgate.adapter.whatsapp.media;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;

/**
 * Something of our account that Twilio keeps, by ids alone. What a webhook or a note names is read into this or refused, so
 * that no call ever goes to an address that somebody else made up.
 */
sealed interface TwilioResource {
    /** The words of a message to or from the private line. */
    record Words(String message) implements TwilioResource {
        @Override
        public String name() {
            return "Messages/" + message;
        }
    }

    /** An attachment of a message to the private line. */
    record Attachment(String message, String media) implements TwilioResource {
        @Override
        public String name() {
            return "Messages/" + message + "/Media/" + media;
        }
    }

    /** A message in a hosted group, with its attachments. */
    record Post(String conversation, String message) implements TwilioResource {
        @Override
        public String name() {
            return "Conversations/" + conversation + "/Messages/" + message;
        }
    }

    /** Its name in queues and evidence. */
    String name();

    /** What a name stands for; empty for anything else. */
    static Optional<TwilioResource> named(String name) {
        Matcher matcher = Names.NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String conversation = matcher.group("conversation");
        if (conversation != null) {
            return Optional.of(new Post(conversation, matcher.group("post")));
        }
        String message = matcher.group("message");
        String media = matcher.group("media");
        return Optional.of(media == null ? new Words(message) : new Attachment(message, media));
    }

    /** The attachment at a media URL: one of Twilio's own, of our own account. */
    static Optional<Attachment> at(String url, TwilioAccount account) {
        Matcher matcher = Names.URL.matcher(url);
        return matcher.matches()
                        && matcher.group("account").equals(account.sid())
                        && isTwilios(matcher.group("origin"), account)
                ? Optional.of(new Attachment(matcher.group("message"), matcher.group("media")))
                : Optional.empty();
    }

    private static boolean isTwilios(String origin, TwilioAccount account) {
        return Names.TWILIO.matcher(origin).matches()
                || account.apiBase()
                        .filter(base -> origin.equals(Names.origin(base)))
                        .isPresent();
    }

    /** How these things are written. */
    final class Names {
        private static final String HEX = "[0-9a-fA-F]{32}";
        private static final Pattern NAME =
                Pattern.compile("Messages/(?<message>(?:SM|MM)" + HEX + ")(?:/Media/(?<media>ME"
                        + HEX + "))?" + "|Conversations/(?<conversation>CH" + HEX + ")/Messages/(?<post>IM" + HEX
                        + ")(?:/Media/ME" + HEX + ")?");
        private static final Pattern URL =
                Pattern.compile("(?<origin>https?://[^/?#@]+)/2010-04-01/Accounts/(?<account>AC" + HEX
                        + ")/Messages/(?<message>(?:SM|MM)" + HEX + ")/Media/(?<media>ME" + HEX + ")");
        /** Also of another region: {@code api.dublin.ie1.twilio.com}. */
        private static final Pattern TWILIO =
                Pattern.compile("https://api(?:\\.[a-z0-9-]+){0,2}\\.twilio\\.com(?::443)?");

        private Names() {}

        static String origin(URI url) {
            return url.getScheme() + "://" + url.getRawAuthority();
        }
    }
}
