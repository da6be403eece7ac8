package uk.schoolgate.adapter.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.message.Mailer;
import uk.schoolgate.testkit.MailerContract;
import uk.schoolgate.testkit.SettableClock;

class MaildirMailerTest implements MailerContract {
    @TempDir
    Path folder;

    @Override
    public Mailer mailer() {
        try {
            InternetAddress from = new InternetAddress("schoolgate@test.example");
            return new MaildirMailer(folder, from, SettableClock.onATuesday());
        } catch (AddressException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public List<Received> received(String address) {
        Path arrived = MaildirMailer.mailboxOf(folder, address).resolve("new");
        try (Stream<Path> files = Files.list(arrived)) {
            return files.map(MaildirMailerTest::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Received read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return ReceivedMail.read(new MimeMessage(Session.getInstance(new Properties()), in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void breakConnection() {
        try {
            Files.writeString(MaildirMailer.mailboxOf(folder, ADDRESS), "a file where the mailbox should be");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theSameMailIsKeptOnceEvenAfterItWasRead() throws IOException {
        Mail mail = new Mail("x@y", ADDRESS, "S", "t", "<p>t</p>", List.of(), Optional.empty());
        mailer().deliver(mail);
        mailer().deliver(mail);
        assertThat(received(ADDRESS)).hasSize(1);
        Path mailbox = MaildirMailer.mailboxOf(folder, ADDRESS);
        try (Stream<Path> files = Files.list(mailbox.resolve("new"))) {
            Path file = files.findFirst().orElseThrow();
            Files.move(file, mailbox.resolve("cur").resolve(file.getFileName() + ":2,S"));
        }
        mailer().deliver(mail);
        assertThat(received(ADDRESS)).isEmpty();
    }

    @Test
    void anAddressCannotLeaveTheFolder() {
        assertThat(MaildirMailer.mailboxOf(folder, "../../etc/x@y").getParent()).isEqualTo(folder);
        assertThat(MaildirMailer.mailboxOf(folder, "..").normalize().getParent())
                .isEqualTo(folder);
    }
}
