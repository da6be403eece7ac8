package uk.schoolgate.adapter.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import uk.schoolgate.core.message.Mail;

/** Makes MIME messages of our mails: a plain and an HTML part, attachments, and headers that text cannot break out of. */
final class MimeComposer {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final InternetAddress from;
    private final Clock clock;

    MimeComposer(InternetAddress from, Clock clock) {
        this.from = from;
        this.clock = clock;
    }

    MimeMessage compose(Mail mail, Session session) throws MessagingException {
        MimeMessage message = new IdentifiedMessage(session, mail.messageId());
        MimeMessageHelper helper = new MimeMessageHelper(message, true, UTF_8);
        helper.setFrom(from);
        helper.setTo(mail.to());
        helper.setSubject(mail.subject());
        helper.setText(mail.text(), mail.html());
        helper.setSentDate(Date.from(clock.instant()));
        for (Mail.Attachment attachment : mail.attachments()) {
            byte[] content = attachment.content().getBytes(StandardCharsets.UTF_8);
            helper.addAttachment(attachment.name(), new ByteArrayResource(content), attachment.contentType());
        }
        message.setHeader("Auto-Submitted", "auto-generated");
        if (mail.thread().isPresent()) {
            message.setHeader("In-Reply-To", "<" + mail.thread().get() + ">");
            message.setHeader("References", "<" + mail.thread().get() + ">");
        }
        message.saveChanges();
        return message;
    }

    /** A message that keeps the Message-ID it was given; the ordinary one makes a new one whenever it is saved. */
    private static final class IdentifiedMessage extends MimeMessage {
        private final String id;

        IdentifiedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
