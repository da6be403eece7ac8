package uk.schoolgate.adapter.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.message.Mailer;
import uk.schoolgate.core.message.SendResult;
import uk.schoolgate.testkit.MailerContract;
import uk.schoolgate.testkit.SettableClock;

/** Over real SMTP, to GreenMail. */
class SmtpMailerTest implements MailerContract {
    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    private int port;

    @BeforeEach
    void start() {
        server.start();
        port = server.getSmtp().getPort();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Override
    public Mailer mailer() {
        return mailerAt("smtp://127.0.0.1:" + port);
    }

    private static Mailer mailerAt(String url) {
        try {
            InternetAddress from = new InternetAddress("schoolgate@test.example");
            return new SmtpMailer(URI.create(url), from, SettableClock.onATuesday());
        } catch (AddressException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public List<Received> received(String address) {
        return Stream.of(server.getReceivedMessages()).map(ReceivedMail::read).toList();
    }

    @Override
    public void breakConnection() {
        server.stop();
    }

    @Test
    void theServersAnswerIsTheReceipt() {
        Mail mail = new Mail("x@y", ADDRESS, "S", "t", "<p>t</p>", List.of(), Optional.empty());
        assertThat(mailer().deliver(mail))
                .isInstanceOfSatisfying(
                        SendResult.Sent.class,
                        sent -> assertThat(sent.receipt()).startsWith("250"));
    }

    @Test
    void aUserAndPasswordOfTheUrlAreUsed() {
        server.setUser("bot@test.example", "bot", "s3cret");
        Mail mail = new Mail("x@y", ADDRESS, "S", "t", "<p>t</p>", List.of(), Optional.empty());
        assertThat(mailerAt("smtp://bot:s3cret@127.0.0.1:" + port).deliver(mail))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(mailerAt("smtp://bot:wrong@127.0.0.1:" + port).deliver(mail))
                .isInstanceOf(SendResult.TryLater.class);
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 no such user, true",
        "RCPT, 452 mailbox full, false",
        "MAIL, 554 not from you, true",
        "MAIL, 421 too busy, false",
        "DATA, 451 not now, false",
        "., 554 looks like spam, true",
        "., 451 local error, false"
    })
    void whatAServerRefusesForGoodIsToldFromWhatItRefusesNow(String command, String answer, boolean forGood)
            throws IOException {
        try (RudeServer rude = new RudeServer(command, answer)) {
            Mail mail = new Mail("x@y", ADDRESS, "S", "t", "<p>t</p>", List.of(), Optional.empty());
            SendResult result = mailerAt(rude.url()).deliver(mail);
            assertThat(result).isInstanceOf(forGood ? SendResult.Unreachable.class : SendResult.TryLater.class);
            assertThat(result.toString()).contains("the mail server answered " + answer.substring(0, 3));
        }
    }

    /** Sent is sent: a second attempt would be a second copy. */
    @Test
    void aServerThatAcceptsAndThenBreaksTheConnectionAtTheGoodByeHasTheMail() throws IOException {
        try (RudeServer rude = new RudeServer()) {
            Mail mail = new Mail("x@y", ADDRESS, "S", "t", "<p>t</p>", List.of(), Optional.empty());
            assertThat(mailerAt(rude.url()).deliver(mail))
                    .isInstanceOfSatisfying(
                            SendResult.Sent.class,
                            sent -> assertThat(sent.receipt()).isEqualTo("250 taken"));
        }
    }
}
