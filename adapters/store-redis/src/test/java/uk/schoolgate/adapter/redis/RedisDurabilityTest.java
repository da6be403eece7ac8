package uk.schoolgate.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.flow.Commit;
import uk.schoolgate.core.flow.WorkQueue.Settlement;
import uk.schoolgate.core.flow.WorkQueue.Subscription;
import uk.schoolgate.core.message.Addressee;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.sealing.EvidenceKeys;
import uk.schoolgate.core.sealing.Sealer;
import uk.schoolgate.testkit.Samples;
import uk.schoolgate.testkit.SettableClock;

/** What Redis itself has to give: survival of restarts, sharing between bots, and nothing readable on its disk. */
class RedisDurabilityTest {
    @TempDir
    Path folder;

    private final Sealer sealer = new Sealer(EvidenceKeys.parse(EvidenceKeys.generate("k1")));

    private RedisStore storeAt(RedisConnection redis) {
        return new RedisStore(redis, sealer, SettableClock.onATuesday());
    }

    @Test
    void whatWasAcceptedSurvivesARestart() {
        try (EmbeddedRedis server = EmbeddedRedis.start(folder);
                RedisConnection redis = RedisConnection.to(server.url())) {
            RedisStore store = storeAt(redis);
            store.intake().accept(Samples.inKestrel("m1", Samples.PARENT, "before"));
        }
        List<Incoming> got = new CopyOnWriteArrayList<>();
        try (EmbeddedRedis server = EmbeddedRedis.start(folder);
                RedisConnection redis = RedisConnection.to(server.url())) {
            RedisStore store = storeAt(redis);
            try (Subscription _ = store.incoming().consume(delivery -> {
                got.add(delivery.item());
                return Settlement.done(Commit.nothing(Samples.CODE));
            })) {
                await().until(() -> got.size() == 1);
            }
            assertThat(store.intake().accept(Samples.inKestrel("m1", Samples.PARENT, "before")))
                    .isEqualTo(Intake.Receipt.DUPLICATE);
        }
    }

    @Test
    void aRedisThatAKilledBotLeftRunningIsStoppedFirst() throws IOException {
        EmbeddedRedis left = EmbeddedRedis.start(folder);
        try (RedisConnection redis = RedisConnection.to(left.url())) {
            storeAt(redis).intake().accept(Samples.inKestrel("m1", Samples.PARENT, "before"));
            try (EmbeddedRedis next = EmbeddedRedis.start(folder);
                    RedisConnection nextRedis = RedisConnection.to(next.url())) {
                assertThat(next.url()).isNotEqualTo(left.url());
                assertThatThrownBy(redis::ping).isInstanceOf(StoreUnavailableException.class);
                assertThat(storeAt(nextRedis).intake().accept(Samples.inKestrel("m1", Samples.PARENT, "before")))
                        .isEqualTo(Intake.Receipt.DUPLICATE);
            }
        } finally {
            left.close();
        }
        assertThat(Files.exists(folder.resolve("appendonly.aof"))).isTrue();
    }

