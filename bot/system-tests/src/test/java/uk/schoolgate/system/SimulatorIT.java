package uk.schoolgate.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The playground over WhatsApp's own adapter and a Twilio that the jar plays itself, without any account. */
class SimulatorIT {
    private static final Map<String, String> SIMULATED = Map.of("TWILIO_SIMULATOR", "on");
    private static final int HELLO = 0;
    private static final int ATTACK = 2;
    private static final int QUESTION = 3;

    @TempDir
    Path folder;

    private static void patiently(Runnable check) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(check::run);
    }

    @Test
    void theLedVisitGoesThroughSignedWebhooksTemplatesAndButtons() {
        try (Bot bot = Bot.start(folder, SIMULATED)) {
            Playground playground = new Playground(bot);
            String rep = playground.step(HELLO).path("author").asString();
            String author = playground.step(ATTACK).path("author").asString();
            String group = playground.step(ATTACK).path("address").asString();
            playground.postStep(HELLO);
            patiently(() -> assertThat(playground.toPerson(rep)).isNotEmpty());

            playground.postStep(ATTACK);
            // Whoever has not written to the private line gets a template, and the message itself when they answer it.
            playground.press(author, "Show me");
            patiently(() -> assertThat(playground.toPerson(author).toString()).contains("A private word"));
            playground.press(rep, "Hand to the school");
            playground.press(rep, "Yes, hand it over");
            assertThat(playground
                            .awaitMailTo(playground.complaintsInbox())
                            .path("subject")
                            .asString())
                    .startsWith("[ALD-");

            playground.postStep(QUESTION);
            patiently(() -> assertThat(playground.toGroup(group).toString()).contains("photograph", "\"quote\":true"));
            assertThat(playground.bubbles().toString())
                    .as("the adapter put the author's name in front, as in every hosted group")
                    .contains("\"title\":\"" + playground.nameOf(author) + "\"");
            assertThat(bot.said()).contains("simulated Twilio").doesNotContain(author, rep);
        }
    }

    @Test
    void nobodyButTheSimulatorCanSignItsWebhooks() {
        try (Bot bot = Bot.start(folder, SIMULATED)) {
            TwilioWebhooks webhooks = new TwilioWebhooks(bot.url());
            assertThat(webhooks.post(TwilioWebhooks.MESSAGES, webhooks.toPrivateLine("+447700900108", "hello"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC_URL, https://bot.school.example",
        "TWILIO_ACCOUNT_SID, AC00000000000000000000000000000001",
        "TWILIO_API_BASE, https://api.example",
        "TEAMS_APP_ID, an-app"
    })
    void besideAnythingOfABotInUseItDoesNotStart(String name, String value) {
        Bot.Ended ended = Bot.run(folder, Map.of("TWILIO_SIMULATOR", "on", name, value), "serve");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains("TWILIO_SIMULATOR", name, "take away one or the other");
    }
}
