package uk.schoolgate.core.concern;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import uk.schoolgate.core.concern.ConcernEvent.Step;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.school.SchoolHours;
import uk.schoolgate.core.school.SchoolTime;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.text.Span;

/** Makes concerns of every kind, and whatever may happen to them, in any order. */
final class LivesOfConcerns {
    static final Instant START = Instant.parse("2026-11-17T12:00:00Z");
    static final SchoolCode SCHOOL = new SchoolCode("TST");
    static final PersonId AUTHOR = new PersonId("+447700900001");
    static final PersonId OTHER_AUTHOR = new PersonId("+447700900002");
    static final PersonId REP = new PersonId("+447700900011");
    static final PersonId SECOND_REP = new PersonId("+447700900012");
    static final PersonId HEAD = new PersonId("S01");
    static final PersonId LEAD = new PersonId("S02");
    static final PersonId DEPUTY = new PersonId("S03");
    static final PersonId CHAIR = new PersonId("S09");
    static final PersonId STRANGER = new PersonId("+447700900099");
    static final List<PersonId> EVERYBODY =
            List.of(AUTHOR, OTHER_AUTHOR, REP, SECOND_REP, HEAD, LEAD, DEPUTY, CHAIR, STRANGER);

    static final ConcernMachine MACHINE = new ConcernMachine(
            new Timing(new SchoolTime(List.of(), SchoolHours.DEFAULT), Duration.ofDays(7), Duration.ofHours(1)));

    private LivesOfConcerns() {}

    /** What may happen, without the moment. */
    @FunctionalInterface
    interface Happening {
        ConcernEvent at(int number, Instant at);
    }

    static Evidence message(int number, PersonId author, Category category) {
        Finding finding =
                new Finding(category, List.of(Span.of("words", 0, 5)), List.of("S05"), 0.9, List.of(), "It does.");
        return new Evidence(
                new EventId("m" + number),
                "words of message " + number,
                List.of(),
                author,
                "Somebody",
                "a group",
                START,
                List.of(finding),
                List.of());
    }

    /** A concern that nobody has heard of yet, for each line of the taxonomy that needs one. */
    static Arbitrary<Concern> concerns() {
        return Arbitraries.of(
                        Category.CHILD_SENSITIVE,
                        Category.STAFF_ATTACK,
                        Category.THREAT,
                        Category.HATE,
                        Category.STAFF_ALLEGATION,
                        Category.SAFEGUARDING)
                .flatMap(category -> circles(category)
                        .map(circle -> Concern.about(
                                ConcernId.of(SCHOOL, new EventId("m0")),
                                SCHOOL,
                                category,
                                message(0, AUTHOR, category),
                                circle,
                                START)));
    }

    private static Arbitrary<Circle> circles(Category category) {
        return switch (category) {
            case SAFEGUARDING ->
                Arbitraries.of(
                        circle(List.of(LEAD), List.of(DEPUTY), List.of()), circle(List.of(), List.of(), List.of()));
            case STAFF_ALLEGATION ->
                Arbitraries.of(
                        circle(List.of(HEAD), List.of(DEPUTY), List.of()),
                        circle(List.of(CHAIR), List.of(), List.of()));
            case THREAT, HATE ->
                Combinators.combine(reviewers(), barred())
                        .as((reviewers, barred) ->
                                new Circle(List.of(HEAD), List.of(DEPUTY), without(reviewers, barred), barred));
            default -> reviewers().map(reviewers -> circle(List.of(), List.of(), reviewers));
        };
    }

    private static Circle circle(List<PersonId> contacts, List<PersonId> deputies, List<PersonId> reviewers) {
        return new Circle(contacts, deputies, reviewers, List.of());
    }

    /** Whom the words of a message mean, or whose child they name. */
    private static Arbitrary<List<PersonId>> barred() {
        return Arbitraries.of(REP, SECOND_REP, CHAIR, HEAD, DEPUTY)
                .list()
                .uniqueElements()
                .ofMaxSize(2);
    }

    private static List<PersonId> without(List<PersonId> people, List<PersonId> others) {
        return people.stream().filter(person -> !others.contains(person)).toList();
    }

    private static Arbitrary<List<PersonId>> reviewers() {
        return Arbitraries.of(REP, SECOND_REP, CHAIR).list().uniqueElements().ofMaxSize(3);
    }

