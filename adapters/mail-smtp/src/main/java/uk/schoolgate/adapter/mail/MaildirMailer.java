package uk.schoolgate.adapter.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.message.Mailer;
import uk.schoolgate.core.message.SendResult;
import uk.schoolgate.core.text.Fingerprint;

/**
 * Keeps e-mails as files, one Maildir for each address: for a school that tries Schoolgate out without a mail server. Any
 * mail program can read the folders. The same Message-ID is kept once.
 */
public final class MaildirMailer implements Mailer {
    private final Path folder;
    private final MimeComposer composer;
    private final Session session = Session.getInstance(new Properties());

    /** @param folder holds a Maildir for each address */
    public MaildirMailer(Path folder, InternetAddress from, Clock clock) {
        this.folder = folder;
        this.composer = new MimeComposer(from, clock);
    }

    /** The Maildir of an address; always a folder directly under {@code folder}, whatever the address. */
    public static Path mailboxOf(Path folder, String address) {
        String name = address.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9@._+-]", "_");
        return folder.resolve(name.replaceFirst("^[.]+", "_"));
    }

    @Override
    public SendResult deliver(Mail mail) {
        try {
            Path mailbox = mailboxOf(folder, mail.to());
            for (String part : new String[] {"tmp", "new", "cur"}) {
                Files.createDirectories(mailbox.resolve(part));
            }
            String name = nameOf(mail);
            if (isThere(mailbox, name)) {
                return new SendResult.Sent("kept before");
            }
            write(mail, mailbox.resolve("tmp").resolve(name));
            Files.move(
                    mailbox.resolve("tmp").resolve(name),
                    mailbox.resolve("new").resolve(name),
                    StandardCopyOption.ATOMIC_MOVE);
            return new SendResult.Sent("kept in " + mailbox.getFileName());
        } catch (IOException | MessagingException e) {
            return new SendResult.TryLater(
                    "the mail folder cannot be written: " + e.getClass().getSimpleName(), Optional.empty());
        }
    }

    private static boolean isThere(Path mailbox, String name) throws IOException {
        if (Files.exists(mailbox.resolve("new").resolve(name))) {
            return true;
        }
        try (var read = Files.newDirectoryStream(mailbox.resolve("cur"), name + "*")) {
            return read.iterator().hasNext();
        }
    }

    private void write(Mail mail, Path file) throws IOException, MessagingException {
        try (OutputStream out = Files.newOutputStream(file)) {
            composer.compose(mail, session).writeTo(out);
        }
    }

    /** The name comes from the Message-ID, so that a copy is recognised. */
    private static String nameOf(Mail mail) {
        return Fingerprint.of(mail.messageId(), 16) + ".schoolgate";
    }
}
