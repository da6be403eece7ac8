package uk.schoolgate.core.concern;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.PersonId;

/**
 * Knows who is one person under two ids: a teacher who is also a parent has a staff id and a phone number. Only the names
 * tell; two people of one name are taken for one, which keeps one reviewer more out than needed, and never one too few.
 */
final class SamePerson {
    private final Map<PersonId, String> names = new HashMap<>();
    private final Map<String, Set<PersonId>> ids = new HashMap<>();

    SamePerson(Roll roll) {
        roll.staff().forEach(member -> add(member.id(), member.forename() + " " + member.surname()));
        roll.contacts().forEach(contact -> add(contact.phone(), contact.name()));
    }

    private void add(PersonId id, String name) {
        String folded = name.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
        names.put(id, folded);
        ids.computeIfAbsent(folded, key -> new HashSet<>()).add(id);
    }

    /** All ids of a person, the given one among them. */
    Set<PersonId> idsOf(PersonId person) {
        String name = names.get(person);
        return name == null ? Set.of(person) : Set.copyOf(ids.getOrDefault(name, Set.of(person)));
    }
}
