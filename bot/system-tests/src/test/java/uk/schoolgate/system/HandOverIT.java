package uk.schoolgate.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a school gets of a hand-over, and where its people can ask about it. */
class HandOverIT {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String HEAD = "S01";

    @TempDir
    Path folder;

    @Test
    void theInboxGetsALetterThatSaysWhatToDoAndTheLedgerSaysWhereItIs() throws Exception {
        try (Bot bot = Bot.start(folder)) {
            Playground playground = new Playground(bot);
            playground.postStep(1);
            String rep = playground.step(1).path("then").asString();
            playground.press(rep, "Hand to the school");
            playground.press(rep, "Yes, hand it over");
            JsonNode mail = playground.awaitMailTo(playground.complaintsInbox());
            String reference = mail.path("subject").asString().substring(1, 12);
            assertThat(mail.path("text").asString())
                    .contains("WHAT TO DO", "Acknowledge by", "3 school days", "Answer by", "10 school days")
                    .contains("Mrs Prentice")
                    .containsSubsequence(
                            "What: Attack on a member of staff",
                            "WHAT TO DO",
                            "Your policy says to do this next",
                            "WHAT WAS WRITTEN",
                            "waste of space",
                            "WHAT YOUR POLICIES SAY");
            assertThat(mail.path("html").asString()).contains("Acknowledge by", "waste of space");
            JsonNode file = incidentFile();
            assertThat(file.path("reference").asString()).isEqualTo(reference);
            assertThat(file.path("school").path("id").asString()).isEqualTo("ALD");
            assertThat(file.path("category").asString()).isEqualTo("STAFF_ATTACK");
            assertThat(file.path("messages").path(0).path("text").asString()).contains("waste of space");
            assertThat(file.path("nextStep").path(0).path("quote").asString()).isNotEmpty();
            assertThat(LocalDate.parse(file.path("deadlines").path(0).path("by").asString()))
                    .isAfter(LocalDate.now(ZoneId.of("Europe/London")));
            assertThat(file.path("deadlines").path(0).path("schoolDays").asInt())
                    .isEqualTo(3);

            Bot.Ended list = incidents("list");
            assertThat(list.said()).contains(reference, "sent: ", "1 incident(s) of ALD");
            assertThat(list.code()).isZero();
            Bot.Ended shown = incidents("show", reference);
            assertThat(shown.said())
                    .contains("queued", "sent: ", "STAFF_ATTACK")
                    .doesNotContain("waste of space", "+447700", "Prentice");
            Bot.Ended other = incidents("show", "ALD-26-9999");
            assertThat(other.said()).contains("there is no incident ALD-26-9999");
            assertThat(other.code()).isEqualTo(1);
            Bot.Ended wrong = incidents("show", "nonsense");
            assertThat(wrong.said()).contains("one looks like ALD-26-0042");
            assertThat(wrong.code()).isEqualTo(2);
            Bot.Ended again = incidents("resend", reference);
            assertThat(again.said()).contains("was neither given up nor is it late");
            assertThat(again.code()).isEqualTo(1);

            playground.post(rep, "", "incidents");
            patiently()
                    .untilAsserted(
                            () -> assertThat(playground.toPerson(rep).getLast().toString())
                                    .contains(reference, "in the complaints inbox"));
        }
        // Without a bot the files that it left are read.
        assertThat(incidents("list").said()).contains("1 incident(s) of ALD");
    }

