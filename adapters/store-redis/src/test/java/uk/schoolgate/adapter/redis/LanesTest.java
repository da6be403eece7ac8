package uk.schoolgate.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.flow.Commit;
import uk.schoolgate.core.flow.WorkQueue.Settlement;
import uk.schoolgate.core.flow.WorkQueue.Subscription;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.sealing.EvidenceKeys;
import uk.schoolgate.core.sealing.Sealer;
import uk.schoolgate.testkit.Samples;
import uk.schoolgate.testkit.SettableClock;

/** Conversations that happen to share a partition. */
class LanesTest extends WithRedis {
    private static final List<PersonId> NEIGHBOURS = IntStream.range(0, 1000)
            .mapToObj("+4477009%05d"::formatted)
            .map(PersonId::new)
            .filter(person -> Queue.partitionOf(Samples.inPrivate("m", person, "x")) == 0)
            .limit(2)
            .toList();

    private static final PersonId ONE = NEIGHBOURS.getFirst();
    private static final PersonId OTHER = NEIGHBOURS.getLast();

    private final RedisStore store = new RedisStore(
            redis, new Sealer(EvidenceKeys.parse(EvidenceKeys.generate("k1"))), SettableClock.onATuesday());
    private final List<String> worked = new CopyOnWriteArrayList<>();

    private void accept(String id, PersonId author) {
        store.intake().accept(Samples.inPrivate(id, author, "x"));
    }

    private Settlement done(Incoming item) {
        worked.add(item.id().value());
        return Settlement.done(Commit.nothing(Samples.CODE));
    }

    @Test
    void whoWaitsForAModelHoldsUpNoOther() {
        CountDownLatch otherIsWorkedOn = new CountDownLatch(1);
        accept("one", ONE);
        accept("other", OTHER);
        try (Subscription _ = store.incoming().consume(delivery -> {
            if (delivery.item().id().value().equals("other")) {
                otherIsWorkedOn.countDown();
            } else if (!arrives(otherIsWorkedOn)) {
                return Settlement.done(Commit.nothing(Samples.CODE));
            }
            return done(delivery.item());
        })) {
            await().until(() -> worked.size() == 2);
        }
        assertThat(worked).containsExactlyInAnyOrder("one", "other");
    }

    private static boolean arrives(CountDownLatch latch) {
        try {
            return latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What was in hand when one failed is done once, and what failed comes again before what follows it. */
    @Test
    void whatFailsComesAgainInItsOrderAndTheOtherLaneIsDoneOnce() {
        CountDownLatch fails = new CountDownLatch(1);
        accept("first", ONE);
        accept("second", ONE);
        accept("other", OTHER);
        try (Subscription _ = store.incoming().consume(delivery -> {
            if (delivery.item().id().value().equals("first") && fails.getCount() == 1) {
                fails.countDown();
                throw new StoreUnavailableException("away", new IllegalStateException());
            }
            return done(delivery.item());
        })) {
            await().until(() -> worked.size() == 3);
            await().until(() -> redis.call(client -> client.xlen(Queue.INTAKE.stream(0))) == 0);
        }
        assertThat(worked).hasSize(3).contains("other").containsSubsequence("first", "second");
    }
}
