package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.concern.Change;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernEvent;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.concern.ConcernMachine;
import uk.schoolgate.core.concern.ConcernState;
import uk.schoolgate.core.concern.Evidence;
import uk.schoolgate.core.concern.Review;
import uk.schoolgate.core.concern.Timing;
import uk.schoolgate.core.concern.Transition;
import uk.schoolgate.core.flow.Commit;
import uk.schoolgate.core.flow.Copies;
import uk.schoolgate.core.handoff.Delivery;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.handoff.Reference;
import uk.schoolgate.core.keeping.Archive;
import uk.schoolgate.core.keeping.NoteEditor;
import uk.schoolgate.core.keeping.PersonErasure;
import uk.schoolgate.core.keeping.PersonalData;
import uk.schoolgate.core.keeping.Subject;
import uk.schoolgate.core.keeping.SubjectAccess;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.SourceCopies;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.sealing.EvidenceKeys;
import uk.schoolgate.core.sealing.Sealer;
import uk.schoolgate.core.text.Span;
import uk.schoolgate.core.wording.Tongue;

/** What a person is given who asks what is kept about them, and what is erased when they ask for it. */
class PersonalDataTest {
    private static final String TEXT =
            "Ollie kicked Grace Okafor again, ring Sana on 07700 900133, Mrs Patel saw it. Dan";
    private static final PersonId OLIVER = new PersonId("P01");

    /** Notes of several lines, each about something else. */
    private static final NoteEditor LINES =
            (note, goes) -> note.text().lines().filter(goes.negate()).collect(Collectors.joining("\n"));

    private final InMemoryStore store = new InMemoryStore(SettableClock.onATuesday());
    private final Sealer sealer = new Sealer(EvidenceKeys.parse(EvidenceKeys.generate("k1")));

    private Concern keep(String message, Category category, ConcernState state) {
        Finding finding = new Finding(
                category, List.of(Span.of(TEXT, 0, 5)), List.of("P01"), 0.9, List.of(), "It names a child.");
        return keep(message, TEXT, finding, state);
    }

    private Concern keep(String message, String text, Finding finding, ConcernState state) {
        Category category = finding.category();
        Concern sample = Samples.concern(message, state);
        Evidence evidence = new Evidence(
                new EventId(message),
                text,
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
                new Review(List.of(Samples.REP), List.of(), List.of(), List.of(), Optional.empty(), List.of()),
                state,
                Samples.NOON,
                0);
        store.run(new Commit.Builder(Samples.CODE).store(concern).build());
        return concern;
    }

    private PersonalData of(PersonId person) {
        return PersonalData.of(Subject.of(person), Samples.CODE, store, sealer);
    }

    private SubjectAccess packOf(PersonId person) {
        return SubjectAccess.of(Subject.of(person), of(person), Samples.roll());
    }

    private PersonErasure.Outcome erase(Subject subject) {
        return new PersonErasure(store, sealer, LINES, new Copies(SourceCopies.LEFT_ALONE), SettableClock.onATuesday())
                .erase(subject, Samples.CODE);
    }

