package uk.schoolgate.app.playground;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import uk.schoolgate.adapter.mail.MaildirMailer;

/** Reads the Maildir folders, for the page to show. */
public final class Mailboxes {
    private final Path folder;
    private final Session session = Session.getInstance(new Properties());

    /** @param folder holds a Maildir for each address */
    public Mailboxes(Path folder) {
        this.folder = folder;
    }

    /** An e-mail as a mail program shows it. */
    record Letter(
            String id, String subject, String from, Instant at, String text, String html, List<String> attachments) {}

    /** The e-mails of an address, newest first. */
    List<Letter> lettersTo(String address) {
        Path mailbox = MaildirMailer.mailboxOf(folder, address);
        List<Letter> letters = new ArrayList<>();
        for (String part : List.of("new", "cur")) {
            Path files = mailbox.resolve(part);
            if (Files.isDirectory(files)) {
                letters.addAll(lettersIn(files));
            }
        }
        letters.sort(Comparator.comparing(Letter::at).reversed());
        return letters;
    }

    private List<Letter> lettersIn(Path files) {
        try (Stream<Path> entries = Files.list(files)) {
            return entries.map(this::letter).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Letter letter(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(session, in);
            Body body = new Body();
            body.read(message);
            return new Letter(
                    String.valueOf(message.getMessageID()),
                    String.valueOf(message.getSubject()),
                    String.valueOf(message.getFrom()[0]),
                    message.getSentDate().toInstant(),
                    body.text,
                    body.html,
                    body.attachments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("a kept e-mail cannot be read back: " + file.getFileName(), e);
        }
    }

    private static final class Body {
        private String text = "";
        private String html = "";
        private final List<String> attachments = new ArrayList<>();

        void read(Part part) throws MessagingException, IOException {
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart inner = parts.getBodyPart(i);
                    read(inner);
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
}
