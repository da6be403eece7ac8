package uk.schoolgate.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.schoolgate.adapter.redis.EmbeddedRedis;
import uk.schoolgate.adapter.redis.RedisConnection;
import uk.schoolgate.adapter.redis.RedisStore;
import uk.schoolgate.app.school.Models;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.app.school.SchoolFolders;
import uk.schoolgate.core.flow.SchoolDesk;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Embedder;
import uk.schoolgate.core.policy.VectorCache;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.sealing.EvidenceKeys;
import uk.schoolgate.core.sealing.Sealer;
import uk.schoolgate.core.wording.Wording;
import uk.schoolgate.testkit.CountingEmbedder;
import uk.schoolgate.testkit.InMemoryVectorCache;
import uk.schoolgate.testkit.PhraseJudge;
import uk.schoolgate.testkit.SettableClock;
import uk.schoolgate.testkit.WordEmbedder;

/** Schools that are served while their folders change. */
class SchoolRegistryTest {
    private static final PhoneNumberParser PHONES = new PhoneNumberParser();

    @TempDir
    Path root;

    private int changes;

    private final CountingEmbedder embedder = new CountingEmbedder();

    private void school(String code) throws IOException {
        write(code + "/school.yaml", yaml(code));
    }

    private static String yaml(String code) {
        return """
                code: %s
                name: School %s
                complaints-inbox: complaints@school.example
                headteacher: S01
                safeguarding-lead: S02
                """.formatted(code, code);
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        // A change within the clock's tick, of the same length, must not depend on luck.
        changes++;
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2026-11-20T08:00:00Z").plusSeconds(changes)));
    }

    private SchoolRegistry started(VectorCache cache) {
        return started(cache, embedder);
    }

    private SchoolRegistry started(VectorCache cache, Embedder model) {
        return started(cache, model, Clock.systemUTC());
    }

    private SchoolRegistry started(VectorCache cache, Embedder model, Clock clock) {
        SchoolRegistry registry = new SchoolRegistry(
                SchoolFolders.read(root, PHONES),
                PHONES,
                Wording.english(),
                clock,
                () -> new Models(model, new PhraseJudge(), Models.english()));
        registry.build(cache);
        registry.awaitReady();
        return registry;
    }

    /** Looks until what has changed has come to rest. */
    private static int settle(SchoolRegistry registry) {
        registry.refresh();
        return registry.refresh();
    }

    private static String answer(SchoolRegistry registry, String code, String question) {
        SchoolDesk desk = registry.desk(new SchoolCode(code)).orElseThrow();
        return desk.replies().reply(question, Asker.PARENT).content().plainText();
    }

    /** A cache in a store that is away for the next few questions. */
    private static final class FlakyVectors implements VectorCache {
        private final VectorCache cache = new InMemoryVectorCache();
        private final AtomicInteger away = new AtomicInteger(2);

        @Override
        public Map<String, float[]> find(Collection<String> keys) {
            failWhileAway();
            return cache.find(keys);
        }

        @Override
        public void keep(Map<String, float[]> vectors) {
            failWhileAway();
            cache.keep(vectors);
        }

        private void failWhileAway() {
            if (away.getAndDecrement() > 0) {
                throw new StoreUnavailableException("Redis does not answer", new IllegalStateException());
            }
        }
    }

    @Test
    void aStoreThatIsAwayHoldsTheSchoolsUpAndNoMore() throws IOException {
        school("AAA");
        write("AAA/policies/phones.txt", "Phones must be handed in at the gate every single day.");
        FlakyVectors cache = new FlakyVectors();
        SchoolRegistry registry = started(cache);
        assertThat(registry.isReady()).isTrue();

        cache.away.set(1);
        write("AAA/policies/uniform.txt", "Jumpers must be bottle green on every single day of the week.");
        assertThat(settle(registry)).isEqualTo(1);
        assertThat(answer(registry, "AAA", "must jumpers be bottle green on every single day of the week"))
                .contains("bottle green");
    }

    /** A model that fails while it is told to. */
    private static final class FlakyEmbedder implements Embedder {
        private final Embedder model = new WordEmbedder();
        private boolean fails;

        @Override
        public String model() {
            return model.model();
        }

        @Override
        public int dimension() {
            return model.dimension();
        }

