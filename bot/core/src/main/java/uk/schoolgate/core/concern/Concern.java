package uk.schoolgate.core.concern;

import java.time.Instant;
import java.util.List;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.screening.Category;

/**
 * A message that somebody has to look at.
 *
 * @param id made from the message
 * @param school whose it is
 * @param category the finding that decides what happens
 * @param evidence what it rests on
 * @param circle who hears of it and who may decide
 * @param asked how many of {@link Circle#reviewers()} have been asked so far
 * @param objected whether its author said that it is wrong
 * @param state where it stands
 * @param raisedAt when it was raised
 * @param version counts the changes, for optimistic locking; 0 is not stored yet
 */
public record Concern(
        ConcernId id,
        SchoolCode school,
        Category category,
        Evidence evidence,
        Circle circle,
        int asked,
        boolean objected,
        ConcernState state,
        Instant raisedAt,
        long version) {

    /**
     * Who has to do with a concern.
     *
     * @param contacts the named contacts of an urgent one, who are told until one of them takes it on
     * @param reviewers who may decide, first asked first; empty where no reviewer may see it
     */
    public record Circle(List<PersonId> contacts, List<PersonId> reviewers) {
        public Circle {
            contacts = List.copyOf(contacts);
            reviewers = List.copyOf(reviewers);
        }
    }

    /** The reviewers who have been asked. */
    public List<PersonId> askedReviewers() {
        return circle.reviewers().subList(0, asked);
    }

    /** Whether this person may hand it to the school or dismiss it. */
    public boolean mayDecide(PersonId person) {
        return circle.reviewers().contains(person);
    }

    /** Whether this person may take it on as its named contact. */
    public boolean mayTakeOn(PersonId person) {
        return circle.contacts().contains(person);
    }

    /** With what was learnt about the message since. */
    public Concern with(Evidence completed) {
        return new Concern(id, school, category, completed, circle, asked, objected, state, raisedAt, version);
    }

    Concern with(Change change) {
        return new Concern(
                id, school, category, evidence.with(change), circle, asked, objected, state, raisedAt, version);
    }

    Concern in(ConcernState next) {
        return new Concern(id, school, category, evidence, circle, asked, objected, next, raisedAt, version);
    }

    /** Closed without an incident: what was written is erased at once, who wrote it stays for late presses of buttons. */
    Concern erasedIn(ConcernState next) {
        return new Concern(id, school, category, evidence.erased(), circle, asked, objected, next, raisedAt, version);
    }

    Concern askingOneMore() {
        return new Concern(id, school, category, evidence, circle, asked + 1, objected, state, raisedAt, version);
    }

    Concern withObjection() {
        return new Concern(id, school, category, evidence, circle, asked, true, state, raisedAt, version);
    }

    /** The same concern as the store keeps it after a change. */
    public Concern stored() {
        return new Concern(id, school, category, evidence, circle, asked, objected, state, raisedAt, version + 1);
    }

    boolean hasAnotherReviewer() {
        return asked < circle.reviewers().size();
    }
}
