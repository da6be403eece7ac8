package uk.schoolgate.core.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.audit.AuditChain;
import uk.schoolgate.core.audit.AuditEntry;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.handoff.Reconciliation.Gap;
import uk.schoolgate.core.handoff.Reconciliation.Kind;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.screening.Category;

/** The audit trail and the delivery ledger, held against each other. */
class ReconciliationTest {
    private static final Instant NOON = Instant.parse("2026-11-17T12:00:00Z");
    private static final PersonId REP = new PersonId("+447700900131");

    private final List<AuditEntry> trail = new ArrayList<>();
    private final List<Incident> ledger = new ArrayList<>();

    private void trail(String action, String subject, String detail) {
        Optional<AuditEntry> last = trail.isEmpty() ? Optional.empty() : Optional.of(trail.getLast());
        trail.add(AuditChain.follow(last, new AuditEvent("S01", action, subject, detail), NOON));
    }

    private void confirmed(String reference) {
        trail(Reconciliation.CONFIRMED, "C0123456789ABCDEF", reference);
    }

    private void delivered(String reference) {
        trail(Reconciliation.DELIVERED, reference, "");
    }

    private void ledger(String reference, Delivery delivery) {
        ledger.add(Incident.queued(
                        new Reference(reference),
                        new SchoolCode("ALD"),
                        new ConcernId("C0123456789ABCDEF"),
                        Category.STAFF_ATTACK,
                        REP,
                        NOON)
                .with(delivery, NOON));
    }

    private Reconciliation after(Duration time) {
        return Reconciliation.of(trail, ledger, NOON.plus(time));
    }

    @Test
    void whatArrivedOnceIsNoGap() {
        confirmed("ALD-26-0001");
        ledger("ALD-26-0001", new Delivery.Delivered("250 taken"));
        delivered("ALD-26-0001");
        assertThat(after(Duration.ofDays(3))).isEqualTo(new Reconciliation(1, 1, List.of()));
    }

    @Test
    void whatIsOnItsWayIsAGapAfterADay() {
        confirmed("ALD-26-0001");
        ledger("ALD-26-0001", new Delivery.Retrying(3, "451 later"));
        confirmed("ALD-26-0002");
        ledger("ALD-26-0002", new Delivery.Queued());
        assertThat(after(Duration.ofHours(24)).gaps()).isEmpty();
        assertThat(after(Duration.ofHours(24).plusMillis(1)).gaps())
                .containsExactly(new Gap("ALD-26-0001", Kind.LATE), new Gap("ALD-26-0002", Kind.LATE));
    }

    @Test
    void whatWasGivenUpIsAGapAtOnce() {
        confirmed("ALD-26-0001");
        ledger("ALD-26-0001", new Delivery.Dead("550 no such user"));
        assertThat(after(Duration.ZERO).gaps()).containsExactly(new Gap("ALD-26-0001", Kind.DEAD));
    }

    @Test
    void whatTheLedgerDoesNotKnowOrTheTrailHasNoDeliveryOfIsMissing() {
        confirmed("ALD-26-0001");
        confirmed("ALD-26-0002");
        ledger("ALD-26-0002", new Delivery.Delivered("250 taken"));
        assertThat(after(Duration.ZERO))
                .isEqualTo(new Reconciliation(
                        2, 0, List.of(new Gap("ALD-26-0001", Kind.MISSING), new Gap("ALD-26-0002", Kind.MISSING))));
    }

    @Test
    void whatWasDeliveredTwiceIsAGap() {
        confirmed("ALD-26-0001");
        ledger("ALD-26-0001", new Delivery.Delivered("250 taken"));
        delivered("ALD-26-0001");
        delivered("ALD-26-0001");
        assertThat(after(Duration.ZERO).gaps()).containsExactly(new Gap("ALD-26-0001", Kind.TWICE));
    }

    /** After the retention its record is gone from the ledger, and the trail still has that it arrived. */
    @Test
    void whatWasErasedAfterItArrivedIsNoGap() {
        confirmed("ALD-26-0001");
        delivered("ALD-26-0001");
        assertThat(after(Duration.ofDays(90)).gaps()).isEmpty();
    }
}
