package uk.schoolgate.core.concern;

import java.util.ArrayList;
import java.util.List;
import uk.schoolgate.core.school.PersonId;

/**
 * Who has to do with a concern.
 *
 * @param contacts the named contacts of an urgent one, who are told until one of them takes it on
 * @param deputies who is told too when no contact does
 * @param reviewers who may be asked to decide, first asked first; empty where no reviewer may see it
 */
public record Circle(List<PersonId> contacts, List<PersonId> deputies, List<PersonId> reviewers) {
    public Circle {
        contacts = List.copyOf(contacts);
        deputies = List.copyOf(deputies);
        reviewers = List.copyOf(reviewers);
    }

    /** Whether somebody is told at once. */
    boolean isUrgent() {
        return !contacts.isEmpty();
    }

    /** Whether a message with that other circle may be looked at by the same people. */
    public boolean isLike(Circle other) {
        return contacts.equals(other.contacts) && reviewers.isEmpty() == other.reviewers.isEmpty();
    }

    /** The reviewers who may see the messages of both circles. */
    Circle narrowedTo(Circle other) {
        List<PersonId> both =
                reviewers.stream().filter(other.reviewers::contains).toList();
        return new Circle(contacts, deputies, both);
    }

    /** The deputies are contacts from now on. */
    Circle withDeputies() {
        List<PersonId> all = new ArrayList<>(contacts);
        deputies.stream().filter(deputy -> !contacts.contains(deputy)).forEach(all::add);
        return new Circle(all, List.of(), reviewers);
    }
}
