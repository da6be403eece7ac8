package uk.schoolgate.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A school on {@code hold}, on the executable jar: what is passed on to a hosted group, and how soon that is decided. */
class WhatsAppHoldIT {
    private static final String KESTREL = "CHe5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5";
    private static final String AUTHOR = "+447700900118";
    private static final String OTHER = "+447700900127";
    private static final String ATTACK = "Honestly Mrs Prentice is useless, a complete waste of space";
    private static final String AT_RISK = "a friend's little girl told me her dad hits her, she is scared to go home";

    /** Less than the 5 seconds that Twilio waits: 3 to decide, and the way there and back. */
    private static final Duration SOON = Duration.ofMillis(3_500);

    @TempDir
    static Path folder;

    private static TwilioStandIn twilio;
    private static Bot bot;
    private static TwilioWebhooks webhooks;
    private static Duration slowest = Duration.ZERO;

    @BeforeAll
    static void start() {
        twilio = TwilioStandIn.start();
        Path school = ChangedSchool.layOut(folder.resolve("school"), yaml -> yaml.replace("mode: watch", "mode: hold"));
        Map<String, String> settings = new HashMap<>(TwilioWebhooks.settings(twilio.url()));
        settings.put("SCHOOLGATE_SCHOOL", school.toString());
        bot = Bot.start(folder, settings);
        bot.awaitWorking();
        webhooks = new TwilioWebhooks(bot.url());
        for (String parent : List.of(AUTHOR, OTHER)) {
            webhooks.post(TwilioWebhooks.MESSAGES, webhooks.toPrivateLine(parent, "hello"));
            patiently().until(() -> !twilio.toPerson(parent).isEmpty());
        }
    }

    @AfterAll
    static void stop() {
        bot.close();
        twilio.close();
    }

    private static HttpResponse<String> writes(String author, String text) {
        long before = System.nanoTime();
        HttpResponse<String> answer =
                webhooks.post(TwilioWebhooks.CONVERSATIONS, webhooks.beforeGroup(KESTREL, author, text));
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
        assertThat(slowest).isLessThan(SOON);
        return answer;
    }

    @Test
    void anAttackWaitsForItsAuthorWhoHearsWhyAndMayInsist() {
        assertThat(writes(AUTHOR, ATTACK).statusCode()).isEqualTo(422);
        patiently().until(() -> twilio.bodiesTo(AUTHOR).stream().anyMatch(text -> text.contains("same words")));

        HttpResponse<String> other = writes(AUTHOR, "Honestly I am unhappy about the homework. Whom do I ask?");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).contains("unhappy about the homework");

        assertThat(writes(AUTHOR, ATTACK).statusCode()).as("insisting").isEqualTo(200);
    }

    @Test
    void whatIsUrgentIsNeverPassedOn() {
        assertThat(writes(OTHER, AT_RISK).statusCode()).isEqualTo(422);
        assertThat(writes(OTHER, AT_RISK).statusCode()).as("insisting").isEqualTo(422);
        patiently().until(() -> twilio.bodiesTo(OTHER).stream().anyMatch(text -> text.contains("can’t pass it on")));
        assertThat(twilio.bodiesTo(OTHER)).noneMatch(text -> text.contains("same words"));
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60));
    }
}
