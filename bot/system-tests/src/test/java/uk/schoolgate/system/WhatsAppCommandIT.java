package uk.schoolgate.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code whatsapp}, as somebody types it who sets WhatsApp up, against an account in which nothing is set up yet. */
class WhatsAppCommandIT {
    @TempDir
    Path folder;

    private TwilioStandIn twilio;

    @BeforeEach
    void start() {
        twilio = TwilioStandIn.start();
    }

    @AfterEach
    void stop() {
        twilio.close();
    }

    private Bot.Ended run(String... arguments) {
        return Bot.run(folder, TwilioWebhooks.settings(twilio.url()), arguments);
    }

    @Test
    void withoutAnAccountItSaysWhichSettingsAreMissing() {
        Bot.Ended ended = Bot.run(folder, Map.of(), "whatsapp", "doctor");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains("WhatsApp is off", "TWILIO_ACCOUNT_SID", "PUBLIC_URL");
    }

    @Test
    void theDoctorSaysWhatToMendAndEndsWithOne() {
        Bot.Ended ended = run("whatsapp", "doctor");
        assertThat(ended.code()).as(ended.said()).isEqualTo(1);
        assertThat(ended.said().lines().filter(line -> line.startsWith("mend  ")))
                .as(ended.said())
                .isNotEmpty();
        assertThat(ended.said()).doesNotContain(TwilioWebhooks.TOKEN, "Exception");
    }

    @Test
    void theInvitationIsALinkAndAQrCode() throws IOException {
        Path poster = folder.resolve("poster.svg");
        Bot.Ended ended = run("whatsapp", "invitation", "--qr", poster.toString());
        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("https://wa.me/447700900902?text=");
        assertThat(Files.readString(poster)).contains("<svg");
    }
}
