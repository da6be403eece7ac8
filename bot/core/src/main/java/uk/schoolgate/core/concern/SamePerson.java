package uk.schoolgate.core.concern;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.text.FoldedText;

/**
 * Knows who is one person under two ids: a teacher who is also a parent has a staff id and a phone number. Only the names
 * tell; two people of one name are taken for one, which keeps one reviewer more out than needed. Whoever has another name in
 * each list is taken for two.
 */
final class SamePerson {
    private static final Pattern TITLE =
            Pattern.compile("^(?:mr|mrs|ms|miss|mx|dr|prof|professor|rev|reverend|father|sister|sir|dame) (?=.)");

    private final Map<PersonId, String> names = new HashMap<>();
    private final Map<String, Set<PersonId>> ids = new HashMap<>();

    SamePerson(Roll roll) {
        roll.staff().forEach(member -> add(member.id(), member.forename() + " " + member.surname()));
        roll.contacts().forEach(contact -> add(contact.phone(), contact.name()));
    }

    private void add(PersonId id, String name) {
        String folded = folded(name);
        names.put(id, folded);
        ids.computeIfAbsent(folded, key -> new HashSet<>()).add(id);
    }

    /** Without what two hands write differently: titles, accents, apostrophes, hyphens, capitals. */
    private static String folded(String name) {
        String letters = FoldedText.fold(name)
                .replaceAll("['’‘`´.]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return TITLE.matcher(letters).replaceFirst("");
    }

    /** All ids of a person, the given one among them. */
    Set<PersonId> idsOf(PersonId person) {
        String name = names.get(person);
        return name == null ? Set.of(person) : Set.copyOf(ids.getOrDefault(name, Set.of(person)));
    }
}
