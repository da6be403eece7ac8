package uk.schoolgate.app.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.wording.Wording;

/** Who and what is played, of every school. */
public final class Casts {
    private final Map<String, Cast> byCode = new TreeMap<>();

    private Casts() {}

    /**
     * Casts every school.
     *
     * @param mustSayHello whether nobody is written to who has not written first, as on the real WhatsApp
     */
    public static Casts of(List<SchoolFolder> schools, boolean mustSayHello, Wording wording) {
        Casts casts = new Casts();
        schools.forEach(folder -> casts.byCode.put(
                folder.school().code().value(),
                new CastMaker(folder.school(), folder.roll(), mustSayHello, wording).make()));
        return casts;
    }

    List<Cast> all() {
        return new ArrayList<>(byCode.values());
    }

    Optional<Cast> of(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Those in which somebody can be played. */
    List<Cast> with(PersonId person) {
        return all().stream()
                .filter(cast -> cast.people().stream().anyMatch(it -> it.id().equals(person.value())))
                .toList();
    }

    /** Those that have a group of that address. */
    List<Cast> withGroup(String address) {
        return all().stream()
                .filter(cast ->
                        cast.groups().stream().anyMatch(it -> it.address().equals(address)))
                .toList();
    }
}
