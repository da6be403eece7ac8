package uk.schoolgate.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.args.ListPosition;
import uk.schoolgate.core.audit.AuditChain;
import uk.schoolgate.core.audit.AuditEntry;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.flow.Commit;
import uk.schoolgate.core.flow.Copies;
import uk.schoolgate.core.flow.WorkQueue.Disposition;
import uk.schoolgate.core.flow.WorkQueue.Settlement;
import uk.schoolgate.core.flow.WorkQueue.Subscription;
import uk.schoolgate.core.keeping.Archive;
import uk.schoolgate.core.keeping.NoteEditor;
import uk.schoolgate.core.keeping.PersonErasure;
import uk.schoolgate.core.keeping.PersonalData;
import uk.schoolgate.core.keeping.Subject;
import uk.schoolgate.core.message.SourceCopies;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.sealing.EvidenceKeys;
import uk.schoolgate.core.sealing.Sealer;
import uk.schoolgate.core.sealing.UnknownKeyException;
import uk.schoolgate.testkit.Samples;
import uk.schoolgate.testkit.SettableClock;

/** Keeping and erasing in a real Redis: tampering with the trail, rotation of keys, items that were put aside. */
class KeepingTest extends WithRedis {
    private static final String OLD = EvidenceKeys.generate("old");
    private static final String NEW = EvidenceKeys.generate("new");
    private static final String AUDIT = "sg:TST:audit";

    private final SettableClock clock = SettableClock.onATuesday();
    private final RedisStore store = storeWith(OLD);

    private RedisStore storeWith(String keys) {
        return new RedisStore(redis, sealer(keys), clock);
    }

    private static Sealer sealer(String keys) {
        return RedisStore.withLastingPseudonyms(new Sealer(EvidenceKeys.parse(keys)), redis);
    }

    private void record(int entries) {
        for (int i = 0; i < entries; i++) {
            store.archive()
                    .run(new Commit.Builder(Samples.CODE)
                            .record(new AuditEvent("S01", "test", "C" + i, ""))
                            .build());
        }
    }

    private Optional<String> fault() {
        Archive archive = store.archive();
        return AuditChain.fault(archive.auditTrail(Samples.CODE), archive.auditHead(Samples.CODE));
    }

    @Test
    void anUntouchedTrailIsWhole() {
        assertThat(fault()).isEmpty();
        record(5);
        assertThat(fault()).isEmpty();
    }

    @Test
    void aChangedEntryShows() {
        record(5);
        String entry = redis.call(client -> client.lindex(AUDIT, 2));
        redis.call(client -> client.lset(AUDIT, 2, entry.replace("S01", "S02")));
        assertThat(fault()).hasValueSatisfying(said -> assertThat(said).contains("place 3 of 5"));
    }

    @Test
    void aSpoiltEntryShows() {
        record(3);
        redis.call(client -> client.lset(AUDIT, 1, "not even JSON"));
        assertThat(fault()).hasValueSatisfying(said -> assertThat(said).contains("place 2 of 3"));
    }

    @Test
    void aRemovedEntryShows() {
        record(5);
        String entry = redis.call(client -> client.lindex(AUDIT, 1));
        redis.call(client -> client.lrem(AUDIT, 1, entry));
        assertThat(fault()).hasValueSatisfying(said -> assertThat(said).contains("place 2 of 4"));
    }

    @Test
    void entriesCutOffAtTheEndShow() {
        record(5);
        redis.call(client -> client.ltrim(AUDIT, 0, 2));
        assertThat(fault()).hasValueSatisfying(said -> assertThat(said).contains("cut off"));
        redis.call(client -> client.del("sg:TST:audit-head"));
        assertThat(fault()).hasValueSatisfying(said -> assertThat(said).contains("removed"));
    }

