package uk.schoolgate.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.RedisServer;
import tools.jackson.databind.JsonNode;

/** The main path of the executable jar, from a message to the inbox, over stops, kills and real servers. */
class MainPathIT {
    @TempDir
    Path folder;

    @Test
    void theThreeLedMessagesDoWhatTheyPromiseAndSurviveARestart() {
        String rep;
        String author;
        String reference;
        try (Bot bot = Bot.startJar(folder, Map.of())) {
            Playground playground = new Playground(bot);
            author = playground.step(0).path("author").asString();
            rep = playground.step(0).path("then").asString();
            playground.postStep(0);
            playground.press(rep, "Hand to the school");
            playground.press(rep, "Yes, hand it over");
            JsonNode mail = playground.awaitMailTo(playground.complaintsInbox());
            assertThat(mail.path("subject").asString()).matches("\\[ALD-\\d\\d-0001] .*4 Kestrel parents.*");
            assertThat(mail.path("text").asString()).contains("That child is always in trouble");
            reference = mail.path("subject").asString().substring(1, 12);

            playground.postStep(1);
            patiently().until(() -> playground.toPerson(author).size() >= 2);
            playground.postStep(2);
            String group = playground.step(2).path("address").asString();
            patiently().until(() -> !playground.toGroup(group).isEmpty());
            assertThat(playground.toGroup(group).getFirst().toString()).contains("\"quote\":true", "Policy");
        }
        try (Bot bot = Bot.start(folder)) {
            Playground playground = new Playground(bot);
            assertThat(playground.mailTo(playground.complaintsInbox()))
                    .singleElement()
                    .satisfies(
                            mail -> assertThat(mail.path("subject").asString()).contains(reference));
            assertThat(playground.bubbles()).hasSizeGreaterThan(8);
            // The card of the second message still works, and the numbers go on.
            playground.press(rep, "Hand to the school");
            playground.press(rep, "Yes, hand it over");
            patiently()
                    .until(() -> playground.mailTo(playground.complaintsInbox()).size() == 2);
            assertThat(playground.mailTo(playground.complaintsInbox()))
                    .extracting(mail -> mail.path("subject").asString())
                    .anySatisfy(subject -> assertThat(subject).contains("-0002]"));
        }
    }

    @Test
    void aKilledBotLosesNothing() {
        String author;
        try (Bot bot = Bot.start(folder)) {
            Playground playground = new Playground(bot);
            author = playground.step(1).path("author").asString();
            for (int i = 0; i < 5; i++) {
                playground.postStep(1);
            }
            bot.kill();
        }
        try (Bot bot = Bot.start(folder)) {
            Playground playground = new Playground(bot);
            patiently().until(() -> playground.toPerson(author).size() >= 5);
            assertThat(playground.toPerson(author)).hasSize(5);
        }
    }

    @Test
    void whatPeopleWriteIsNotReadableInTheStore() throws IOException {
        try (Bot bot = Bot.start(folder)) {
            Playground playground = new Playground(bot);
            playground.postStep(1);
            String rep = playground.step(1).path("then").asString();
            patiently().until(() -> !playground.toPerson(rep).isEmpty());
        }
        Path redis = folder.resolve("schoolgate-data/redis");
        try (Stream<Path> files = Files.walk(redis)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("waste of space", "Prentice");
            }
        }
    }

    @Test
    void anOutsideRedisAndAMailServerReplaceTheEmbeddedOnes() throws Exception {
        GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        int port = freePort();
        RedisServer redis = RedisServer.newRedisServer()
                .port(port)
                .setting("bind 127.0.0.1")
                .build();
        mail.start();
        redis.start();
        try {
            Map<String, String> settings = new HashMap<>();
            settings.put("REDIS_URL", "redis://127.0.0.1:" + port + "/2");
            settings.put("SMTP_URL", "smtp://127.0.0.1:" + mail.getSmtp().getPort());
            settings.put("MAIL_FROM", "schoolgate@alderlane.example");
            settings.put("EVIDENCE_KEYS", "k1:" + Base64.getEncoder().encodeToString(new byte[32]));
            try (Bot bot = Bot.start(folder, settings)) {
                Playground playground = new Playground(bot);
                playground.postStep(1);
                String rep = playground.step(1).path("then").asString();
                playground.press(rep, "Hand to the school");
                playground.press(rep, "Yes, hand it over");
                patiently().until(() -> mail.getReceivedMessages().length == 1);
                MimeMessage letter = mail.getReceivedMessages()[0];
                assertThat(letter.getSubject()).startsWith("[ALD-");
                assertThat(letter.getAllRecipients())
                        .extracting(Object::toString)
                        .isEqualTo(List.of("complaints@alderlane.example"));
            }
            assertThat(folder.resolve("schoolgate-data/redis")).doesNotExist();
            assertThat(folder.resolve("schoolgate-data/mail")).doesNotExist();
        } finally {
            redis.stop();
            mail.stop();
        }
    }

    /** The policies are read again after every start. */
    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(40));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
