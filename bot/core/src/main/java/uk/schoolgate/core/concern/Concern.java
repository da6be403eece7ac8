package uk.schoolgate.core.concern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Response;

/**
 * A message that somebody has to look at, or several of one pile-on against one person.
 *
 * @param id made from the message that raised it
 * @param school whose it is
 * @param category the finding that decides what happens
 * @param messages what it rests on: the message that raised it, then those that joined; never empty
 * @param circle who hears of it and who may be asked
 * @param review how far people have got with it
 * @param state where it stands
 * @param raisedAt when it was raised
 * @param version counts the changes, for optimistic locking; 0 is not stored yet
 */
public record Concern(
        ConcernId id,
        SchoolCode school,
        Category category,
        List<Evidence> messages,
        Circle circle,
        Review review,
        ConcernState state,
        Instant raisedAt,
        long version) {
    public Concern {
        messages = List.copyOf(messages);
    }

    /** A concern about one message that nobody has heard of yet. */
    public static Concern about(
            ConcernId id, SchoolCode school, Category category, Evidence message, Circle circle, Instant raisedAt) {
        return new Concern(
                id, school, category, List.of(message), circle, Review.NEW, new ConcernState.Open(), raisedAt, 0);
    }

    /** The message that raised it. */
    public Evidence evidence() {
        return messages.getFirst();
    }

    /** The message of that id. */
    public Optional<Evidence> message(EventId message) {
        return messages.stream().filter(it -> it.message().equals(message)).findFirst();
    }

    /** What that person wrote, latest last. */
    public List<Evidence> messagesBy(PersonId author) {
        return messages.stream().filter(it -> it.author().equals(author)).toList();
    }

    /** Who wrote the messages, each once. */
    public List<PersonId> authors() {
        return messages.stream().map(Evidence::author).distinct().toList();
    }

    /** Whether it is one against whom several people, or one again and again, have written. */
    public boolean isPileOn() {
        return messages.size() > 1;
    }

    /**
     * The same with what that sender wrote under the name that the school knows them by now. Who was on no list when they
     * wrote may be on one when they edit it, or when they are asked to decide on it.
     */
    public Concern recognising(PersonId sender, PersonId person) {
        Review renamed = review;
        List<Evidence> recognised = new ArrayList<>();
        for (Evidence message : messages) {
            boolean theirs = message.sender().equals(sender);
            renamed = theirs ? renamed.renaming(message.author(), person) : renamed;
            recognised.add(theirs ? message.by(person) : message);
        }
        return with(renamed).with(recognised);
    }

    /**
     * Whether this person may hand it to the school or dismiss it just now; what bars reviewers bars contacts too. Nobody
     * decides on what they wrote, also where that came out after they were asked.
     */
    public boolean mayDecide(PersonId person) {
        boolean asContact = !circle.reviewers().isEmpty() && circle.contacts().contains(person);
        return (review.deciders().contains(person) || asContact)
                && !circle.barred().contains(person)
                && messagesBy(person).isEmpty();
    }

    /** Whether this person may take it on as its named contact. */
    public boolean mayTakeOn(PersonId person) {
        return circle.contacts().contains(person);
    }

    /** Whether this person has had to do with deciding on it, and so may hear where it stands. */
    public boolean mayFollow(PersonId person) {
        return Stream.concat(review.asked().stream(), circle.contacts().stream())
                .anyMatch(person::equals);
    }

    /** Whether an author may still say that it is wrong, and why. */
    public boolean hearsItsAuthors() {
        return state.isOpen() || state instanceof ConcernState.Confirmed;
    }

    /** Whether what becomes of its messages still matters to somebody. */
    public boolean isLive() {
        return switch (state) {
            case ConcernState.Open open -> true;
            case ConcernState.Confirmed confirmed -> true;
            case ConcernState.TakenOn takenOn -> true;
            case ConcernState.Removed removed -> false;
            case ConcernState.Dismissed dismissed -> false;
            case ConcernState.Expired expired -> false;
        };
    }

    /** Whether it is urgent and nobody whom the school names for that is free to hear of it. */
    public boolean lacksContacts() {
        return category.response() == Response.URGENT && !circle.isUrgent();
    }

    /** Whether it is urgent and there is nobody to hear of it or to decide. */
    public boolean isForNobody() {
        return lacksContacts() && circle.isNobody();
    }

    /** From when its time to be decided counts: an objection starts it anew, for whoever is asked then. */
    public Instant waitsSince() {
        return Stream.concat(Stream.of(raisedAt), review.objections().stream().map(Review.Objection::at))
                .max(Comparator.naturalOrder())
                .orElse(raisedAt);
    }

    /** Whether its named contacts are told again and again until one of them takes it on. */
    public boolean waitsForContact() {
        boolean live = state.isOpen() || state instanceof ConcernState.Confirmed;
        return live && circle.isUrgent() && review.acknowledged().isEmpty();
    }

    /** The next reviewer to ask, if there is one left. */
    Optional<PersonId> nextReviewer() {
        return circle.reviewers().stream()
                .filter(person -> !review.asked().contains(person))
                .findFirst();
    }

    /** With what was learnt since about its only message. */
    public Concern with(Evidence completed) {
        return with(List.of(completed));
    }

    Concern with(List<Evidence> next) {
        return new Concern(id, school, category, next, circle, review, state, raisedAt, version);
    }

    /** With something that became of one of its messages. */
    Concern with(EventId message, Change change) {
        return with(messages.stream()
                .map(it -> it.message().equals(message) ? it.with(change) : it)
                .toList());
    }

    Concern with(Circle next) {
        return new Concern(id, school, category, messages, next, review, state, raisedAt, version);
    }

    Concern with(Review next) {
        return new Concern(id, school, category, messages, circle, next, state, raisedAt, version);
    }

    Concern in(ConcernState next) {
        return new Concern(id, school, category, messages, circle, review, next, raisedAt, version);
    }

    /** Closed without an incident: what was written is erased at once, who wrote it stays for late presses of buttons. */
    Concern erasedIn(ConcernState next) {
        return with(messages.stream().map(Evidence::erased).toList())
                .with(review.erased())
                .in(next);
    }

    /** The same concern as the store keeps it after a change. */
    public Concern stored() {
        return new Concern(id, school, category, messages, circle, review, state, raisedAt, version + 1);
    }
}
