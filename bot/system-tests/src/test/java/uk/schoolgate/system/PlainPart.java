package uk.schoolgate.system;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What an e-mail says to whoever reads it without HTML. */
final class PlainPart {
    private PlainPart() {}

    /** The first part of an e-mail, or of a part of it, decoded, with single spaces between words. */
    static String of(Part part) {
        try {
            Object content = part.getContent();
            if (content instanceof Multipart parts) {
                return of(parts.getBodyPart(0));
            }
            return content.toString().replaceAll("\\s+", " ");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
