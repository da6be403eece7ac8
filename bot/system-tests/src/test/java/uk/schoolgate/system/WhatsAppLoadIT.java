package uk.schoolgate.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * 200 webhooks a second, beside an endpoint that only checks the signature. It takes more than a minute, so it runs when
 * asked for: with {@code -Dschoolgate.load.seconds=10} it shows that nothing is lost; the figures of a longer run, such as
 * 300, are held to the promised times.
 */
@EnabledIfSystemProperty(
        named = "schoolgate.load.seconds",
        matches = "\\d+",
        disabledReason = "a load takes minutes: run it with -Dschoolgate.load.seconds=10")
class WhatsAppLoadIT {
    /** The shipped school's groups: what is written in one is worked on in its order, so by one core at a time. */
    private static final List<String> GROUPS = List.of(
            "CHe5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5",
            "CHa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
            "CHb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2",
            "CHc3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3",
            "CHd4d4d4d4d4d4d4d4d4d4d4d4d4d4d4d4",
            "CHf6f6f6f6f6f6f6f6f6f6f6f6f6f6f6f6",
            "CH07070707070707070707070707070707");

    private static final int PER_SECOND = 200;
    private static final int SHORT_RUN = 10;
    private static final int SECONDS = Integer.getInteger("schoolgate.load.seconds", SHORT_RUN);
    /** One message in so many crosses a line. */
    private static final int EVERY = 50;

    /** One request in so many is the hook before a message. */
    private static final int BEFORE_EVERY = 10;

    private static final int AUTHORS = 100;
    private static final int FIRST_AUTHOR = 100;
    private static final double LONGEST_ANSWER_MILLIS = 50;
    private static final double LONGEST_NOTICE_MILLIS = 1000;

    @TempDir
    Path folder;

    private final Map<String, Long> dueByText = new ConcurrentHashMap<>();

    @Test
    void nothingIsLostAndAnswersAndNoticesAreQuick() throws Exception {
        Load bare;
        try (SignatureOnlyServer server = SignatureOnlyServer.start()) {
            TwilioWebhooks webhooks = new TwilioWebhooks(server.url());
            Load.run(webhooks, PER_SECOND, Duration.ofSeconds(3), i -> form(webhooks, i));
            bare = Load.run(webhooks, PER_SECOND, Duration.ofSeconds(SECONDS), i -> form(webhooks, i));
        }
        try (TwilioStandIn twilio = TwilioStandIn.start();
                OwnRedis redis = OwnRedis.start(Files.createDirectories(folder.resolve("redis")));
                Bot bot = Bot.start(folder, settings(twilio, redis))) {
            // Reading the policies after a start takes the cores for a while.
            bot.awaitWorking();
            TwilioWebhooks webhooks = new TwilioWebhooks(bot.url());
            everybodySaysHello(webhooks, twilio);
            warmUp(webhooks, redis);
            int before = marks(redis);
            StolenTime stolen = StolenTime.fromNow();
            long start = System.nanoTime();
            Load real = Load.run(webhooks, PER_SECOND, Duration.ofSeconds(SECONDS), i -> {
                SortedMap<String, String> form = form(webhooks, i);
                if (i % EVERY == 0) {
                    dueByText.put(
                            form.getOrDefault("Author", "") + "#" + i,
                            start + Duration.ofSeconds(1).toNanos() * i / PER_SECOND);
                }
                return form;
            });
            int marks = marks(redis) - before;
            List<Long> notices = notices(twilio, start);
            System.out.println("only the signature: " + bare);
            System.out.println("the bot:            " + real + "; taken by other machines meanwhile: " + stolen);
            System.out.printf(
                    "private notices:    %d of %d; ms at 50 %%: %.0f, 95 %%: %.0f, longest: %.0f%n",
                    notices.size(),
                    dueByText.size(),
                    Load.at(notices, 0.5),
                    Load.at(notices, 0.95),
                    Load.at(notices, 1));

            assertThat(bare.refused()).isEmpty();
            assertThat(real.refused()).isEmpty();
            // Each has left its mark in the store, in the same step that put it into the intake; a hook before leaves
            // none.
            assertThat(marks)
                    .isEqualTo(IntStream.range(0, real.answered())
                            .filter(i -> !isBefore(i))
                            .count());
            assertThat(notices).hasSize(dueByText.size());
            if (SECONDS > SHORT_RUN) {
                assertThat(real.millisAt(0.99)).isLessThanOrEqualTo(LONGEST_ANSWER_MILLIS);
                assertThat(Load.at(notices, 0.95)).isLessThanOrEqualTo(LONGEST_NOTICE_MILLIS);
            }
        }
    }

