package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.concern.ConcernState;
import uk.schoolgate.core.concern.Evidence;
import uk.schoolgate.core.concern.Review;
import uk.schoolgate.core.flow.Commit;
import uk.schoolgate.core.flow.Copies;
import uk.schoolgate.core.handoff.Delivery;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.handoff.Reference;
import uk.schoolgate.core.keeping.PersonErasure;
import uk.schoolgate.core.keeping.PersonalData;
import uk.schoolgate.core.keeping.SubjectAccess;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.SourceCopies;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.sealing.EvidenceKeys;
import uk.schoolgate.core.sealing.Sealer;
import uk.schoolgate.core.text.Span;

/** What a person is given who asks what is kept about them, and what is erased when they ask for it. */
class PersonalDataTest {
    private static final String TEXT =
            "Ollie kicked Grace Okafor again, ring Sana on 07700 900133, Mrs Patel saw it. Dan";
    private static final PersonId OLIVER = new PersonId("P01");

    private final InMemoryStore store = new InMemoryStore(SettableClock.onATuesday());
    private final Sealer sealer = new Sealer(EvidenceKeys.parse(EvidenceKeys.generate("k1")));

    private Concern keep(String message, Category category, ConcernState state) {
        Finding finding = new Finding(
                category, List.of(Span.of(TEXT, 0, 5)), List.of("P01"), 0.9, List.of(), "It names a child.");
        Concern sample = Samples.concern(message, state);
        Evidence evidence = new Evidence(
                new EventId(message),
                TEXT,
                List.of(),
                Samples.PARENT,
                "Dan",
                Samples.KESTREL.name(),
                Samples.NOON,
                List.of(finding),
                List.of());
        Concern concern = new Concern(
                ConcernId.of(Samples.CODE, new EventId(message)),
                Samples.CODE,
                category,
                List.of(evidence),
                sample.circle(),
                new Review(List.of(Samples.REP), List.of(), List.of(), List.of(), Optional.empty()),
                state,
                Samples.NOON,
                0);
        store.run(new Commit.Builder(Samples.CODE).store(concern).build());
        return concern;
    }

    private PersonalData of(PersonId person) {
        return PersonalData.of(person, Samples.CODE, store, sealer);
    }

    private SubjectAccess packOf(PersonId person) {
        return SubjectAccess.of(person, of(person), Samples.roll());
    }

    @Test
    void theAuthorGetsTheirWordsWithEverybodyElseMasked() {
        keep("m1", Category.CHILD_SENSITIVE, new ConcernState.Open());
        assertThat(packOf(Samples.PARENT).records()).singleElement().satisfies(entry -> {
            assertThat(entry.relation()).isEqualTo("you wrote it");
            assertThat(entry.text())
                    .isEqualTo("[CHILD] kicked [CHILD] [CHILD] again, ring [ADULT] on [CONTACT DETAILS], Mrs [STAFF]"
                            + " saw it. Dan");
            assertThat(entry.found()).containsExactly("CHILD_SENSITIVE");
        });
    }

    @Test
    void theChildThatIsNamedGetsTheWordsWithoutItsAuthor() {
        keep("m1", Category.CHILD_SENSITIVE, new ConcernState.Open());
        assertThat(packOf(OLIVER).records()).singleElement().satisfies(entry -> {
            assertThat(entry.relation()).startsWith("it names you");
            assertThat(entry.text()).startsWith("Ollie kicked [CHILD]").endsWith("[ADULT]");
        });
    }

    @Test
    void whoWasAskedToLookGetsNoneOfTheWords() {
        keep("m1", Category.CHILD_SENSITIVE, new ConcernState.Open());
        assertThat(packOf(Samples.REP).records()).singleElement().satisfies(entry -> {
            assertThat(entry.relation()).startsWith("you were asked");
            assertThat(entry.text()).isEmpty();
            assertThat(entry.found()).isEmpty();
        });
    }

    @Test
    void whatTheSafeguardingLeadWasToldIsWithheld() {
        keep("m1", Category.SAFEGUARDING, new ConcernState.TakenOn(Samples.SAFEGUARDING_LEAD, Samples.NOON));
        SubjectAccess pack = packOf(Samples.PARENT);
        assertThat(pack.records()).isEmpty();
        assertThat(pack.withheld()).isEqualTo(1);
    }

    @Test
    void somebodyElseGetsNothing() {
        keep("m1", Category.CHILD_SENSITIVE, new ConcernState.Open());
        assertThat(packOf(Samples.OTHER_PARENT).records()).isEmpty();
        assertThat(of(Samples.OTHER_PARENT).isEmpty()).isTrue();
    }

    @Test
    void erasingTakesEverythingAndLooksAgain() {
        keep("m1", Category.CHILD_SENSITIVE, new ConcernState.Open());
        keep("m2", Category.CHILD_SENSITIVE, new ConcernState.Dismissed(Samples.REP, false, Samples.NOON));
        PersonErasure.Outcome outcome = new PersonErasure(
                        store, sealer, new Copies(SourceCopies.LEFT_ALONE), SettableClock.onATuesday())
                .erase(Samples.PARENT, Samples.CODE);
        assertThat(outcome.erased()).isEqualTo(2);
        assertThat(outcome.heldBack()).isEmpty();
        assertThat(outcome.left().isEmpty()).isTrue();
        assertThat(store.concerns(Samples.CODE)).isEmpty();
        assertThat(store.auditTrail(Samples.CODE).getLast().event().action()).isEqualTo("person.erased");
        assertThat(store.auditTrail(Samples.CODE))
                .noneMatch(entry -> entry.toString().contains(Samples.PARENT.value()));
    }

    @Test
    void whatIsUrgentOrNotDeliveredYetIsHeldBackAndSaidSo() {
        Concern urgent = Samples.urgentConcern("m1");
        Concern confirmed = keep(
                "m2", Category.CHILD_SENSITIVE, new ConcernState.Confirmed(Samples.REP, Samples.NOON, "TST-26-0001"));
        Incident incident = Incident.queued(
                new Reference("TST-26-0001"),
                Samples.CODE,
                confirmed.id(),
                confirmed.category(),
                Samples.REP,
                Samples.NOON);
        store.run(
                new Commit.Builder(Samples.CODE).store(urgent).change(incident).build());
        PersonErasure erasure =
                new PersonErasure(store, sealer, new Copies(SourceCopies.LEFT_ALONE), SettableClock.onATuesday());
        PersonErasure.Outcome outcome = erasure.erase(Samples.PARENT, Samples.CODE);
        assertThat(outcome.erased()).isZero();
        assertThat(outcome.heldBack()).hasSize(2);
        assertThat(outcome.left().isEmpty()).isFalse();
        store.run(new Commit.Builder(Samples.CODE)
                .change(incident.with(new Delivery.Delivered("taken"), Samples.NOON))
                .build());
        assertThat(erasure.erase(Samples.PARENT, Samples.CODE).erased()).isEqualTo(2);
        assertThat(store.incident(Samples.CODE, incident.reference())).isEqualTo(Optional.empty());
    }
}
