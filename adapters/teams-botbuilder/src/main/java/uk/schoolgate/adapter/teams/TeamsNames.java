package uk.schoolgate.adapter.teams;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/** Under which names Teams knows somebody, as far as is noted: for finding everything that is kept about them. */
public final class TeamsNames {
    private TeamsNames() {}

    /**
     * E-mail addresses, Entra object id, Teams' own id and the id of the private chat.
     *
     * @param person the school's id of them, or the Entra object id of somebody who is not on the staff list
     * @param email their address on the staff list
     */
    public static Set<String> of(Notebook notebook, SchoolCode school, PersonId person, Optional<String> email) {
        Memory memory = new Memory(notebook, Clock.systemUTC());
        Set<String> names = new LinkedHashSet<>();
        Optional<String> address = email.map(it -> it.strip().toLowerCase(Locale.ROOT));
        address.ifPresent(names::add);
        address.flatMap(it -> memory.personOf(school, it))
                .or(() -> memory.person(school, person.value()))
                .ifPresent(known -> add(known, memory, school, names));
        return names;
    }

    private static void add(Memory.Person known, Memory memory, SchoolCode school, Set<String> names) {
        names.add(known.guid());
        names.addAll(known.emails());
        if (!known.teamsId().isEmpty()) {
            names.add(known.teamsId());
        }
        memory.teamsId(school, known.guid()).ifPresent(names::add);
        memory.chatWith(school, known.guid()).map(Memory.Place::conversation).ifPresent(names::add);
    }
}
