package uk.schoolgate.system;

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
     * @param kills how often the bot is killed
     * @param shortestLife of a bot before it is killed
     * @param longestLife of a bot before it is killed
     * @param restarts how often Redis is restarted, without a warning every other time
     * @param rounds how often the mail server goes through all its moods
     * @param mood how long a mood lasts; the mail server is fine for as long between two of them
     */
    record Script(int kills, Duration shortestLife, Duration longestLife, int restarts, int rounds, Duration mood) {
        /** About how long it takes. */
        Duration length() {
            return shortestLife.plus(longestLife).dividedBy(2).multipliedBy(kills);
        }
    }

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
        bots.getFirst().awaitReady();
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
            pass(between(script.shortestLife(), script.longestLife()));
            bots.getLast().kill();
            launch();
        }
    }

    private void restartRedis() {
        for (int i = 0; i < script.restarts(); i++) {
            Duration share = script.length().dividedBy(script.restarts());
            pass(between(share.dividedBy(3), share));
            redis.restart(i % 2 == 0);
        }
    }

    private void upsetMail() {
        for (int i = 0; i < script.rounds(); i++) {
            for (FlawedMailServer.Mood mood : FlawedMailServer.Mood.values()) {
                mail.be(mood);
                pass(script.mood());
                mail.be(FlawedMailServer.Mood.FINE);
                pass(script.mood());
            }
        }
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
