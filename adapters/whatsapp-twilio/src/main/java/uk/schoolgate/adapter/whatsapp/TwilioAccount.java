package uk.schoolgate.adapter.whatsapp;

import java.net.URI;
import java.util.Optional;

/**
 * The account that WhatsApp runs over.
 *
 * @param sid {@code AC…}
 * @param authToken the primary one, with which webhooks are signed
 * @param groupNumber the proxy of the hosted groups, E.164
 * @param privateNumber the private line, E.164
 * @param publicUrl under which Twilio reaches us, without a slash at the end; signatures are made over it
 * @param apiBase stands in for all of Twilio's API hosts
 * @param passWhenLate what becomes of a message in a group on hold that could not be looked at in time: true passes it
 *     on and looks at it afterwards, false asks its author to send it again
 * @param eraseCopies whether Twilio's own copies of what people write are erased once the bot is done with them
 */
public record TwilioAccount(
        String sid,
        String authToken,
        String groupNumber,
        String privateNumber,
        String publicUrl,
        Optional<URI> apiBase,
        boolean passWhenLate,
        boolean eraseCopies) {
    /** The path of the webhook for messages to the private line. */
    public static final String MESSAGES = "/webhooks/twilio/messages";

    /** The path of the webhook for hosted groups. */
    public static final String CONVERSATIONS = "/webhooks/twilio/conversations";

    /** The path of the webhook for what became of messages. */
    public static final String STATUS = "/webhooks/twilio/status";

    public TwilioAccount {
        publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    /** The address of a person or number on WhatsApp, as Twilio writes it. */
    public static String address(String number) {
        return number.startsWith("whatsapp:") ? number : "whatsapp:" + number;
    }

    /** The token stays out of logs. */
    @Override
    public String toString() {
        return "the Twilio account at " + publicUrl;
    }
}
