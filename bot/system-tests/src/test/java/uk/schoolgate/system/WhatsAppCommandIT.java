package uk.schoolgate.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code whatsapp}, as somebody types it who sets WhatsApp up, against an account in which nothing is set up yet. */
class WhatsAppCommandIT {
    /** Her child is in Kestrel. */
    private static final String PARENT = "+447700900127";

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

    /** The shipped school, with two hosted groups that are not made yet and the one among staff. */
    private static String withTwoNewGroups(String yaml) {
        return yaml.lines()
                .filter(line ->
                        !line.contains("channel: whatsapp") || line.contains("Kestrel") || line.contains("Robin"))
                .map(line -> line.contains("channel: whatsapp")
                        ? line.replaceFirst("address: CH\\w+", "address: CH00000000000000000000000000000000")
                        : line)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String withItsAddress(String yaml, String group, String address) {
        return yaml.replaceFirst("(" + Pattern.quote(group) + ".*address: )CH0+", "$1" + address);
    }

    @Test
    void theGroupsAreSetUpStepByStepAsTheGuideSays() throws IOException {
        Path school = ChangedSchool.layOut(folder.resolve("school"), WhatsAppCommandIT::withTwoNewGroups);
        try (OwnRedis redis = OwnRedis.start(Files.createDirectories(folder.resolve("redis")))) {
            Map<String, String> settings = new HashMap<>(TwilioWebhooks.settings(twilio.url()));
            settings.put("SCHOOLGATE_SCHOOL", school.toString());
            settings.put("REDIS_URL", redis.url());
            settings.put("EVIDENCE_KEYS", "k1:" + Base64.getEncoder().encodeToString(new byte[32]));

            Bot.Ended made = Bot.run(folder, settings, "whatsapp", "groups", "apply", "--yes");
            assertThat(made.code()).as(made.said()).isZero();
            assertThat(made.said()).contains("call the bot before and after", "make the group “4 Kestrel parents”");
            Map<String, String> addresses = twilio.conversations().addresses();
            assertThat(addresses).containsOnlyKeys("4 Kestrel parents", "1 Robin parents");
            assertThat(made.said()).contains(addresses.values());

            Bot.Ended again = Bot.run(folder, settings, "whatsapp", "groups", "apply", "--yes");
            assertThat(again.said()).contains("is there already").contains(addresses.values());
            assertThat(twilio.conversations().addresses())
                    .as("nothing is made twice")
                    .isEqualTo(addresses);

            addresses.forEach(
                    (group, address) -> ChangedSchool.rewrite(school, yaml -> withItsAddress(yaml, group, address)));
            try (Bot bot = Bot.start(folder, settings)) {
                TwilioWebhooks webhooks = new TwilioWebhooks(bot.url());
                webhooks.post(TwilioWebhooks.MESSAGES, webhooks.toPrivateLine(PARENT, "hello"));
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> !twilio.toPerson(PARENT).isEmpty());
            }
            String kestrel = Objects.requireNonNull(addresses.get("4 Kestrel parents"));
            Bot.Ended plan = Bot.run(folder, settings, "whatsapp", "groups");
            assertThat(plan.said()).contains("let Rubina Ahmed into “4 Kestrel parents”", "`whatsapp groups apply`");
            assertThat(twilio.conversations().members(kestrel))
                    .as("a plan changes nothing")
                    .isEmpty();
            Bot.Ended letIn = Bot.run(folder, settings, "whatsapp", "groups", "apply", "--yes");
            assertThat(letIn.code()).as(letIn.said()).isZero();
            assertThat(twilio.conversations().members(kestrel)).containsExactly("whatsapp:" + PARENT);
            assertThat(Bot.run(folder, settings, "whatsapp", "groups").said()).contains("Nothing to do.");
        }
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