    private static String author(int number) {
        return "+447700900" + (FIRST_AUTHOR + number % AUTHORS);
    }

    private static Map<String, String> settings(TwilioStandIn twilio, OwnRedis redis) {
        Map<String, String> settings = new HashMap<>(TwilioWebhooks.settings(twilio.url()));
        settings.put("REDIS_URL", redis.url());
        settings.put("EVIDENCE_KEYS", "k1:" + Base64.getEncoder().encodeToString(new byte[32]));
        return settings;
    }

    /**
     * A Java program runs half compiled in its first minutes; a short run has no figures to hold. Whatever is measured comes
     * in here too, since what comes for the first time is compiled then: 27 s of the processors' time in the first 70 s, where
     * the warm-up had small talk alone.
     */
    private static void warmUp(TwilioWebhooks webhooks, OwnRedis redis) {
        Duration length = SECONDS > SHORT_RUN ? Duration.ofSeconds(90) : Duration.ofSeconds(3);
        Load.run(webhooks, PER_SECOND, length, i -> form(webhooks, i));
        await().atMost(Duration.ofMinutes(2)).until(() -> redis.backlog() == 0);
    }

    /** How many of Twilio's messages the store has taken in. */
    private static int marks(OwnRedis redis) {
        return redis.ask(client -> client.keys("sg:*:seen:twilio:*").size());
    }

    /** Every tenth is asked about before the group sees it. */
    private static boolean isBefore(int i) {
        return i % BEFORE_EVERY == 1;
    }

    private static SortedMap<String, String> form(TwilioWebhooks webhooks, int i) {
        // Whoever writes next to each other in time are different people, as in real groups.
        String group = GROUPS.get(i % GROUPS.size());
        if (isBefore(i)) {
            return webhooks.beforeGroup(group, author(i), SmallTalk.message(i));
        }
        return i % EVERY == 0
                ? webhooks.inGroup(group, author(i / EVERY), "Mrs Prentice is useless, a complete waste of space")
                : webhooks.inGroup(group, author(i), SmallTalk.message(i));
    }

    /** Opens everybody's window for free text. */
    private static void everybodySaysHello(TwilioWebhooks webhooks, TwilioStandIn twilio) {
        for (int i = 0; i < AUTHORS; i++) {
            assertThat(webhooks.post(TwilioWebhooks.MESSAGES, webhooks.toPrivateLine(author(i), "hello"))
                            .statusCode())
                    .isLessThan(300);
        }
        await().atMost(Duration.ofMinutes(2)).until(() -> twilio.all().size() >= AUTHORS);
    }

    /** How long each notice took, from when the message was due at the webhook; the order of one author's is kept. */
    private List<Long> notices(TwilioStandIn twilio, long start) {
        Map<String, List<Long>> due = new TreeMap<>();
        dueByText.forEach((key, at) -> due.computeIfAbsent(
                        key.substring(0, key.indexOf('#')).replace("whatsapp:", ""), author -> new ArrayList<>())
                .add(at));
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> due.entrySet().stream()
                        .allMatch(
                                entry -> arrivals(twilio, entry.getKey(), start).size()
                                        >= entry.getValue().size()));
        List<Long> times = new ArrayList<>();
        due.forEach((author, moments) -> {
            moments.sort(null);
            List<Long> arrived = arrivals(twilio, author, start);
            for (int i = 0; i < arrived.size(); i++) {
                times.add(i < moments.size() ? arrived.get(i) - moments.get(i) : 0L);
            }
        });
        return times;
    }

    private static List<Long> arrivals(TwilioStandIn twilio, String author, long start) {
        return twilio.toPerson(author).stream()
                .filter(message -> message.value("Body").contains("private word"))
                .map(TwilioStandIn.Taken::nanos)
                .filter(at -> at > start)
                .toList();
    }
}
