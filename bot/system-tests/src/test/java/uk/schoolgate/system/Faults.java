package uk.schoolgate.system;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Does to the bot and its servers what happens in practice, at random moments. */
final class Faults implements AutoCloseable {
    /**
     * How much of it.
     *
     * @param kills how often the bot is killed: mostly at work, every fourth time while it starts
     * @param longestLife of a bot at work
     * @param restarts how often Redis is restarted, without a warning every other time
     * @param rounds how often the mail server goes through all its moods, each until it has hurt
     * @param span about how long all of it takes, over which the messages are spread
     */
    record Script(int kills, Duration longestLife, int restarts, int rounds, Duration span) {
        /** How often what is under way may be broken off between doing it and noting that it is done. */
        int interruptions() {
            return kills + restarts;
        }
    }

    private static final int STARTING_EVERY = 4;
    private static final Duration LONGEST_MOOD = Duration.ofMinutes(10);

    private final Script script;
    private final Path folder;
    private final Map<String, String> settings;
    private final int port;
    private final OwnRedis redis;
    private final FlawedMailServer mail;
    private final Random random;
    private final List<Bot> bots = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicBoolean failed = new AtomicBoolean();

    Faults(
            Script script,
            Path folder,
            Map<String, String> settings,
            OwnRedis redis,
            FlawedMailServer mail,
            Random random,
            int port) {
        this.script = script;
        this.folder = folder;
        this.settings = settings;
        this.port = port;
        this.redis = redis;
        this.mail = mail;
        this.random = random;
    }

    /** Starts the first bot, and everything that happens to it. */
    void begin() {
        launch();
        bots.getFirst().awaitWorking();
        inBackground("kills", this::kill);
        inBackground("redis", this::restartRedis);
        inBackground("mail", this::upsetMail);
    }

    private void launch() {
        bots.add(Bot.launch(folder, settings, port));
    }

    private void inBackground(String name, Runnable work) {
        threads.add(Thread.ofPlatform().name("fault-" + name).start(() -> {
            try {
                work.run();
            } catch (RuntimeException | AssertionError e) {
                failed.set(true);
                throw e;
            }
        }));
    }

    private void kill() {
        for (int i = 0; i < script.kills(); i++) {
            if (i % STARTING_EVERY != STARTING_EVERY - 1) {
                bots.getLast().awaitWorking();
            }
            pass(between(Duration.ZERO, script.longestLife()));
            bots.getLast().kill();
            launch();
        }
        bots.getLast().awaitWorking();
    }

    private void restartRedis() {
        Duration share = script.span().dividedBy(script.restarts());
        for (int i = 0; i < script.restarts(); i++) {
            pass(between(share.dividedBy(3), share));
            redis.restart(i % 2 == 0);
        }
    }

    private void upsetMail() {
        for (int i = 0; i < script.rounds(); i++) {
            for (FlawedMailServer.Mood mood : FlawedMailServer.Mood.values()) {
                int before = mail.met(mood);
                long waiting = redis.retrying();
                mail.be(mood);
                pass(between(Duration.ofSeconds(1), Duration.ofSeconds(3)));
                await().atMost(LONGEST_MOOD).until(() -> mail.met(mood) > before || metClosedDoor(mood, waiting));
                pass(Duration.ofSeconds(1));
                mail.be(FlawedMailServer.Mood.FINE);
            }
        }
    }

    /** Nobody can be seen at a closed door, but one more e-mail waits for its next attempt. */
    private boolean metClosedDoor(FlawedMailServer.Mood mood, long waitingBefore) {
        return mood == FlawedMailServer.Mood.REFUSES && redis.retrying() > waitingBefore;
    }

    private synchronized Duration between(Duration least, Duration most) {
        return least.plusMillis(random.nextLong(most.minus(least).toMillis() + 1));
    }

    /** Lets time go by: faults come at moments, not at states that could be waited for. */
    private void pass(Duration time) {
        try {
            var _ = never.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean areOver() {
        return threads.stream().noneMatch(Thread::isAlive);
    }

    boolean failed() {
        return failed.get();
    }

    /** The bot that lives. */
    Bot bot() {
        return bots.getLast();
    }

    int kills() {
        return bots.size() - 1;
    }

    /** How often one of the bots logged something. */
    long logged(String words) {
        return bots.stream()
                .flatMap(bot -> bot.said().lines())
                .filter(line -> line.contains(words))
                .count();
    }

    @Override
    public void close() {
        never.countDown();
        for (Thread thread : threads) {
            thread.interrupt();
        }
        bots.getLast().kill();
    }
}