    /** {@code incident.json}, out of the e-mail as it lies in the inbox. */
    private JsonNode incidentFile() throws IOException, MessagingException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (text.contains("Message-ID: ") && text.contains("incident.json")) {
                    return attachment(new MimeMessage(null, Files.newInputStream(file)));
                }
            }
        }
        throw new AssertionError("no e-mail with incident.json under " + folder);
    }

    private static JsonNode attachment(MimeMessage message) throws IOException, MessagingException {
        Multipart parts = (Multipart) message.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            if ("incident.json".equals(parts.getBodyPart(i).getFileName())) {
                return MAPPER.readTree(parts.getBodyPart(i).getInputStream());
            }
        }
        throw new AssertionError("incident.json is not a part of its own");
    }

    /** The mail server is busy and then itself again; before, somebody writes of a child at risk. */
    @Test
    void theLedgerFollowsTheMailServerAndASignOfHarmShowsInNoMetricListOrLog() {
        try (FlawedMailServer mail = new FlawedMailServer();
                Bot bot = Bot.start(
                        folder, Map.of("SMTP_URL", mail.url(), "MAIL_FROM", "schoolgate@alderlane.example"))) {
            Playground playground = new Playground(bot);
            String group = playground.step(0).path("address").asString();
            playground.post(
                    playground.step(0).path("author").asString(),
                    group,
                    "The little girl next door has bruises all over her arms again and says she is"
                            + " scared to go home");
            patiently().until(() -> !copiesTo(mail, "dsl@alderlane.example").isEmpty());
            assertThat(bot.get("/actuator/prometheus").body().toLowerCase(Locale.ROOT))
                    .doesNotContain("safeguarding", "bruises");
            assertThat(bot.said().toLowerCase(Locale.ROOT)).doesNotContain("bruises", "safeguarding");
            assertThat(incidents("list").said()).contains("0 incident(s) of ALD");
            assertThat(copiesTo(mail, playground.complaintsInbox())).isEmpty();
            assertThat(playground.toGroup(group)).isEmpty();

            mail.be(FlawedMailServer.Mood.ANSWERS_4XX);
            playground.postStep(1);
            String rep = playground.step(1).path("then").asString();
            playground.press(rep, "Hand to the school");
            playground.press(rep, "Yes, hand it over");
            patiently().until(() -> mail.met(FlawedMailServer.Mood.ANSWERS_4XX) > 0);
            String retrying = patiently().until(() -> incidents("list").said(), said -> said.contains("retrying, "));
            assertThat(retrying).contains("1 incident(s) of ALD");
            mail.be(FlawedMailServer.Mood.FINE);
            patiently()
                    .until(() -> !copiesTo(mail, playground.complaintsInbox()).isEmpty());
            assertThat(copiesTo(mail, playground.complaintsInbox())).hasSize(1);
            patiently().until(() -> incidents("list").said(), said -> said.contains("sent: "));
        }
    }

    /** The mail server says "never" for as long as it takes to be believed, twenty minutes, which the test does not wait. */
    @Test
    void aLetterThatWasGivenUpIsAnAlarmByChatAndCanBeSentAgainOnce() throws Exception {
        try (OwnRedis redis = OwnRedis.start(Files.createDirectories(folder.resolve("redis")));
                FlawedMailServer mail = new FlawedMailServer();
                Bot bot = Bot.start(folder, settings(redis, mail))) {
            Playground playground = new Playground(bot);
            mail.be(FlawedMailServer.Mood.ANSWERS_5XX);
            playground.postStep(1);
            String rep = playground.step(1).path("then").asString();
            playground.press(rep, "Hand to the school");
            playground.press(rep, "Yes, hand it over");
            patiently().until(() -> {
                redis.hasten();
                return playground.toPerson(HEAD).stream()
                        .anyMatch(bubble -> bubble.toString().contains("could not be delivered"));
            });
            assertThat(mail.met(FlawedMailServer.Mood.ANSWERS_5XX)).isGreaterThanOrEqualTo(6);
            Map<String, String> store = storeAt(redis);
            String list = incidents(store, "list").said();
            assertThat(list).contains("given up: the mail server answered 554", "1 incident(s) of ALD");
            String reference = list.replaceAll("(?s).*(ALD-\\d\\d-\\d{4}).*", "$1");
            assertThat(incidents(store, "show", reference).said())
                    .containsSubsequence("queued", "retrying, ", "given up: the mail server answered 554");

            mail.be(FlawedMailServer.Mood.FINE);
            Bot.Ended again = incidents(store, "resend", reference);
            assertThat(again.said()).contains(reference + " will be sent again");
            assertThat(again.code()).isZero();
            patiently()
                    .until(() -> !copiesTo(mail, playground.complaintsInbox()).isEmpty());
            patiently().until(() -> {
                redis.hasten();
                return redis.isIdle();
            });
            assertThat(copiesTo(mail, playground.complaintsInbox())).hasSize(1);
            assertThat(incidents(store, "show", reference).said()).containsSubsequence("given up: ", "sent: 250");
        }
    }

    private static Map<String, String> settings(OwnRedis redis, FlawedMailServer mail) {
        Map<String, String> settings = new HashMap<>(storeAt(redis));
        settings.put("SMTP_URL", mail.url());
        settings.put("MAIL_FROM", "schoolgate@alderlane.example");
        return settings;
    }

    private static Map<String, String> storeAt(OwnRedis redis) {
        return Map.of(
                "REDIS_URL",
                redis.url(),
                "EVIDENCE_KEYS",
                "k1:" + Base64.getEncoder().encodeToString(new byte[32]));
    }

    private Bot.Ended incidents(String... what) {
        return incidents(Map.of(), what);
    }

    private Bot.Ended incidents(Map<String, String> settings, String... what) {
        return Bot.run(
                folder,
                settings,
                Stream.concat(Stream.of("incidents"), Stream.of(what)).toArray(String[]::new));
    }

    private static List<FlawedMailServer.Copy> copiesTo(FlawedMailServer mail, String address) {
        return mail.copies().stream().filter(copy -> copy.to().equals(address)).toList();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(40));
    }
}
