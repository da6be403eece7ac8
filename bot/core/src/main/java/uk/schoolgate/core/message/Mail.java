package uk.schoolgate.core.message;

import java.util.List;
import java.util.Optional;

/**
 * An e-mail, ready to be put on the wire.
 *
 * @param messageId the part between the angle brackets; deterministic, so that a copy is recognised as one
 * @param to one address
 * @param subject one line; never holds a child's name
 * @param text plain part
 * @param html HTML part that says the same
 * @param attachments files
 * @param thread the Message-ID that this one answers, which keeps a case in one thread
 */
public record Mail(
        String messageId,
        String to,
        String subject,
        String text,
        String html,
        List<Attachment> attachments,
        Optional<String> thread) {
    public Mail {
        attachments = List.copyOf(attachments);
        requireOneLine(messageId);
        requireOneLine(to);
        requireOneLine(subject);
    }

    /** A line break in a header would let text from a chat write headers of its own. */
    private static void requireOneLine(String header) {
        if (header.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a mail header must be one line without control characters");
        }
    }

    /** The same mail, to another address. */
    public Mail addressedTo(String address) {
        return new Mail(messageId, address, subject, text, html, attachments, thread);
    }

    /**
     * A file that goes with the mail.
     *
     * @param name file name
     * @param contentType MIME type
     * @param content text of the file
     */
    public record Attachment(String name, String contentType, String content) {}
}
