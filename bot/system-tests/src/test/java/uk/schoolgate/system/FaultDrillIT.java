package uk.schoolgate.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real jar against a real Redis and a mail server, while the bot is killed, Redis restarted, mail fails in every way,
 * and events come twice and late. At the end everything has happened once.
 */
class FaultDrillIT {
    /** One from each partition of the outbox that holds chats. */
    private static final int CHATS_AT_A_TIME = 8;

    private static final Duration SETTLED = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    /**
     * How large the drill is.
     *
     * @param messages how many are written
     * @param faults what happens meanwhile
     * @param patience how long everything may take to settle once nothing happens any more
     */
    private record Size(int messages, Faults.Script faults, Duration patience) {
        static final Size SHORT = new Size(
                320,
                new Faults.Script(4, Duration.ofSeconds(5), 2, 1, Duration.ofSeconds(45)),
                Duration.ofSeconds(150));
        static final Size LONG = new Size(
                2000,
                new Faults.Script(25, Duration.ofSeconds(20), 5, 5, Duration.ofMinutes(8)),
                Duration.ofMinutes(12));

        static Size chosen() {
            return "long".equals(System.getProperty("drill")) ? LONG : SHORT;
        }
    }

    @Test
    void nothingIsLostAndNothingHappensTwice() throws Exception {
        Size size = Size.chosen();
        long seed = Long.getLong("drill.seed", System.nanoTime() & 0xffff);
        Random random = new Random(seed);
        System.out.println("drill seed " + seed + " (repeat with -Ddrill.seed=" + seed + ")");
        Path home = Files.createDirectories(folder.resolve("bot"));
        int port = Bot.freePort();
        Instant began = Instant.now();
        try (OwnRedis redis = OwnRedis.start(Files.createDirectories(folder.resolve("redis")));
                FlawedMailServer mail = new FlawedMailServer();
                Deliveries deliveries = new Deliveries(List.of("http://localhost:" + port), random);
                Faults faults = new Faults(
                        size.faults(), home, settings(redis, mail), redis, mail, new Random(seed + 1), port)) {
            Phones phones = new Phones(home.resolve("schoolgate-data"));
            faults.begin();
            List<DrillMessages.Post> posts = write(size, deliveries, random);
            People people = new People(posts, deliveries);
            await().atMost(size.faults().span().multipliedBy(12))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        phones.look().forEach(people::see);
                        return faults.areOver();
                    });
            assertThat(faults.failed()).as("the script itself failed").isFalse();
            settle(size, phones, people, deliveries, redis);
            System.out.println("drill: " + deliveries.figures() + "; " + faults.kills() + " kills");

            DrillReport report = new DrillReport(posts, phones.all(), mail.copies(), redis);
            report.everyMessageHadItsEffectOnce();
            report.everyIncidentIsInTheInboxOnce();
            report.everyIncidentSaysWhatWasConfirmed();
            report.everyLaterChangeFollowedItsIncidentOnce();
            report.everyUrgentMailCameOnce();
            report.theTrailHasEachStepOnce();
            Bot.Ended trail = Bot.run(home, withoutMail(settings(redis, mail)), "audit", "verify");
            assertThat(trail.code()).as(trail.said()).isZero();
            assertThat(FlawedMailServer.Mood.values())
                    .filteredOn(mood -> mood != FlawedMailServer.Mood.REFUSES)
                    .as("each mood was met")
                    .allMatch(mood -> mail.met(mood) > 0);
            assertThat(deliveries.wrong()).isEmpty();
            assertThat(redis.dead()).as("items put aside").isZero();
            long repeated = faults.logged("delivered again and shown once");
            assertThat(repeated)
                    .as("delivered again: no more than what was on its way when the bot or Redis went down")
                    .isLessThanOrEqualTo((long) size.faults().interruptions() * CHATS_AT_A_TIME);
            System.out.println("drill: " + report.figures() + "; "
                    + repeated
                    + " notices delivered again after a kill, shown once; mail server met "
                    + List.of(FlawedMailServer.Mood.values()).stream()
                            .map(mood -> mood + " " + mail.met(mood))
                            .toList()
                    + "; " + Duration.between(began, Instant.now()).toSeconds() + " s");
        }
    }

    private static Map<String, String> settings(OwnRedis redis, FlawedMailServer mail) {
        return Map.of(
                "SCHOOLGATE_SCHOOL",
                DrillSchool.layOut(redis.folder().resolveSibling("school")).toString(),
                "REDIS_URL",
                redis.url(),
                "SMTP_URL",
                mail.url(),
                "MAIL_FROM",
                "schoolgate@drill.example",
                "EVIDENCE_KEYS",
                "k1:" + Base64.getEncoder().encodeToString(new byte[32]));
    }

    /** A command that looks at the store alone needs no mail server. */
    private static Map<String, String> withoutMail(Map<String, String> settings) {
        Map<String, String> less = new HashMap<>(settings);
        less.keySet().removeAll(List.of("SMTP_URL", "MAIL_FROM"));
        return less;
    }

    /** Spreads the messages over the time in which things go wrong. */
    private static List<DrillMessages.Post> write(Size size, Deliveries deliveries, Random random) {
        List<DrillMessages.Post> posts = new ArrayList<>();
        int each = size.messages() / DrillSchool.CLASSES;
        long span = size.faults().span().toMillis();
        for (DrillSchool.Group group : DrillSchool.groups()) {
            List<DrillMessages.Post> written = DrillMessages.of(group, each, random);
            for (int i = 0; i < written.size(); i++) {
                deliveries.post(written.get(i), Duration.ofMillis(span * i / each + random.nextInt(500)));
            }
            posts.addAll(written);
        }
        return posts;
    }

    /** Until nothing has moved for a while. */
    private static void settle(Size size, Phones phones, People people, Deliveries deliveries, OwnRedis redis) {
        AtomicInteger calm = new AtomicInteger();
        Duration poll = Duration.ofMillis(250);
        await().atMost(size.patience()).pollInterval(poll).until(() -> {
            List<Phones.Said> news = phones.look();
            news.forEach(people::see);
            boolean still = news.isEmpty() && deliveries.underway() == 0 && redis.isIdle();
            return (still ? calm.incrementAndGet() : clear(calm)) * poll.toMillis() >= SETTLED.toMillis();
        });
    }

    private static int clear(AtomicInteger counter) {
        counter.set(0);
        return 0;
    }
}
