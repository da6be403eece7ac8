package uk.schoolgate.adapter.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    private final SettableClock clock = SettableClock.onATuesday();

    @TempDir
    private Path folder;

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

    private Mailer mailerAt(String url) {
        try {
            InternetAddress from = new InternetAddress("schoolgate@test.example");
            TakenMails taken = TakenMails.open(list(), clock);
            return new SmtpMailer(URI.create(url), from, taken, clock);
        } catch (AddressException e) {
            throw new AssertionError(e);
        }
    }

    private Path list() {
        return folder.resolve("mail-taken.txt");
    }

    private static Mail mail(String words) {
        return new Mail("x@y", ADDRESS, "S", words, "<p>t</p>", List.of(), Optional.empty());
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
        assertThat(mailer().deliver(mail("t")))
                .isInstanceOfSatisfying(
                        SendResult.Sent.class,
                        sent -> assertThat(sent.receipt()).startsWith("250"));
    }

    @Test
    void aUserAndPasswordOfTheUrlAreUsed() {
        server.setUser("bot@test.example", "bot", "s3cret");
        assertThat(mailerAt("smtp://bot:s3cret@127.0.0.1:" + port).deliver(mail("one")))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(mailerAt("smtp://bot:wrong@127.0.0.1:" + port).deliver(mail("another")))
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
            SendResult result = mailerAt(rude.url()).deliver(mail("t"));
            assertThat(result).isInstanceOf(forGood ? SendResult.Unreachable.class : SendResult.TryLater.class);
            assertThat(result.toString()).contains("the mail server answered " + answer.substring(0, 3));
        }
    }

    /** Sent is sent: a second attempt would be a second copy. */
    @Test
    void aServerThatAcceptsAndThenBreaksTheConnectionAtTheGoodByeHasTheMail() throws IOException {
        try (RudeServer rude = new RudeServer()) {
            assertThat(mailerAt(rude.url()).deliver(mail("t")))
                    .isInstanceOfSatisfying(
                            SendResult.Sent.class,
                            sent -> assertThat(sent.receipt()).isEqualTo("250 taken"));
        }
    }

    /** A bot that is killed after the good-bye and before the store knows must find it when it comes back. */
    @Test
    void whatTheServerTookIsOnDiskBeforeTheGoodBye() throws IOException {
        AtomicBoolean noted = new AtomicBoolean();
        try (RudeServer rude = new RudeServer(() -> noted.set(Files.exists(list())))) {
            mailerAt(rude.url()).deliver(mail("t"));
        }
        assertThat(noted).isTrue();
    }

    @Test
    void aMailerThatStartsAnewDoesNotSendAgainWhatWasTaken() {
        SendResult first = mailer().deliver(mail("t"));
        assertThat(mailer().deliver(mail("t"))).isEqualTo(first);
        assertThat(received(ADDRESS)).hasSize(1);
    }

    /** References that start anew with an emptied store give an old Message-ID to another incident. */
    @Test
    void otherWordsUnderTheSameMessageIdAreSent() {
        mailer().deliver(mail("of one incident"));
        mailer().deliver(mail("of another"));
        assertThat(received(ADDRESS)).hasSize(2);
    }

    @Test
    void whatTheServerDidNotTakeIsSentAgain() throws IOException {
        try (RudeServer rude = new RudeServer(RudeServer.AFTER_DATA, "451 local error")) {
            mailerAt(rude.url()).deliver(mail("t"));
        }
        mailer().deliver(mail("t"));
        assertThat(received(ADDRESS)).hasSize(1);
    }

    @Test
    void aListThatAPowerCutLeftHalfWrittenIsReadAsFarAsItGoes() throws IOException {
        mailer().deliver(mail("t"));
        Files.writeString(list(), "2026-09-08T07:1", StandardOpenOption.APPEND);
        mailer().deliver(mail("t"));
        mailer().deliver(mail("after the power cut"));
        mailer().deliver(mail("after the power cut"));
        assertThat(received(ADDRESS)).hasSize(2);
    }

    @Test
    void aListThatCannotBeWrittenDoesNotKeepAMailFromLeaving() throws IOException {
        Mailer mailer = mailer();
        Files.createDirectory(list());
        assertThat(mailer.deliver(mail("t"))).isInstanceOf(SendResult.Sent.class);
        assertThat(received(ADDRESS)).hasSize(1);
    }

    @Test
    void theListForgetsWhatIsAMonthOld() throws IOException {
        mailer().deliver(mail("t"));
        clock.advance(Duration.ofDays(31));
        mailer();
        assertThat(list()).isEmptyFile();
    }
}