        @Override
        public List<float[]> embed(List<String> texts) {
            if (fails) {
                throw new IllegalStateException("no memory left");
            }
            return model.embed(texts);
        }
    }

    @Test
    void aChangeThatCouldNotBeTakenOverForNoFaultOfItsOwnIsTriedAgainAfterAPause() throws IOException {
        school("AAA");
        write("AAA/policies/phones.txt", "Phones must be handed in at the gate every single day.");
        SettableClock clock = SettableClock.onATuesday();
        FlakyEmbedder model = new FlakyEmbedder();
        SchoolRegistry registry = started(new InMemoryVectorCache(), model, clock);

        model.fails = true;
        write("AAA/policies/uniform.txt", "Jumpers must be bottle green on every single day of the week.");
        write("AAA/school.yaml", yaml("AAA") + "mode: hold\n");
        assertThat(settle(registry)).isZero();
        model.fails = false;
        assertThat(settle(registry)).as("not again and again").isZero();
        assertThat(mode(registry)).as("all of the old is served").isEqualTo(Mode.WATCH);

        clock.advance(Duration.ofMinutes(1));
        assertThat(registry.refresh()).isEqualTo(1);
        assertThat(mode(registry)).isEqualTo(Mode.HOLD);
        assertThat(answer(registry, "AAA", "must jumpers be bottle green on every single day of the week"))
                .contains("bottle green");
        assertThat(registry.refresh()).as("once").isZero();
    }

    @Test
    void aFurtherChangeIsNotPutOffWithTheOneThatFailed() throws IOException {
        school("AAA");
        write("AAA/policies/phones.txt", "Phones must be handed in at the gate every single day.");
        FlakyEmbedder model = new FlakyEmbedder();
        SchoolRegistry registry = started(new InMemoryVectorCache(), model, SettableClock.onATuesday());
        model.fails = true;
        write("AAA/policies/uniform.txt", "Jumpers must be bottle green on every single day of the week.");
        assertThat(settle(registry)).isZero();
        Files.delete(root.resolve("AAA/policies/uniform.txt"));
        write("AAA/school.yaml", yaml("AAA") + "mode: hold\n");
        assertThat(settle(registry)).isEqualTo(1);
        assertThat(mode(registry)).isEqualTo(Mode.HOLD);
    }

    private static Mode mode(SchoolRegistry registry) {
        return registry.desk(new SchoolCode("AAA")).orElseThrow().school().mode();
    }

    @Test
    void aChangedFileIsReadAndEmbeddedAloneWhileTheOldAnswersAreServed() throws IOException {
        school("AAA");
        write(
                "AAA/policies/uniform.txt",
                "Jumpers must be bottle green on every single day of the week and on each trip to the woods.");
        write(
                "AAA/policies/phones.txt",
                "Phones must be handed in at the gate and collected at the end of every single day.");
        SchoolRegistry registry = started(new InMemoryVectorCache());
        assertThat(answer(
                        registry,
                        "AAA",
                        "must jumpers be bottle green on every single day of the week and on each trip to the woods"))
                .contains("bottle green");
        embedder.take();

        write(
                "AAA/policies/uniform.txt",
                "Jumpers must be cherry red on every single day of the week and on each trip to the woods.");
        assertThat(registry.refresh()).as("the file may still be being written").isZero();
        assertThat(answer(
                        registry,
                        "AAA",
                        "must jumpers be bottle green on every single day of the week and on each trip to the woods"))
                .contains("bottle green");
        embedder.take();
        assertThat(registry.refresh()).isEqualTo(1);

        assertThat(embedder.take()).singleElement().asString().contains("cherry red");
        assertThat(answer(
                        registry,
                        "AAA",
                        "must jumpers be cherry red on every single day of the week and on each trip to the woods"))
                .contains("cherry red")
                .doesNotContain("bottle green");
        assertThat(registry.refresh()).as("nothing has changed since").isZero();
    }