    @Test
    void theAddressWithThePasswordIsReadableToItsOwnerAlone() throws IOException {
        try (EmbeddedRedis _ = EmbeddedRedis.start(folder)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("address"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void nothingThatSomebodyWroteIsReadableOnTheDisk() throws IOException {
        try (EmbeddedRedis server = EmbeddedRedis.start(folder);
                RedisConnection redis = RedisConnection.to(server.url())) {
            RedisStore store = storeAt(redis);
            Concern concern = Samples.concern("m1");
            AtomicInteger done = new AtomicInteger();
            try (Subscription _ = store.incoming().consume(delivery -> {
                done.incrementAndGet();
                return Settlement.done(
                        new Commit.Builder(Samples.CODE).store(concern).build());
            })) {
                store.intake().accept(Samples.inKestrel("m1", Samples.PARENT, "Mrs Patel is useless"));
                await().until(() -> done.get() == 1
                        && store.casebook().concern(Samples.CODE, concern.id()).isPresent());
            }
        }
        String disk = Files.readString(folder.resolve("appendonly.aof"), StandardCharsets.ISO_8859_1);
        assertThat(disk).contains("sg:TST:concern").doesNotContain("Patel", "useless", "7700900132");
    }

    @Test
    void twoBotsShareTheWorkWithoutDoingItTwice() {
        try (EmbeddedRedis server = EmbeddedRedis.start(folder);
                RedisConnection redis = RedisConnection.to(server.url())) {
            Set<String> byOne = ConcurrentHashMap.newKeySet();
            Set<String> byOther = ConcurrentHashMap.newKeySet();
            AtomicInteger worked = new AtomicInteger();
            RedisStore one = storeAt(redis);
            RedisStore other = storeAt(redis);
            try (Subscription _ = one.incoming().consume(delivery -> note(delivery.item(), byOne, worked));
                    Subscription _ = other.incoming().consume(delivery -> note(delivery.item(), byOther, worked))) {
                AtomicInteger sent = new AtomicInteger();
                await().atMost(Duration.ofSeconds(25)).until(() -> {
                    String id = "m" + sent.incrementAndGet();
                    one.intake().accept(Samples.inPrivate(id, new PersonId("+4477009%05d".formatted(sent.get())), "x"));
                    return !byOne.isEmpty() && !byOther.isEmpty();
                });
                await().until(() -> worked.get() == sent.get());
                assertThat(byOne).doesNotContainAnyElementsOf(byOther);
            }
        }
    }

    private static Settlement note(Incoming item, Set<String> by, AtomicInteger worked) {
        by.add(item.id().value());
        worked.incrementAndGet();
        return Settlement.done(Commit.nothing(Samples.CODE));
    }

    /** A mail server that takes the connection and then says nothing holds up letters, and nothing that is said in chats. */
    @Test
    void aMailServerThatHangsHoldsUpNoChat() {
        try (EmbeddedRedis server = EmbeddedRedis.start(folder);
                RedisConnection redis = RedisConnection.to(server.url())) {
            RedisStore store = storeAt(redis);
            CountDownLatch hangs = new CountDownLatch(1);
            Set<String> said = ConcurrentHashMap.newKeySet();
            Commit.Builder commit = new Commit.Builder(Samples.CODE);
            for (int i = 0; i < 40; i++) {
                commit.send(letter(i));
                commit.send(chat(i));
            }
            try (Subscription _ = store.outgoing().consume(delivery -> {
                switch (delivery.item()) {
                    case Outgoing.Letter _, Outgoing.Erasure _ -> waitFor(hangs);
                    case Outgoing.Chat chat -> said.add(chat.id());
                }
                return Settlement.done(Commit.nothing(Samples.CODE));
            })) {
                store.archive().run(commit.build());
                await().atMost(Duration.ofSeconds(20)).until(() -> said.size() == 40);
                assertThat(hangs.getCount()).as("the letters still hang").isEqualTo(1);
                hangs.countDown();
            }
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Outgoing letter(int number) {
        String to = "person" + number + "@test.example";
        Mail mail = new Mail("m" + number + "@test.example", to, "s", "t", "h", List.of(), Optional.empty());
        return new Outgoing.Letter("letter" + number, Samples.CODE, new Addressee.Unlisted(), mail);
    }

    private static Outgoing chat(int number) {
        PersonId person = new PersonId("+4477009%05d".formatted(number));
        return new Outgoing.Chat(
                "chat" + number,
                Samples.CODE,
                new Conversation.PrivateChat(Platform.WHATSAPP, person),
                Content.ofText("hello"));
    }

    @Test
    void workGoesOnAfterRedisWasAwayForAMoment() throws Exception {
        EmbeddedRedis first = EmbeddedRedis.start(folder);
        List<String> got = new CopyOnWriteArrayList<>();
        try (RedisConnection redis = RedisConnection.to(first.url())) {
            RedisStore store = storeAt(redis);
            CountDownLatch started = new CountDownLatch(1);
            try (Subscription _ = store.incoming().consume(delivery -> {
                got.add(delivery.item().id().value());
                started.countDown();
                return Settlement.done(Commit.nothing(Samples.CODE));
            })) {
                store.intake().accept(Samples.inKestrel("m1", Samples.PARENT, "one"));
                started.await();
                first.close();
                assertThatThrownBy(() -> store.intake().accept(Samples.inKestrel("m2", Samples.PARENT, "two")))
                        .isInstanceOf(StoreUnavailableException.class);
                try (EmbeddedRedis _ = EmbeddedRedis.start(folder, first.url())) {
                    await().ignoreExceptions()
                            .until(() -> store.intake().accept(Samples.inKestrel("m3", Samples.PARENT, "three"))
                                    == Intake.Receipt.ACCEPTED);
                    await().atMost(Duration.ofSeconds(20)).until(() -> got.contains("m3"));
                }
            }
        }
    }
}
