package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.message.Mailer;
import uk.schoolgate.core.message.SendResult;

/** What every mailer promises. */
public interface MailerContract {
    /** The mailer under test. */
    Mailer mailer();

    /** The mails that have arrived for an address, as the other side reads them; headers unfolded. */
    List<Received> received(String address);

    /** Makes the other side unreachable. */
    void breakConnection();

    /**
     * A mail as the other side reads it.
     *
     * @param messageId with its angle brackets
     */
    record Received(
            String messageId, String subject, String text, String html, List<String> attachments, String inReplyTo) {}

    String ADDRESS = "complaints@test.example";

    private static Mail mail(String id, String subject) {
        return new Mail(
                id,
                ADDRESS,
                subject,
                "Plain: Zoë & “quotes”\nsecond line",
                "<p>HTML: Zoë &amp; “quotes”</p>",
                List.of(new Mail.Attachment("incident.json", "application/json", "{\"a\":\"é\"}")),
                Optional.of("before@schoolgate.invalid"));
    }

    @Test
    default void aMailArrivesWithAllItsParts() {
        SendResult result = mailer().deliver(mail("one@schoolgate.invalid", "[TST-26-0001] Überschrift"));
        assertThat(result).isInstanceOf(SendResult.Sent.class);
        assertThat(received(ADDRESS)).singleElement().satisfies(mail -> {
            assertThat(mail.messageId()).isEqualTo("<one@schoolgate.invalid>");
            assertThat(mail.subject()).isEqualTo("[TST-26-0001] Überschrift");
            assertThat(mail.text()).contains("Zoë & “quotes”").contains("second line");
            assertThat(mail.html()).contains("<p>HTML: Zoë &amp; “quotes”</p>");
            assertThat(mail.attachments()).containsExactly("incident.json");
            assertThat(mail.inReplyTo()).isEqualTo("<before@schoolgate.invalid>");
        });
    }

    @Test
    default void theMessageIdIsTheSameAtASecondAttempt() {
        mailer().deliver(mail("two@schoolgate.invalid", "Once"));
        mailer().deliver(mail("two@schoolgate.invalid", "Once"));
        assertThat(received(ADDRESS))
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(mail.messageId()).isEqualTo("<two@schoolgate.invalid>"));
    }

    @Test
    default void anOutageAsksToTryLater() {
        breakConnection();
        assertThat(mailer().deliver(mail("three@schoolgate.invalid", "Later"))).isInstanceOf(SendResult.TryLater.class);
    }
}
