package uk.schoolgate.core.handoff;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.schoolgate.core.concern.Evidence;
import uk.schoolgate.core.roll.Pupil;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.PersonId;

/** What people are called in e-mails. */
final class Names {
    private final Roll roll;

    Names(Roll roll) {
        this.roll = roll;
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

    /** Whether a text that goes into a subject line holds a word that a pupil is called by. */
    boolean mayNamePupil(String text) {
        Set<String> words =
                Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).collect(Collectors.toSet());
        Set<String> classes = roll.pupils().stream()
                .map(pupil -> pupil.schoolClass().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return roll.pupils().stream()
                .flatMap(Names::callNames)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> words.contains(name) && !classes.contains(name));
    }

    private static Stream<String> callNames(Pupil pupil) {
        return Stream.concat(List.of(pupil.forename(), pupil.surname()).stream(), pupil.preferredName().stream());
    }

    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
