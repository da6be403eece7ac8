package uk.schoolgate.app.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the environment says, read once and checked. The names are those of the README's table.
 *
 * @param school the school folder, or a parent of several; empty for the shipped one
 * @param data where the embedded default keeps its data
 * @param port where we listen; 0 for any that is free
 * @param publicUrl under which the outside reaches us
 * @param redis an outside Redis; empty for the embedded one
 * @param smtp a mail server; empty for Maildir folders
 * @param mailFrom the sender of our mails
 * @param evidenceKeys keys for encryption; empty for one generated into the data folder
 * @param twilio WhatsApp through Twilio, where it is on
 * @param twilioSimulated whether the playground's WhatsApp goes through its adapter and a Twilio that is played here
 * @param teams Microsoft Teams, where it is on
 * @param chatModel an outside chat model, where it is on
 */
public record Settings(
        Optional<Path> school,
        Path data,
        int port,
        Optional<URI> publicUrl,
        Optional<RedisUrl> redis,
        Optional<SmtpUrl> smtp,
        String mailFrom,
        Optional<Secret> evidenceKeys,
        Optional<Twilio> twilio,
        boolean twilioSimulated,
        Optional<Teams> teams,
        Optional<ChatModel> chatModel) {

    /** The page that plays the platforms is there only while no real one is. */
    public boolean playgroundOn() {
        return twilio.isEmpty() && teams.isEmpty();
    }

    /** Where Redis is; holds a password. */
    public record RedisUrl(URI url) {
        @Override
        public String toString() {
            return "redis at " + url.getHost();
        }
    }

    /** Where the mail server is; holds a password. */
    public record SmtpUrl(URI url) {
        @Override
        public String toString() {
            return "smtp at " + url.getHost();
        }
    }

    /**
     * WhatsApp through Twilio.
     *
     * @param groupNumber the proxy of the hosted groups, E.164
     * @param privateNumber the private line, E.164
     * @param apiBase stands in for Twilio's hosts
     * @param passWhenLate whether a message in a group on hold is passed on where it could not be looked at in time
     * @param eraseCopies whether Twilio's copies of what people write are erased once the bot is done with them
     */
    public record Twilio(
            String accountSid,
            Secret authToken,
            String groupNumber,
            String privateNumber,
            Optional<URI> apiBase,
            boolean passWhenLate,
            boolean eraseCopies) {}

    /**
     * Microsoft Teams.
     *
     * @param openIdMetadata stands in for Microsoft's metadata URL
     * @param tokenUrl stands in for Microsoft's token endpoint
     * @param serviceHosts further allowed hosts of a serviceUrl, comma-separated
     * @param targetedMessages whether an author's private word is shown to them inside the group, a preview of Teams
     */
    public record Teams(
            String appId,
            Secret appPassword,
            String tenantId,
            Optional<URI> openIdMetadata,
            Optional<URI> tokenUrl,
            Optional<String> serviceHosts,
            boolean targetedMessages) {}

    /** An OpenAI-compatible endpoint. */
    public record ChatModel(URI url, Secret key, String name) {}
}
