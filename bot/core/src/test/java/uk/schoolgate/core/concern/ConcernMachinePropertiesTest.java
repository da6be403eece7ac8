package uk.schoolgate.core.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.schoolgate.core.concern.LivesOfConcerns.AUTHOR;
import static uk.schoolgate.core.concern.LivesOfConcerns.LEAD;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.schoolgate.core.concern.LivesOfConcerns.Happening;
import uk.schoolgate.core.concern.LivesOfConcerns.Lived;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.screening.Category;

/** What holds in every life of a concern, whatever happens to it in whatever order. */
class ConcernMachinePropertiesTest {
    @Provide
    Arbitrary<Concern> concerns() {
        return LivesOfConcerns.concerns();
    }

    @Provide
    Arbitrary<List<Happening>> lives() {
        return LivesOfConcerns.happenings().list().ofMinSize(1).ofMaxSize(40);
    }

    /** An end is an end: only a hand-over may still be acknowledged, objected to, or added to. */
    @Property
    void whatIsClosedStaysClosedInTheSameWay(
            @ForAll("concerns") Concern concern, @ForAll("lives") List<Happening> happenings) {
        for (Lived lived : LivesOfConcerns.live(concern, happenings)) {
            if (!lived.before().state().isOpen()) {
                assertThat(lived.after().state()).isEqualTo(lived.before().state());
            }
            if (!lived.before().isLive()) {
                assertThat(lived.after()).isEqualTo(lived.before());
                assertThat(lived.effects()).isEmpty();
            }
        }
    }

    @Property
    void aConfirmationIsNeverLostAndNeverMadeTwice(
            @ForAll("concerns") Concern concern, @ForAll("lives") List<Happening> happenings) {
        List<Lived> life = LivesOfConcerns.live(concern, happenings);
        int incidents = 0;
        for (Lived lived : life) {
            List<Effect.RaiseIncident> raised = lived.effects(Effect.RaiseIncident.class);
            incidents += raised.size();
            boolean becameConfirmed =
                    lived.before().state().isOpen() && lived.after().state() instanceof ConcernState.Confirmed;
            assertThat(raised).hasSize(becameConfirmed ? 1 : 0);
            if (lived.after().state() instanceof ConcernState.Confirmed confirmed) {
                assertThat(incidents).isEqualTo(1);
                assertThat(lived.after().messages())
                        .allSatisfy(message -> assertThat(message.text()).isNotEmpty());
                if (!raised.isEmpty()) {
                    assertThat(confirmed.reference())
                            .isEqualTo(raised.getFirst().reference());
                }
            }
        }
        assertThat(incidents).isLessThanOrEqualTo(1);
    }

    /**
     * The model of who may decide, kept apart from the code: those asked and the contacts, without whoever wrote one of
     * the messages or is barred by what one says now, and without those who stood back while somebody else is left.
     */
    @Property
    void nobodyDecidesWhoWasNotAskedOrIsBarredByAnyOfTheWords(
            @ForAll("concerns") Concern concern, @ForAll("lives") List<Happening> happenings) {
        Transition.Moved raised = LivesOfConcerns.MACHINE.raise(concern);
        Set<PersonId> asked = new HashSet<>();
        raised.effects().forEach(effect -> {
            if (effect instanceof Effect.AskReviewer(PersonId reviewer)) {
                asked.add(reviewer);
            }
        });
        Set<PersonId> contacts = new HashSet<>(concern.circle().contacts());
        Set<PersonId> barred = new HashSet<>(concern.circle().barred());
        Set<PersonId> stoodBack = new HashSet<>();
        for (Lived lived : LivesOfConcerns.live(concern, happenings)) {
            boolean decided = lived.before().state().isOpen()
                    && (lived.after().state() instanceof ConcernState.Confirmed
                            || lived.after().state() instanceof ConcernState.Dismissed);
            if (decided) {
                PersonId by = LivesOfConcerns.actor(lived.event()).orElseThrow();
                assertThat(asked.contains(by) || contacts.contains(by)).isTrue();
                assertThat(lived.before().authors()).doesNotContain(by);
                assertThat(barred).doesNotContain(by);
                boolean othersAreLeft = asked.stream().anyMatch(it -> !stoodBack.contains(it) && !barred.contains(it));
                assertThat(stoodBack.contains(by) && othersAreLeft && !contacts.contains(by))
                        .isFalse();
            }
            barred.addAll(barredBy(lived));
            asked.removeAll(barred);
            lived.effects(Effect.TellReviewer.class).stream()
                    .filter(told -> told.note() == Effect.ReviewerNote.STAND_BACK)
                    .forEach(told -> stoodBack.add(told.reviewer()));
            lived.effects(Effect.AskReviewer.class).forEach(ask -> asked.add(ask.reviewer()));
            lived.effects(Effect.TellContact.class).forEach(tell -> contacts.add(tell.contact()));
        }
    }