    private void note(String key, String text) {
        store.notebook().write(Samples.CODE, key, text, Duration.ofDays(10));
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
    void ofSeveralChildrenInOneFindingTheOthersAreMasked() {
        String text = "Ollie and Graice hit each other, says Mr Brown";
        keep(
                "m1",
                text,
                new Finding(
                        Category.CHILD_SENSITIVE,
                        List.of(Span.of(text, 0, 5), Span.of(text, 10, 16)),
                        List.of("P01", "P02"),
                        0.9,
                        List.of(),
                        "It names children."),
                new ConcernState.Open());
        assertThat(packOf(OLIVER).records())
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.text()).isEqualTo("Ollie and [CHILD] hit each other, says Mr [CHILD]"));
    }

    /** A nickname is on no roll: only what was found in the message shows that it is a child's name. */
    @Test
    void whatWasFoundInTheMessageIsMaskedInWhatItBecameToo() {
        String text = "Zuz bit my son";
        Finding finding = new Finding(
                Category.CHILD_SENSITIVE,
                List.of(Span.of(text, 0, 3)),
                List.of("P03"),
                0.9,
                List.of(),
                "It names a child.");
        Concern before = keep("m1", text, finding, new ConcernState.Open());
        Change edit = new Change(Change.Kind.EDITED, "zuz bit my son, zuzu is a toy", Samples.NOON);
        ConcernEvent changed = new ConcernEvent.MessageChanged(new EventId("m1"), edit, before.circle());
        Transition.Moved moved =
                (Transition.Moved) new ConcernMachine(Timing.of(Samples.school())).apply(before.stored(), changed);
        store.run(new Commit.Builder(Samples.CODE).store(moved.concern()).build());
        assertThat(packOf(Samples.PARENT).records())
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.later()).containsExactly("EDITED [CHILD] bit my son, zuzu is a toy"));
    }

    /** "Okafor" may be the mother who asks, or her daughter. */
    @Test
    void aNameThatTheyShareWithSomebodyIsMasked() {
        keep("m1", Category.CHILD_SENSITIVE, new ConcernState.Open());
        assertThat(packOf(new PersonId("P02")).records()).isEmpty();
        String text = "Ngozi Okafor here, Okafor was hit";
        keep(
                "m2",
                text,
                new Finding(
                        Category.CHILD_SENSITIVE,
                        List.of(Span.of(text, 19, 25)),
                        List.of("P02"),
                        0.9,
                        List.of(),
                        "It names a child."),
                new ConcernState.Open());
        assertThat(packOf(new PersonId("P02")).records())
                .singleElement()
                .satisfies(entry -> assertThat(entry.text()).isEqualTo("[ADULT] [ADULT] here, [CHILD] was hit"));
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
        assertThat(pack.withheld().records()).isEqualTo(1);
    }

    /** The accused teacher asks, and a clerk runs the command: neither learns of it that way. */
    @Test
    void anAllegationIsWithheldFromTheAccusedAndFromWhoRunsTheCommand() {
        SmallBot bot = new SmallBot();
        bot.post(Samples.PARENT, SmallBot.ALLEGATION);
        for (PersonId person : List.of(Samples.TEACHER, Samples.PARENT)) {
            Subject subject = Subject.of(person);
            PersonalData data = PersonalData.of(subject, Samples.CODE, bot.store, sealer);
            SubjectAccess pack = SubjectAccess.of(subject, data, Samples.roll());
            assertThat(pack.records()).isEmpty();
            assertThat(pack.withheld()).isEqualTo(new SubjectAccess.Withheld(1, List.of(Samples.HEAD)));
            assertThat(pack.toString()).doesNotContain("stole", "ALLEGATION");
        }
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
        PersonErasure.Outcome outcome = erase(Subject.of(Samples.PARENT));
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
        PersonErasure.Outcome outcome = erase(Subject.of(Samples.PARENT));
        assertThat(outcome.erased()).isZero();
        assertThat(outcome.heldBack()).hasSize(2);
        assertThat(outcome.left().isEmpty()).isFalse();
        store.run(new Commit.Builder(Samples.CODE)
                .change(incident.with(new Delivery.Delivered("taken"), Samples.NOON))
                .build());
        assertThat(erase(Subject.of(Samples.PARENT)).erased()).isEqualTo(2);
        assertThat(store.incident(Samples.CODE, incident.reference())).isEqualTo(Optional.empty());
    }

    @Test
    void whatIsHandedOverIsHeldBackWhileItsContactHasYetToTakeItOn() {
        Concern urgent =
                Samples.urgentConcern("m1", new ConcernState.Confirmed(Samples.REP, Samples.NOON, "TST-26-0001"));
        Incident delivered = Incident.queued(
                        new Reference("TST-26-0001"),
                        Samples.CODE,
                        urgent.id(),
                        urgent.category(),
                        Samples.REP,
                        Samples.NOON)
                .with(new Delivery.Delivered("taken"), Samples.NOON);
        store.run(
                new Commit.Builder(Samples.CODE).store(urgent).change(delivered).build());
        PersonErasure.Outcome outcome = erase(Subject.of(Samples.PARENT));
        assertThat(outcome.heldBack()).singleElement().asString().contains("urgent");
        assertThat(store.concern(Samples.CODE, urgent.id())).isPresent();
        assertThat(outcome.erased()).isZero();
        assertThat(store.incident(Samples.CODE, delivered.reference())).contains(delivered);
    }

    @Test
    void whatIsNotedToReachThemIsGivenOutAndErased() {
        note("whatsapp:contact:" + Samples.PARENT.value(), "Dan");
        note("whatsapp:contact:" + Samples.REP.value(), "Priya");
        store.run(new Commit.Builder(Samples.CODE)
                .choose(Samples.PARENT, Tongue.POLISH)
                .build());
        SubjectAccess pack = packOf(Samples.PARENT);
        assertThat(pack.notes())
                .containsExactly(new SubjectAccess.Noted("whatsapp:contact:" + Samples.PARENT.value(), "Dan"));
        assertThat(pack.traces().language()).contains(Tongue.POLISH);
        PersonErasure.Outcome outcome = erase(Subject.of(Samples.PARENT));
        assertThat(outcome.left().isEmpty()).isTrue();
        assertThat(store.notes(Samples.CODE)).extracting(Archive.Note::text).containsExactly("Priya");
    }

    @Test
    void somebodyIsFoundByWhatTheirPlatformCallsThem() {
        Subject teacher = new Subject(Samples.TEACHER, Set.of("guid-1", "patel@test.example", "a:chat-1"));
        note("teams:email:patel@test.example", "guid-1");
        note("teams:person:guid-1", "{\"guid\":\"guid-1\",\"emails\":[\"patel@test.example\"]}");
        note("teams:chat:guid-1", "{\"conversation\":\"a:chat-1\"}");
        note("teams:card:a:chat-1:C0123456789ABCDEF", "activity-1");
        note("teams:person:guid-12", "{\"guid\":\"guid-12\"}");
        PersonalData found = PersonalData.of(teacher, Samples.CODE, store, sealer);
        assertThat(found.notes()).hasSize(4);
        assertThat(SubjectAccess.of(teacher, found, Samples.roll()).notes())
                .extracting(SubjectAccess.Noted::text)
                .contains("{\"guid\":\"guid-1\",\"emails\":[\"patel@test.example\"]}");
        assertThat(erase(teacher).left().isEmpty()).isTrue();
        assertThat(store.notes(Samples.CODE)).extracting(Archive.Note::key).containsExactly("teams:person:guid-12");
    }

    /** A reviewer's card waits with the author's words in it; another of theirs has nothing to do with that author. */
    @Test
    void aCardThatWaitsForSomebodyElseIsErasedWithItsConcernAndTheOthersStay() {
        Concern concern = keep("m1", Category.CHILD_SENSITIVE, new ConcernState.Open());
        String card = TEXT + " hand-over:" + concern.id();
        String other = "Somebody else wrote this. hand-over:C00000000000000AA";
        note("whatsapp:waiting:" + Samples.REP.value(), card + "\n" + other);
        assertThat(packOf(Samples.REP).notes())
                .as("the words of others are not given out")
                .containsExactly(new SubjectAccess.Noted("whatsapp:waiting:" + Samples.REP.value(), ""));
        assertThat(erase(Subject.of(Samples.PARENT)).left().isEmpty()).isTrue();
        assertThat(store.notes(Samples.CODE)).extracting(Archive.Note::text).containsExactly(other);
    }

    @Test
    void whatBelongsToAHeldBackConcernStaysWithIt() {
        Concern urgent = Samples.urgentConcern("m1");
        store.run(new Commit.Builder(Samples.CODE).store(urgent).build());
        note("whatsapp:waiting:" + Samples.REP.value(), "from " + Samples.PARENT.value() + " take-on:" + urgent.id());
        PersonErasure.Outcome outcome = erase(Subject.of(Samples.PARENT));
        assertThat(outcome.heldBack()).hasSize(1);
        assertThat(store.notes(Samples.CODE)).hasSize(1);
        assertThat(outcome.left().isEmpty()).isFalse();
    }
}
