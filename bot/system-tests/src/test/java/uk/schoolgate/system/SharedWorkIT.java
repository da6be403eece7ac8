package uk.schoolgate.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.system.DrillMessages.Outcome;

/** Several bots on one Redis: they share the work, keep the order within a group, and one takes over what another leaves. */
class SharedWorkIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** How long the work of a dead bot may lie at most. */
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(30);
    /** Eight for what comes in, eight for chats and two for letters. */
    private static final int PARTITIONS = 18;

    private static final int CHATS_AT_A_TIME = 8;

    private static final Path TASKSET = Path.of("/usr/bin/taskset");

    private static final boolean IS_LONG = "long".equals(System.getProperty("drill"));

    @TempDir
    Path folder;

    private final List<Bot> bots = new ArrayList<>();
    private final List<Phones> phones = new ArrayList<>();
    private int launched;

    private void launch(OwnRedis redis, List<String> program) throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put("REDIS_URL", redis.url());
        settings.put("EVIDENCE_KEYS", "k1:" + Base64.getEncoder().encodeToString(new byte[32]));
        settings.put(
                "SCHOOLGATE_SCHOOL",
                DrillSchool.layOut(folder.resolve("school")).toString());
        Path home = Files.createDirectories(folder.resolve("bot" + launched++));
        bots.add(Bot.launch(program, home, settings, Bot.freePort()));
        phones.add(new Phones(home.resolve("schoolgate-data")));
    }

    /** Questions to the bot, in the order in which each group asks them. */
    private static Map<DrillSchool.Group, List<DrillMessages.Post>> questions(String series, int each) {
        Map<DrillSchool.Group, List<DrillMessages.Post>> questions = new HashMap<>();
        for (DrillSchool.Group group : DrillSchool.groups()) {
            List<DrillMessages.Post> posts = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                posts.add(new DrillMessages.Post(
                        "%s-%02d-%04d".formatted(series, group.number(), i),
                        group,
                        group.parents().getFirst(),
                        "@Schoolgate what is the rule about mobile telephones?",
                        "",
                        Outcome.ANSWER));
            }
            questions.put(group, posts);
        }
        return questions;
    }

    /** Each group asks one after the other, all groups at once, each question through another bot. */
    private static void ask(Map<DrillSchool.Group, List<DrillMessages.Post>> questions, Deliveries deliveries) {
        List<Thread> groups = questions.values().stream()
                .map(posts -> Thread.ofPlatform().start(() -> posts.forEach(deliveries::postNow)))
                .toList();
        groups.forEach(thread -> await().atMost(PATIENCE).until(() -> !thread.isAlive()));
    }

    private List<Phones.Said> answers(String series) {
        return phones.stream()
                .flatMap(phone -> phone.all().stream())
                .filter(said -> said.id().startsWith("playground:" + series + "-"))
                .sorted(Comparator.comparing(Phones.Said::at))
                .toList();
    }

    /** Two bots, and four with {@code -Ddrill=long}. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void botsShareTheWorkInOrderAndTakeOverFromOneThatDied(int count) throws Exception {
        assumeTrue(count == 2 || IS_LONG, "four bots take minutes: run it with -Ddrill=long");
        try (OwnRedis redis = OwnRedis.start(Files.createDirectories(folder.resolve("redis")))) {
            for (int i = 0; i < count; i++) {
                launch(redis, Program.usual());
            }
            try (Deliveries deliveries =
                    new Deliveries(bots.stream().map(Bot::url).toList(), new Random(1))) {
                bots.forEach(Bot::awaitWorking);
                awaitAllHoldWork(redis);

                ask(questions("together", 10), deliveries);
                await().atMost(PATIENCE).until(() -> answers("together").size() >= 160);
                List<Phones.Said> together = answers("together");
                assertThat(together).extracting(Phones.Said::id).doesNotHaveDuplicates();
                inOrder(together);
                for (Phones phone : phones) {
                    assertThat(phone.all()).as("each bot does its share").isNotEmpty();
                }

                killedAtWork(deliveries, redis);
            }
        } finally {
            bots.forEach(Bot::kill);
        }
    }

    /** One dies in the midst of it: what it had taken on and had not done is done by the others, soon, once and in order. */
    private void killedAtWork(Deliveries deliveries, OwnRedis redis) {
        int all = 3 * DrillSchool.CLASSES;
        Thread asking = Thread.ofPlatform().start(() -> ask(questions("after", 3), deliveries));
        await().atMost(PATIENCE).until(() -> !answers("after").isEmpty());
        Instant killed = Instant.now();
        bots.getFirst().kill();
        await().atMost(PATIENCE)
                .until(() -> !asking.isAlive() && once(answers("after")).size() == all);
        Duration taken = Duration.between(killed, Instant.now());
        System.out.println("shared work: all " + all + " questions were answered " + taken.toMillis()
                + " ms after one of " + bots.size() + " bots was killed");
        assertThat(taken).isLessThan(TAKEN_OVER_WITHIN);
        await().atMost(PATIENCE).until(redis::isIdle);
        inOrder(once(answers("after")));
        assertThat(answers("after").size() - all)
                .as("said again: what the dead bot had said and had not noted, one a partition at most")
                .isLessThanOrEqualTo(CHATS_AT_A_TIME);
    }

    /** Without what was said again. */
    private static List<Phones.Said> once(List<Phones.Said> answers) {
        Map<String, Phones.Said> byId = new LinkedHashMap<>();
        answers.forEach(said -> byId.putIfAbsent(said.id(), said));
        return List.copyOf(byId.values());
    }

    /** Until each has a share of the outbox, by which answers leave. */
    private void awaitAllHoldWork(OwnRedis redis) {
        await().atMost(PATIENCE)
                .until(() -> redis.ask(client -> {
                    Set<String> owners = new HashSet<>();
                    client.keys("sg:lease:outbox:*").forEach(key -> owners.add(client.get(key)));
                    return owners.size() == bots.size()
                            && client.keys("sg:lease:*").size() == PARTITIONS;
                }));
    }

    private static void inOrder(List<Phones.Said> answers) {
        Map<String, List<String>> byGroup = answers.stream()
                .collect(Collectors.groupingBy(
                        Phones.Said::conversation, Collectors.mapping(Phones.Said::id, Collectors.toList())));
        assertThat(byGroup)
                .hasSize(DrillSchool.CLASSES)
                .allSatisfy((group, ids) -> assertThat(ids).isSorted());
    }

    /** One, two and four bots with half of a core each, still in order and once; only with {@code -Ddrill=long}. */
    @Test
    void moreBotsDoMore() throws Exception {
        assumeTrue(IS_LONG, "it takes minutes: run it with -Ddrill=long");
        assumeTrue(Files.exists(TASKSET), "no taskset here, which holds a bot on one core");
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "one core alone has no room for four bots");
        double least = 0;
        for (int count : new int[] {1, 2, 4}) {
            double rate = messagesPerSecond(count);
            System.out.printf("shared work: %d bots with half of a core each: %.1f messages/s%n", count, rate);
            assertThat(rate).as("a further bot helps").isGreaterThan(least);
            least = rate;
        }
    }

    private double messagesPerSecond(int count) throws Exception {
        int each = 30;
        bots.clear();
        phones.clear();
        try (OwnRedis redis = OwnRedis.start(Files.createDirectories(folder.resolve("redis" + count)))) {
            for (int i = 0; i < count; i++) {
                // The quick compiler is done in seconds; the other takes minutes of each bot's core, and would be
                // what is compared.
                launch(redis, onCore(i % 2, Program.ofTheJar()));
            }
            bots.forEach(Bot::awaitWorking);
            try (Deliveries deliveries =
                    new Deliveries(bots.stream().map(Bot::url).toList(), new Random(1))) {
                ask(questions("warm", 20), deliveries);
                await().atMost(PATIENCE).until(redis::isIdle);
                Duration taken;
                try (Halves _ = Halves.of(bots)) {
                    Instant began = Instant.now();
                    ask(questions("measured", each), deliveries);
                    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(redis::isIdle);
                    taken = Duration.between(began, Instant.now());
                }
                assertThat(answers("measured"))
                        .hasSize(each * DrillSchool.CLASSES)
                        .extracting(Phones.Said::id)
                        .doesNotHaveDuplicates();
                inOrder(answers("measured"));
                return each * DrillSchool.CLASSES / (taken.toMillis() / 1000.0);
            }
        } finally {
            bots.forEach(Bot::kill);
        }
    }

    private static List<String> onCore(int core, List<String> program) {
        return Stream.concat(Stream.of(TASKSET.toString(), "-c", Integer.toString(core)), program.stream())
                .toList();
    }
}