    /** Whom the words that came in with a step keep from deciding. */
    private static List<PersonId> barredBy(Lived lived) {
        boolean open = lived.before().state().isOpen();
        return switch (lived.event()) {
            case ConcernEvent.MessageJoined joined when open -> joined.circle().barred();
            case ConcernEvent.MessageChanged changed
            when open
                    && changed.change().kind() == Change.Kind.EDITED
                    && lived.before().message(changed.message()).isPresent() ->
                changed.circle().barred();
            default -> List.of();
        };
    }

    /** Whoever is barred after a step is asked nothing more, and is told no words as a reviewer. */
    @Property
    void whoIsBarredIsNotAskedAndTheirCardIsTakenBack(
            @ForAll("concerns") Concern concern, @ForAll("lives") List<Happening> happenings) {
        for (Lived lived : LivesOfConcerns.live(concern, happenings)) {
            List<PersonId> barred = lived.after().circle().barred();
            assertThat(lived.effects(Effect.AskReviewer.class)).noneMatch(ask -> barred.contains(ask.reviewer()));
            if (lived.after().state().isOpen()) {
                assertThat(lived.after().review().asked()).noneMatch(barred::contains);
                assertThat(lived.effects(Effect.TellReviewer.class))
                        .filteredOn(told -> barred.contains(told.reviewer()))
                        .allMatch(told -> told.note() == Effect.ReviewerNote.OTHERS_DECIDE
                                || told.note() == Effect.ReviewerNote.ARE_YOU_SURE);
            }
        }
    }

    /** Handing over takes two presses of one person, about the same messages in the same words. */
    @Property
    void nobodyHandsOverWhatTheyWereNotAskedAbout(
            @ForAll("concerns") Concern concern, @ForAll("lives") List<Happening> happenings) {
        Set<PersonId> sure = new HashSet<>();
        for (Lived lived : LivesOfConcerns.live(concern, happenings)) {
            boolean moved = lived.transition() instanceof Transition.Moved;
            if (moved && lived.event() instanceof ConcernEvent.HandOverConfirmed confirmed) {
                assertThat(sure).contains(confirmed.by());
            }
            boolean otherWords = !lived.before().messages().stream()
                    .map(message -> message.changes().stream()
                            .filter(change -> change.kind() != Change.Kind.TAKEN_BACK)
                            .toList())
                    .toList()
                    .equals(lived.after().messages().stream()
                            .map(message -> message.changes().stream()
                                    .filter(change -> change.kind() != Change.Kind.TAKEN_BACK)
                                    .toList())
                            .toList());
            if (otherWords) {
                sure.clear();
            }
            if (moved && lived.event() instanceof ConcernEvent.HandOverAsked asked) {
                sure.add(asked.by());
            }
        }
    }

