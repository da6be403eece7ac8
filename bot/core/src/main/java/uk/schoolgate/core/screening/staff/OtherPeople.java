package uk.schoolgate.core.screening.staff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import uk.schoolgate.core.roll.Contact;
import uk.schoolgate.core.roll.Pupil;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.text.FoldedText;
import uk.schoolgate.core.text.Letters;

/** The names of pupils and of their families, which a name of staff may be mistaken for. */
final class OtherPeople {
    private final Set<String> pupilSurnames = new HashSet<>();
    private final Set<String> parentSurnames = new HashSet<>();
    private final Map<String, Set<String>> classesByFirstName = new HashMap<>();
    private final FirstNames firstNames;

    OtherPeople(Roll roll, FirstNames firstNames) {
        this.firstNames = firstNames;
        for (Pupil pupil : roll.pupils()) {
            pupilSurnames.add(key(pupil.surname()));
            called(pupil.forename(), pupil.schoolClass());
            pupil.preferredName().ifPresent(name -> called(name, pupil.schoolClass()));
        }
        for (Contact contact : roll.contacts()) {
            addParent(FoldedText.fold(contact.name()).split(" "), contact.name());
        }
    }

    private void called(String forename, String schoolClass) {
        String key = key(forename);
        firstNames
                .spellings(key)
                .forEach(name -> classesByFirstName
                        .computeIfAbsent(name, it -> new HashSet<>())
                        .add(FoldedText.fold(schoolClass)));
    }

    /** A surname may have several parts, so all that follows the first name counts, and its last part. */
    private void addParent(String[] parts, String name) {
        if (parts.length > 1) {
            parentSurnames.add(Letters.of(parts[parts.length - 1]));
            parentSurnames.add(key(name.substring(Math.min(name.length(), parts[0].length()))));
        }
    }

    private static String key(String name) {
        return Letters.of(FoldedText.fold(name));
    }

    boolean isParent(String surname) {
        return parentSurnames.contains(surname);
    }

    boolean isPupilSurname(String surname) {
        return pupilSurnames.contains(surname);
    }

    boolean isPupilFirstName(String name) {
        return classesByFirstName.containsKey(name);
    }

    /** Whether a pupil of these classes goes by that first name; of any class where none is given. */
    boolean isPupilOf(Set<String> classes, String name) {
        Set<String> known = classesByFirstName.getOrDefault(name, Set.of());
        return classes.isEmpty() ? !known.isEmpty() : known.stream().anyMatch(classes::contains);
    }

    /** Whether a word is a first name of anybody: of a pupil, or one that people in Britain have. */
    boolean isFirstName(String name) {
        return isPupilFirstName(name) || firstNames.isKnown(name);
    }

    /** Whether a first name of somebody else stands before a word and makes it their surname: "Jason Hargreaves". */
    boolean ownsNameAfter(Line line, int at) {
        String before = line.key(at - 1);
        return at > 0
                && line.isJoined(at - 1)
                && isFirstName(before)
                && !line.isPossessive(at - 1)
                && ((line.isCapitalised(at - 1) && at > 1) || !firstNames.isNameWord(before));
    }
}
