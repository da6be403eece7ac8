package uk.schoolgate.core.concern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import uk.schoolgate.core.school.PersonId;

/**
 * Who has to do with a concern.
 *
 * @param contacts the named contacts of an urgent one, who are told until one of them takes it on
 * @param deputies who is told too when no contact does
 * @param reviewers who may be asked to decide, first asked first; empty where no reviewer may see it
 * @param barred who of those whom the school could ask must not decide on it: they wrote it, are meant by it, or are a
 *     parent of a child whom it names; a contact among them may take it on all the same
 */
public record Circle(
        List<PersonId> contacts, List<PersonId> deputies, List<PersonId> reviewers, List<PersonId> barred) {
    /** Of what is gone nobody hears, and nobody is barred by it. */
    static final Circle NOBODY = new Circle(List.of(), List.of(), List.of(), List.of());

    public Circle {
        contacts = List.copyOf(contacts);
        deputies = List.copyOf(deputies);
        reviewers = List.copyOf(reviewers);
        barred = List.copyOf(barred);
    }

    /** Whether somebody is told at once. */
    boolean isUrgent() {
        return !contacts.isEmpty();
    }

    /** Whether its contacts alone hear of it. */
    public boolean contactsAlone() {
        return isUrgent() && reviewers.isEmpty();
    }

    /** Whether a message with that other circle may be looked at by the same people. */
    public boolean isLike(Circle other) {
        return contacts.equals(other.contacts) && reviewers.isEmpty() == other.reviewers.isEmpty();
    }

    /** Whether nobody at all hears of it or may be asked. */
    public boolean isNobody() {
        return contacts.isEmpty() && reviewers.isEmpty();
    }

    /** Whether everybody who has to do with this concern may read words with that other circle. */
    public boolean mayRead(Circle words) {
        if (words.contactsAlone() && !reviewers.isEmpty()) {
            return false;
        }
        return contacts.stream().allMatch(words::mayReach);
    }

    private boolean mayReach(PersonId person) {
        return contacts.contains(person) || deputies.contains(person) || (!contactsAlone() && !barred.contains(person));
    }

    /** Whether all who have to hear of words with that other circle are contacts of this one. */
    public boolean hasContactsOf(Circle words) {
        return contacts.containsAll(words.contacts);
    }

    /** The same people, without those who must not decide on words with that other circle, or may not be told of them. */
    Circle narrowedBy(Circle words) {
        List<PersonId> reached = deputies.stream().filter(words::mayReach).toList();
        List<PersonId> kept = reviewers.stream()
                .filter(reviewer -> !words.barred.contains(reviewer))
                .toList();
        return new Circle(contacts, reached, kept, together(barred, words.barred));
    }

    /** The same people, but of the reviewers only these. */
    public Circle withReviewers(List<PersonId> kept) {
        return new Circle(contacts, deputies, kept, barred);
    }

    /** The deputies are contacts from now on. */
    Circle withDeputies() {
        return new Circle(together(contacts, deputies), List.of(), reviewers, barred);
    }

    private static List<PersonId> together(Collection<PersonId> people, Collection<PersonId> more) {
        List<PersonId> all = new ArrayList<>(people);
        more.stream().filter(person -> !all.contains(person)).forEach(all::add);
        return all;
    }
}