    @Property
    void aSignThatAChildIsAtRiskReachesTheSafeguardingLeadAndTheDeputyAlone(
            @ForAll("concerns") Concern concern, @ForAll("lives") List<Happening> happenings) {
        if (concern.category() == Category.SAFEGUARDING) {
            for (Lived lived : LivesOfConcerns.live(concern, happenings)) {
                assertThat(LivesOfConcerns.told(lived)).isSubsetOf(LEAD, LivesOfConcerns.DEPUTY);
                assertThat(lived.effects(Effect.TellOffice.class))
                        .as("the office rings them, or goes on where there is nobody, and learns nothing")
                        .extracting(Effect.TellOffice::note)
                        .isSubsetOf(Effect.OfficeNote.RING, Effect.OfficeNote.NOBODY_FREE);
                assertThat(lived.effects(Effect.RaiseIncident.class)).isEmpty();
                assertThat(lived.effects(Effect.FollowUp.class)).isEmpty();
            }
        }
    }

    /** However the message is changed, taken back, dismissed by reviewers or left: its contact is told until one takes it on. */
    @Property
    void whatIsUrgentIsToldAgainUntilItsContactTakesItOn(
            @ForAll("concerns") Concern concern, @ForAll("lives") List<Happening> happenings) {
        if (concern.circle().contacts().isEmpty()) {
            return;
        }
        List<Lived> life = LivesOfConcerns.live(concern, happenings);
        boolean acknowledged = life.stream()
                .anyMatch(lived -> LivesOfConcerns.actor(lived.event())
                                .filter(lived.before().circle().contacts()::contains)
                                .isPresent()
                        && lived.transition() instanceof Transition.Moved
                        && !(lived.event() instanceof ConcernEvent.AuthorDeed)
                        && !(lived.event() instanceof ConcernEvent.HandOverAsked));
        Concern last = life.getLast().after();
        Transition again = LivesOfConcerns.MACHINE.apply(
                last, new ConcernEvent.TimePassed(ConcernEvent.Step.TELL_AGAIN, LivesOfConcerns.START));
        boolean told = again instanceof Transition.Moved moved
                && moved.effects().stream().anyMatch(Effect.TellContact.class::isInstance);
        assertThat(told).isEqualTo(!acknowledged);
    }

    /** What came to nothing is forgotten at once: no words, no findings, nobody's side. */
    @Property
    void whatIsClosedWithoutAnIncidentIsErased(
            @ForAll("concerns") Concern concern, @ForAll("lives") List<Happening> happenings) {
        for (Lived lived : LivesOfConcerns.live(concern, happenings)) {
            if (!lived.after().isLive()) {
                assertThat(lived.after().toString()).doesNotContain("words of message", "new words", "their side");
                assertThat(lived.after().messagesBy(AUTHOR)).isNotEmpty();
            }
        }
    }

    /** Whoever objected hears how it ended, once. */
    @Property
    void whoObjectedHearsTheOutcome(@ForAll("concerns") Concern concern, @ForAll("lives") List<Happening> happenings) {
        for (Lived lived : LivesOfConcerns.live(concern, happenings)) {
            boolean ended = lived.before().state().isOpen()
                    && !lived.after().state().isOpen()
                    && !(lived.after().state() instanceof ConcernState.Removed);
            long outcomes = lived.effects(Effect.TellAuthor.class).stream()
                    .filter(told -> told.note().name().startsWith("OUTCOME"))
                    .count();
            assertThat(outcomes)
                    .isEqualTo(ended ? lived.before().review().objections().size() : 0);
        }
    }

    /** The audit trail alone tells how a concern ended. */
    @Property
    void everyChangeOfItsStateLeavesAnEntry(
            @ForAll("concerns") Concern concern, @ForAll("lives") List<Happening> happenings) {
        for (Lived lived : LivesOfConcerns.live(concern, happenings)) {
            if (!lived.before().state().getClass().equals(lived.after().state().getClass())) {
                assertThat(lived.effects(Effect.Audit.class))
                        .extracting(Effect.Audit::action)
                        .anyMatch(action -> action.startsWith("concern."));
            }
        }
    }
}