    @Test
    void whatIsBrokenLaterKeepsItsLastGoodVersion() throws IOException {
        school("AAA");
        write(
                "AAA/policies/uniform.txt",
                "Jumpers must be bottle green on every single day of the week and on each trip to the woods.");
        SchoolRegistry registry = started(new InMemoryVectorCache());

        write("AAA/policies/uniform.txt", "");
        settle(registry);
        assertThat(answer(
                        registry,
                        "AAA",
                        "must jumpers be bottle green on every single day of the week and on each trip to the woods"))
                .contains("bottle green");

        write(
                "AAA/policies/uniform.txt",
                "Jumpers must be cherry red on every single day of the week and on each trip to the woods.");
        write("AAA/school.yaml", "code: [broken");
        assertThat(settle(registry)).isZero();
        assertThat(answer(
                        registry,
                        "AAA",
                        "must jumpers be bottle green on every single day of the week and on each trip to the woods"))
                .contains("bottle green");

        school("AAA");
        assertThat(settle(registry)).isEqualTo(1);
        assertThat(answer(
                        registry,
                        "AAA",
                        "must jumpers be cherry red on every single day of the week and on each trip to the woods"))
                .contains("cherry red");

        Files.delete(root.resolve("AAA/policies/uniform.txt"));
        settle(registry);
        assertThat(answer(
                        registry,
                        "AAA",
                        "must jumpers be cherry red on every single day of the week and on each trip to the woods"))
                .doesNotContain("cherry red");
    }

    @Test
    void whoAsksForTheFoldersSeesAChangedModeAndGroupAndNothingOfABrokenChange() throws IOException {
        school("AAA");
        write("AAA/policies/phones.txt", "Phones must be handed in at the gate and collected at the end of every day.");
        SchoolRegistry registry = started(new InMemoryVectorCache());
        assertThat(registry.folders().getFirst().school().mode()).isEqualTo(Mode.WATCH);

        write("AAA/school.yaml", yaml("AAA") + """
                mode: hold
                groups:
                  - { name: 4 Owl parents, channel: whatsapp, address: CH00000000000000000000000000000001, classes: [Owl] }
                """);
        assertThat(settle(registry)).isEqualTo(1);
        write("AAA/school.yaml", "code: [broken");
        assertThat(settle(registry)).isZero();
        School served = registry.folders().getFirst().school();
        assertThat(served.mode()).isEqualTo(Mode.HOLD);
        assertThat(served.groupAt(Platform.WHATSAPP, "CH00000000000000000000000000000001"))
                .isPresent();
    }

    @Test
    void twoBotsOverOneRedisEmbedOnce(@TempDir Path data) throws IOException {
        school("AAA");
        write(
                "AAA/policies/uniform.txt",
                "Jumpers must be bottle green on every single day of the week and on each trip to the woods.");
        write(
                "AAA/policies/phones.txt",
                "Phones must be handed in at the gate and collected at the end of every single day.");
        CountingEmbedder other = new CountingEmbedder();
        try (EmbeddedRedis server = EmbeddedRedis.start(data);
                RedisConnection one = RedisConnection.to(server.url());
                RedisConnection two = RedisConnection.to(server.url())) {
            Sealer sealer = new Sealer(EvidenceKeys.parse(EvidenceKeys.generate("k")));
            started(new RedisStore(one, sealer, Clock.systemUTC()).vectors(), embedder);
            SchoolRegistry second = started(new RedisStore(two, sealer, Clock.systemUTC()).vectors(), other);

            assertThat(embedder.take()).hasSize(2);
            assertThat(other.take()).isEmpty();
            assertThat(answer(
                            second,
                            "AAA",
                            "phones must be handed in at the gate and collected at the end of every single day?"))
                    .contains("at the gate");
        }
    }

    @Test
    void sixtySchoolsOfSixtyPoliciesAnswerFromTheirOwnAlone() throws IOException {
        for (int school = 0; school < 60; school++) {
            String code = code(school);
            school(code);
            for (int policy = 0; policy < 60; policy++) {
                write(
                        code + "/policies/p" + policy + ".txt",
                        "The lantern%d of house%s must be lit at dusk by the caretaker.".formatted(policy, code));
            }
        }
        SchoolRegistry registry = started(new InMemoryVectorCache());
        for (int school = 0; school < 60; school++) {
            String question = "must the lantern7 of house" + code(school) + " be lit at dusk by the caretaker";
            String neighbour = code((school + 1) % 60);
            assertThat(answer(registry, code(school), question)).contains("lantern7 of house" + code(school));
            assertThat(answer(registry, neighbour, question)).doesNotContain("house" + code(school));
        }
    }

    private static String code(int number) {
        return "S" + (char) ('A' + number / 26) + (char) ('A' + number % 26);
    }
}