    @Test
    void reorderedEntriesShow() {
        record(5);
        List<String> entries = new ArrayList<>(redis.call(client -> client.lrange(AUDIT, 0, -1)));
        Collections.swap(entries, 1, 3);
        redis.call(client -> client.del(AUDIT));
        entries.forEach(entry -> redis.call(client -> client.rpush(AUDIT, entry)));
        assertThat(fault()).isPresent();
    }

    @Test
    void anEntryPutInBetweenShows() {
        record(3);
        String entry = redis.call(client -> client.lindex(AUDIT, 1));
        redis.call(client -> client.linsert(AUDIT, ListPosition.AFTER, entry, entry));
        assertThat(fault()).hasValueSatisfying(said -> assertThat(said).contains("place 3 of 4"));
    }

    @Test
    void aTrailWrittenAnewByHandShows() {
        record(3);
        Optional<AuditEntry> none = Optional.empty();
        String forged =
                Json.write(AuditChain.follow(none, new AuditEvent("S01", "test", "forged", ""), clock.instant()));
        redis.call(client -> client.del(AUDIT));
        redis.call(client -> client.rpush(AUDIT, forged));
        assertThat(fault()).hasValueSatisfying(said -> assertThat(said).contains("cut off or added"));
    }

    @Test
    void afterRotationNothingNeedsTheOldKeyAndPeopleKeepTheirPseudonyms() {
        String before = sealer(OLD).pseudonym("+447700900131");
        Concern concern = Samples.concern("m1");
        store.archive()
                .run(new Commit.Builder(Samples.CODE)
                        .store(concern)
                        .record(new AuditEvent("S01", "test", "C1", ""))
                        .wake(Samples.alarm("REMIND", clock.instant().plusSeconds(3600)))
                        .count(new Commit.Count("asked", "is there parking", Duration.ofDays(7)))
                        .build());
        store.notebook().write(Samples.CODE, "chat:1", "https://chat.example", Duration.ofDays(1));
        Rotation rotation = storeWith(NEW + "," + OLD).rotation();
        assertThat(rotation.recordsByKey()).isEqualTo(Map.of("old", 6));
        assertThat(rotation.run()).isEqualTo(6);
        assertThat(rotation.recordsByKey()).isEqualTo(Map.of("new", 6));
        assertThat(rotation.run()).isZero();

        RedisStore later = storeWith(NEW);
        assertThat(later.archive().concerns(Samples.CODE)).containsExactly(concern.stored());
        assertThat(later.archive().auditHead(Samples.CODE)).isPresent();
        assertThat(later.notebook().read(Samples.CODE, "chat:1")).contains("https://chat.example");
        assertThat(later.casebook().tally(Samples.CODE, "asked")).isEqualTo(Map.of("is there parking", 1));
        String note = redis.scan(Keys.ofAnySchool("note:*")).iterator().next();
        assertThat(redis.<Long>call(client -> client.pttl(note)))
                .as("a note keeps its end")
                .isPositive();
        assertThat(sealer(NEW).pseudonym("+447700900131")).isEqualTo(before);
        assertThatThrownBy(() -> store.archive().concerns(Samples.CODE)).isInstanceOf(UnknownKeyException.class);
        AtomicInteger woken = new AtomicInteger();
        try (Subscription _ = later.incoming().consume(delivery -> {
            woken.incrementAndGet();
            return Settlement.done(Commit.nothing(Samples.CODE));
        })) {
            clock.advance(Duration.ofHours(2));
            await().until(() -> woken.get() == 1);
        }
    }