    /** Anything that anybody, the platform, or the clock may do. */
    static Arbitrary<Happening> happenings() {
        Arbitrary<PersonId> people = Arbitraries.of(EVERYBODY);
        Arbitrary<Happening> deeds = Combinators.combine(
                        people, Arbitraries.integers().between(0, 7))
                .as((by, deed) -> (number, at) -> deed(deed, by, number, at));
        Arbitrary<Happening> clock =
                Arbitraries.of(Step.values()).map(step -> (number, at) -> new ConcernEvent.TimePassed(step, at));
        Arbitrary<Happening> changes = Combinators.combine(
                        Arbitraries.of(Change.Kind.values()),
                        Arbitraries.integers().between(0, 1),
                        barred())
                .as((kind, message, barred) -> (number, at) -> new ConcernEvent.MessageChanged(
                        new EventId("m" + message),
                        new Change(kind, "new words", at),
                        new Circle(List.of(), List.of(), List.of(), barred)));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, deeds),
                net.jqwik.api.Tuple.of(2, clock),
                net.jqwik.api.Tuple.of(2, changes),
                net.jqwik.api.Tuple.of(
                        1, people.map(person -> (number, at) -> new ConcernEvent.NotReached(person, at))),
                net.jqwik.api.Tuple.of(1, joins()));
    }

    private static ConcernEvent deed(int deed, PersonId by, int number, Instant at) {
        return switch (deed) {
            case 0 -> new ConcernEvent.AuthorRemoved(by, at);
            case 1 -> new ConcernEvent.AuthorObjected(by, at);
            case 2 -> new ConcernEvent.AuthorExplained(by, "their side", at);
            case 3 -> new ConcernEvent.HandOverAsked(by, at);
            case 4 -> new ConcernEvent.HandOverConfirmed(by, "TST-26-" + "%04d".formatted(number + 1), at);
            case 5 -> new ConcernEvent.ReviewerDismissed(by, false, at);
            case 6 -> new ConcernEvent.ReviewerDismissed(by, true, at);
            default -> new ConcernEvent.ContactTookOn(by, at);
        };
    }

    /** Another message; whoever wrote it or is meant may not decide, though they may have been asked about the others. */
    private static Arbitrary<Happening> joins() {
        return Combinators.combine(Arbitraries.of(OTHER_AUTHOR, REP, SECOND_REP), barred())
                .as((author, meant) -> (number, at) -> {
                    List<PersonId> barred = Stream.concat(Stream.of(author), meant.stream())
                            .distinct()
                            .toList();
                    List<PersonId> others = without(List.of(REP, SECOND_REP, CHAIR), barred);
                    Evidence message = message(number + 10, author, Category.STAFF_ATTACK);
                    return new ConcernEvent.MessageJoined(
                            message, new Circle(List.of(), List.of(), others, barred), at);
                });
    }

    /**
     * A step of a life.
     *
     * @param before the concern before the event
     * @param transition what the event did
     * @param after the concern after it
     */
    record Lived(Concern before, ConcernEvent event, Transition transition, Concern after) {
        List<Effect> effects() {
            return transition instanceof Transition.Moved moved ? moved.effects() : List.of();
        }

        <T extends Effect> List<T> effects(Class<T> type) {
            return effects().stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    /** Lives a life: each thing that happens an hour after the one before it. */
    static List<Lived> live(Concern concern, List<Happening> happenings) {
        List<Lived> life = new ArrayList<>();
        Concern now = MACHINE.raise(concern).concern();
        Instant at = START;
        for (int i = 0; i < happenings.size(); i++) {
            at = at.plus(Duration.ofHours(1));
            ConcernEvent event = happenings.get(i).at(i, at);
            Transition transition = MACHINE.apply(now, event);
            Concern after = transition instanceof Transition.Moved moved ? moved.concern() : now;
            life.add(new Lived(now, event, transition, after));
            now = after;
        }
        return life;
    }

    static Optional<PersonId> actor(ConcernEvent event) {
        return event instanceof ConcernEvent.Deed deed ? Optional.of(deed.by()) : Optional.empty();
    }

    /** Everybody who is told anything about the words of a concern. */
    static Set<PersonId> told(Lived lived) {
        return lived.effects().stream()
                .flatMap(effect -> switch (effect) {
                    case Effect.AskReviewer(PersonId reviewer) -> Stream.of(reviewer);
                    case Effect.TellReviewer(PersonId reviewer, Effect.ReviewerNote note) -> Stream.of(reviewer);
                    case Effect.TellContact(PersonId contact) -> Stream.of(contact);
                    default -> Stream.empty();
                })
                .collect(java.util.stream.Collectors.toSet());
    }
}
