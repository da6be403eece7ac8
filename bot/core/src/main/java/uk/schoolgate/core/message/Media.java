package uk.schoolgate.core.message;

/**
 * A picture, film or document that came with a message; the bot keeps the reference, not the content.
 *
 * @param contentType MIME type as the platform names it, for instance {@code image/jpeg}
 * @param reference the platform's id or address of it
 */
public record Media(String contentType, String reference) {
    /** Whether it is a file that somebody could read: no picture, film, recording or contact card. */
    public boolean isDocument() {
        return !isPicture() && !contentType.startsWith("audio/") && !contentType.endsWith("vcard");
    }

    /** Whether it shows people: a photo or a film. */
    public boolean isPicture() {
        return contentType.startsWith("image/") || contentType.startsWith("video/");
    }
}
