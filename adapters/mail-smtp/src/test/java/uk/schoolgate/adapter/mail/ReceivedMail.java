package uk.schoolgate.adapter.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import uk.schoolgate.testkit.MailerContract.Received;

/** Reads a MIME message back. */
final class ReceivedMail {
    private String text = "";
    private String html = "";
    private final List<String> attachments = new ArrayList<>();

    private ReceivedMail() {}

    static Received read(MimeMessage message) {
        try {
            ReceivedMail mail = new ReceivedMail();
            mail.part(message);
            return new Received(
                    message.getMessageID(),
                    message.getSubject(),
                    mail.text,
                    mail.html,
                    mail.attachments,
                    String.valueOf(message.getHeader("In-Reply-To", null)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private void part(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                part(inner);
            }
        } else if (part.getFileName() != null) {
            attachments.add(part.getFileName());
        } else if (part.isMimeType("text/html")) {
            html = part.getContent().toString();
        } else {
            text = part.getContent().toString();
        }
    }
}
