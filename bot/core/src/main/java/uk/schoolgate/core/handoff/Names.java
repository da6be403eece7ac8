package uk.schoolgate.core.handoff;

import uk.schoolgate.core.concern.Evidence;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.screening.naming.CallNames;

/** What people are called in e-mails. */
final class Names {
    private final Roll roll;
    private final CallNames callNames;

    Names(Roll roll) {
        this.roll = roll;
        this.callNames = CallNames.of(roll);
    }

    String of(PersonId person) {
        return roll.nameOf(person).orElse(person.value());
    }

    String ofAuthor(Evidence message) {
        return oneLine(roll.nameOf(message.author()).orElse(message.authorName()));
    }

    /** The same with the number or id that the school knows them by; nobody knows one of an author who is not known. */
    String ofAuthorWithId(Evidence message) {
        String name = ofAuthor(message);
        return message.isAuthorKnown() ? name + " (" + message.author().value() + ")" : name;
    }

    /** A pupil or a member of staff who is meant, by id. */
    String ofMeant(String id) {
        return roll.pupil(id)
                .map(pupil -> pupil.forename() + " " + pupil.surname() + " (" + pupil.schoolClass() + ")")
                .or(() -> roll.staffMember(new PersonId(id))
                        .map(member -> member.formalName() + " (" + member.role() + ")"))
                .orElse(id);
    }

    /** Whether the place of a message may stand in a subject line, which never holds a child's name. */
    boolean mayStandInSubject(Evidence message) {
        // The place of a message that was sent on is in the words of whoever sent it on.
        return message.isAuthorKnown() && !callNames.mayNamePupil(message.place());
    }

    /** A text as a header may hold it: without the control characters of ASCII, and without those of Latin-1. */
    static String oneLine(String text) {
        return text.replaceAll("\\p{Cc}+", " ").strip();
    }
}
