package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.audit.AuditEntry;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernState;
import uk.schoolgate.core.flow.Commit;
import uk.schoolgate.core.flow.Copies;
import uk.schoolgate.core.handoff.Delivery;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.handoff.Reference;
import uk.schoolgate.core.keeping.Archive;
import uk.schoolgate.core.keeping.NoteEditor;
import uk.schoolgate.core.keeping.RetentionSweep;
import uk.schoolgate.core.message.SourceCopies;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.school.SchoolTime;
import uk.schoolgate.core.school.Term;

/** What is erased when, by the school's seven school days for what nobody confirmed and thirty days for what was delivered. */
class RetentionSweepTest {
    private final SettableClock clock = SettableClock.onATuesday();
    private final InMemoryStore store = new InMemoryStore(clock);
    private final RetentionSweep sweep =
            new RetentionSweep(store, NoteEditor.WHOLE, new Copies(SourceCopies.LEFT_ALONE), clock);

    private void keep(Concern concern) {
        assertThat(store.run(new Commit.Builder(Samples.CODE).store(concern).build()))
                .isTrue();
    }

    private int sweepAfter(Duration time) {
        clock.advance(time);
        return sweep.sweep(Samples.school());
    }

    private List<Concern> kept() {
        return store.concerns(Samples.CODE);
    }

    @Test
    void whatCameToNothingGoesSevenSchoolDaysAfterItWasClosed() {
        keep(Samples.concern("m1", new ConcernState.Dismissed(Samples.REP, false, clock.instant())));
        keep(Samples.concern("m2", new ConcernState.Removed(clock.instant())));
        keep(Samples.concern("m3", new ConcernState.TakenOn(Samples.SAFEGUARDING_LEAD, clock.instant())));
        keep(Samples.concern("m4", new ConcernState.Expired(clock.instant())));
        // Seven school days from a Tuesday are nine of the calendar.
        assertThat(sweepAfter(Duration.ofDays(9).minusMinutes(1))).isZero();
        assertThat(kept()).hasSize(4);
        assertThat(sweepAfter(Duration.ofMinutes(1))).isEqualTo(4);
        assertThat(kept()).isEmpty();
        assertThat(store.auditTrail(Samples.CODE))
                .extracting(AuditEntry::event)
                .allSatisfy(event -> assertThat(event.action()).isEqualTo("evidence.erased"))
                .hasSize(4);
        assertThat(sweepAfter(Duration.ZERO)).isZero();
    }

    @Test
    void anIncidentGoesAMonthAfterTheInboxTookIt() {
        Concern concern =
                Samples.concern("m1", new ConcernState.Confirmed(Samples.REP, clock.instant(), "TST-26-0001"));
        keep(concern);
        Incident incident = incident(concern).with(new Delivery.Retrying(3, "busy"), clock.instant());
        change(incident);
        assertThat(sweepAfter(Duration.ofDays(90))).isZero();
        change(incident.with(new Delivery.Delivered("taken"), clock.instant()));
        assertThat(sweepAfter(Duration.ofDays(30).minusMinutes(1))).isZero();
        assertThat(sweepAfter(Duration.ofMinutes(1))).isEqualTo(1);
        assertThat(kept()).isEmpty();
        assertThat(store.incidents(Samples.CODE)).isEmpty();
    }

    @Test
    void whatWasHandedOverStaysWhileItsContactHasYetToTakeItOn() {
        Concern concern =
                Samples.urgentConcern("m1", new ConcernState.Confirmed(Samples.REP, clock.instant(), "TST-26-0001"));
        keep(concern);
        change(incident(concern).with(new Delivery.Delivered("taken"), clock.instant()));
        assertThat(sweepAfter(Duration.ofDays(90))).isZero();
        assertThat(kept()).hasSize(1);
    }

    private Incident incident(Concern concern) {
        return Incident.queued(
                new Reference("TST-26-0001"),
                Samples.CODE,
                concern.id(),
                concern.category(),
                Samples.REP,
                clock.instant());
    }

    private void change(Incident incident) {
        assertThat(store.run(new Commit.Builder(Samples.CODE).change(incident).build()))
                .isTrue();
    }

    @Test
    void whatIsUrgentAndOpenStaysAndWhatIsOverdueGoes() {
        keep(Samples.urgentConcern("m1"));
        keep(Samples.concern("m2"));
        assertThat(sweepAfter(Duration.ofDays(19))).isZero();
        assertThat(sweepAfter(Duration.ofDays(3))).isEqualTo(1);
        assertThat(kept())
                .singleElement()
                .satisfies(concern -> assertThat(concern.id())
                        .isEqualTo(Samples.urgentConcern("m1").id()));
    }

    /** The sweep counts as the alarm does that closes a concern: holidays take nobody's time to decide away. */
    @Test
    void inTheHolidaysNothingIsOverdueThatReviewersCouldNotDecide() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SchoolTime.ZONE);
        School school =
                with(List.of(new Term(today.minusDays(60), today), new Term(today.plusDays(28), today.plusDays(100))));
        keep(Samples.concern("m1"));
        keep(Samples.concern("m2", new ConcernState.Removed(clock.instant())));
        Instant expiry = school.time().after(clock.instant(), school.retention().unconfirmed());
        clock.advance(Duration.between(clock.instant(), expiry).minusMinutes(1));
        assertThat(sweep.sweep(school)).isZero();
        clock.advance(Duration.ofMinutes(1));
        assertThat(sweep.sweep(school)).as("what was closed").isEqualTo(1);
        clock.advance(Duration.ofDays(14));
        assertThat(sweep.sweep(school)).as("what should have closed long ago").isEqualTo(1);
        assertThat(kept()).isEmpty();
    }

    private static School with(List<Term> terms) {
        School plain = Samples.school();
        return new School(
                plain.code(),
                plain.name(),
                plain.complaintsInbox(),
                plain.office(),
                plain.headteacher(),
                plain.safeguardingLead(),
                plain.chairOfGovernors(),
                terms,
                plain.mode(),
                plain.retention(),
                plain.groups());
    }

    @Test
    void nothingThatWaitsForSomebodyOutlivesItsConcern() {
        Concern kept = Samples.concern("m1");
        Concern closed = Samples.concern("m2", new ConcernState.Removed(clock.instant()));
        keep(kept);
        keep(closed);
        for (Concern concern : List.of(kept, closed)) {
            store.notebook()
                    .write(Samples.CODE, "waiting:" + concern.id(), "hand-over:" + concern.id(), Duration.ofDays(30));
        }
        store.notebook().write(Samples.CODE, "contact:1", "Dan", Duration.ofDays(30));
        assertThat(sweepAfter(Duration.ofDays(10))).isEqualTo(2);
        assertThat(store.notes(Samples.CODE))
                .extracting(Archive.Note::key)
                .containsExactly("contact:1", "waiting:" + kept.id());
    }

    @Test
    void manyAreErasedInOneSweep() {
        for (int i = 0; i < 250; i++) {
            keep(Samples.concern("m" + i, new ConcernState.Removed(clock.instant())));
        }
        assertThat(sweepAfter(Duration.ofDays(10))).isEqualTo(250);
        assertThat(kept()).isEmpty();
    }
}
