package uk.schoolgate.core.screening.staff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.screening.staff.RoleWords.Age;

/** Finds staff by a surname without a title, unless it may be a pupil's, a stranger's, a place or a word. */
final class BareSurnames {
    /** What makes a surname a place, as in "Hargreaves Road". */
    private static final Set<String> PLACES = Set.of(
            "road",
            "rd",
            "street",
            "avenue",
            "ave",
            "close",
            "lane",
            "drive",
            "way",
            "park",
            "court",
            "place",
            "hall",
            "house",
            "crescent",
            "terrace",
            "grove",
            "hill",
            "green",
            "farm",
            "pharmacy",
            "ltd",
            "bridge");

    private static final int SHORTEST_MISSPELT = 6;
    private static final int FEWEST_SHOWN_LETTERS = 4;
    private static final int FEWEST_SPACED_LETTERS = 4;

    private final StaffNames names;
    private final OtherPeople others;
    private final FirstNames firstNames;
    private final RoleWords roles;
    private final Disguise disguise;

    BareSurnames(StaffNames names, OtherPeople others, FirstNames firstNames, RoleWords roles) {
        this.names = names;
        this.others = others;
        this.firstNames = firstNames;
        this.roles = roles;
        this.disguise = new Disguise(names);
    }

    /** The member of staff whose surname begins at that word. */
    Optional<Found> at(Line line, int at) {
        return surname(line, at).or(() -> hiddenSurname(line, at)).or(() -> misspeltSurname(line, at));
    }

    private Optional<Found> surname(Line line, int at) {
        int length = names.surnameLength(line, at);
        if (length == 0) {
            return Optional.empty();
        }
        String surname = names.surnameAt(line, at, length);
        int next = at + length;
        boolean adult = roles.isDefinite(line.key(at - 1)) && isAdult(line, next);
        boolean shared = others.isPupilSurname(surname) || others.isPupilFirstName(surname);
        boolean place = PLACES.contains(line.folded(next)) && !line.isPossessive(next - 1);
        if (!isClear(line, at, next, surname) || (shared && !adult) || others.ownsNameAfter(line, at) || place) {
            return Optional.empty();
        }
        return Found.name(line, at, at + length, names.withSurname(surname));
    }

    /** "that Hughes woman" is no pupil. */
    private boolean isAdult(Line line, int at) {
        return roles.people()
                .longest(line, at)
                .map(it -> it.meaning().age() == Age.ADULT)
                .orElse(false);
    }

    /** Whether a word that may be no name is written or used as one. */
    private boolean isClear(Line line, int at, int next, String surname) {
        if (!firstNames.isEveryday(surname) || (line.isCapitalised(at) && at > 0)) {
            return true;
        }
        boolean acts =
                line.isPossessive(next - 1) || roles.isSpeaking(line.key(next)) || roles.isAddress(line.key(at - 1));
        boolean leads = at == 0 || roles.isAddress(line.key(at - 1));
        return acts && (line.isCapitalised(at) || (leads && firstNames.isGerund(surname)));
    }

    private Optional<Found> hiddenSurname(Line line, int at) {
        int run = Disguise.spacedLetters(line, at);
        if (run >= FEWEST_SPACED_LETTERS) {
            List<StaffMember> staff = names.withSurname(names.surnameAt(line, at, run));
            return Found.name(line, at, at + run, staff);
        }
        return Disguise.isPossible(line, at)
                ? disguise.at(line, at, line.start(at), FEWEST_SHOWN_LETTERS)
                : Optional.empty();
    }

    private Optional<Found> misspeltSurname(Line line, int at) {
        String key = line.key(at);
        boolean possible = key.length() >= SHORTEST_MISSPELT && !firstNames.isWord(key);
        if (!possible
                || !names.withSurname(key).isEmpty()
                || others.isFirstName(key)
                || others.isPupilSurname(key)
                || others.isParent(key)) {
            return Optional.empty();
        }
        List<StaffMember> staff = names.withSurnameLike(key);
        return others.ownsNameAfter(line, at) ? Optional.empty() : Found.name(line, at, at + 1, staff);
    }
}