    @Test
    void whatWasPutAsideIsFoundErasedAndGoesWithTime() {
        try (Subscription _ = store.incoming()
                .consume(delivery -> new Settlement(new Disposition.Dead("no"), Commit.nothing(Samples.CODE)))) {
            store.intake().accept(Samples.inKestrel("m1", Samples.PARENT, "one"));
            store.intake().accept(Samples.inKestrel("m2", Samples.REP, "two"));
            await().until(() -> store.archive().looseItems(Samples.CODE).stream()
                            .filter(Archive.LooseItem::putAside)
                            .count()
                    == 2);
        }
        PersonErasure.Outcome outcome = erase(Samples.PARENT);
        assertThat(outcome.erased()).isEqualTo(1);
        assertThat(outcome.left().isEmpty()).isTrue();
        PersonalData other = PersonalData.of(Subject.of(Samples.REP), Samples.CODE, store.archive(), sealer(OLD));
        assertThat(other.loose()).hasSize(1);
        // Redis numbers such items by its own clock.
        assertThat(store.archive().erasePutAside(Instant.now().minusSeconds(3600)))
                .isZero();
        assertThat(store.archive().erasePutAside(Instant.now().plusSeconds(3600)))
                .isEqualTo(1);
        assertThat(store.archive().looseItems(Samples.CODE)).isEmpty();
    }

    private PersonErasure.Outcome erase(PersonId person) {
        return new PersonErasure(
                        store.archive(), sealer(OLD), NoteEditor.WHOLE, new Copies(SourceCopies.LEFT_ALONE), clock)
                .erase(Subject.of(person), Samples.CODE);
    }

    @Test
    void notesAreFoundByWhomTheyAreAboutAndErasedAlsoAfterRotation() {
        store.notebook().write(Samples.CODE, "contact:" + Samples.PARENT.value(), "Dan", Duration.ofDays(400));
        store.notebook().write(Samples.CODE, "contact:" + Samples.REP.value(), "Priya", Duration.ofDays(400));
        storeWith(NEW + "," + OLD).rotation().run();
        RedisStore later = storeWith(NEW);
        assertThat(later.archive().notes(Samples.CODE)).hasSize(2);
        PersonErasure.Outcome outcome = new PersonErasure(
                        later.archive(), sealer(NEW), NoteEditor.WHOLE, new Copies(SourceCopies.LEFT_ALONE), clock)
                .erase(Subject.of(Samples.PARENT), Samples.CODE);
        assertThat(outcome.erased()).isEqualTo(1);
        assertThat(outcome.left().searched().notes()).isEqualTo(1);
        assertThat(outcome.left().isEmpty()).isTrue();
        assertThat(later.notebook().read(Samples.CODE, "contact:" + Samples.PARENT.value()))
                .isEmpty();
        assertThat(later.notebook().read(Samples.CODE, "contact:" + Samples.REP.value()))
                .contains("Priya");
    }

    @Test
    void aNoteIsWrittenAnewOnlyWhereNobodyElseDidAndKeepsItsEnd() {
        store.notebook().write(Samples.CODE, "waiting:1", "one\ntwo", Duration.ofDays(10));
        Archive.Note read = store.archive().notes(Samples.CODE).getFirst();
        assertThat(store.archive().rewrite(Samples.CODE, read, "two")).isTrue();
        assertThat(store.archive().rewrite(Samples.CODE, read, "")).isFalse();
        assertThat(store.notebook().read(Samples.CODE, "waiting:1")).contains("two");
        String place = redis.scan(Keys.notes(Samples.CODE)).iterator().next();
        assertThat(redis.<Long>call(client -> client.pttl(place))).isPositive();
    }

    @Test
    void erasingAPersonTakesTheirMarksToo() {
        String mark = "nudge:PHOTO:" + sealer(OLD).pseudonym(Samples.PARENT.value());
        store.archive()
                .run(new Commit.Builder(Samples.CODE)
                        .mark(mark, Duration.ofDays(7))
                        .build());
        assertThat(store.casebook().hasMark(Samples.CODE, mark)).isTrue();
        assertThat(store.archive().traces(Samples.CODE, Samples.PARENT).marks()).containsExactly("nudge:PHOTO");
        PersonErasure.Outcome outcome = erase(Samples.PARENT);
        assertThat(outcome.left().isEmpty()).isTrue();
        assertThat(store.casebook().hasMark(Samples.CODE, mark)).isFalse();
    }
}
