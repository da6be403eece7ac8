package uk.schoolgate.core.screening.staff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.screening.staff.StaffSighting.Form;

/** Finds staff by a first name alone, unless it may be a pupil's, somebody's family or a word. */
final class BareFirstNames {
    /** Who goes before the first name of somebody's family or friends. */
    private static final Set<String> KIN = Set.of(
            "my",
            "your",
            "his",
            "her",
            "their",
            "dad",
            "mum",
            "daddy",
            "mummy",
            "husband",
            "hubby",
            "wife",
            "partner",
            "brother",
            "sister",
            "bro",
            "sis",
            "son",
            "daughter",
            "uncle",
            "auntie",
            "aunty",
            "aunt",
            "nan",
            "nana",
            "nanny",
            "gran",
            "granny",
            "grandad",
            "grandma",
            "cousin",
            "mate",
            "friend",
            "little",
            "baby",
            "lad",
            "twin",
            "st",
            "neighbour",
            "stepdad",
            "stepmum",
            "fiance",
            "boyfriend",
            "girlfriend",
            "ex",
            "dog",
            "cat");

    /** Whose child, house or birthday it is. */
    private static final Set<String> BELONGINGS = Set.of(
            "mum",
            "mums",
            "mummy",
            "mam",
            "dad",
            "dads",
            "daddy",
            "nan",
            "gran",
            "grandad",
            "brother",
            "sister",
            "party",
            "birthday",
            "house",
            "coat",
            "jumper",
            "shoes",
            "bag",
            "lunchbox",
            "parents",
            "hat",
            "pe",
            "cardigan");

    private final StaffNames names;
    private final OtherPeople others;
    private final FirstNames firstNames;

    BareFirstNames(StaffNames names, OtherPeople others, FirstNames firstNames) {
        this.names = names;
        this.others = others;
        this.firstNames = firstNames;
    }

    /** The member of staff whose first name that word is. */
    Optional<Found> at(Line line, int at, Set<String> classes) {
        String key = line.key(at);
        List<StaffMember> staff = names.withFirstName(key);
        if (staff.isEmpty()
                || (!line.isCapitalised(at) && firstNames.isEveryday(key))
                || others.isPupilOf(classes, key)) {
            return Optional.empty();
        }
        boolean family =
                (line.isPossessive(at) && BELONGINGS.contains(line.key(at + 1))) || KIN.contains(line.key(at - 1));
        if (family || hasOtherSurname(line, at) || isMiddleOfName(line, at)) {
            return Optional.empty();
        }
        return Optional.of(Found.of(line, at, at + 1, Form.FIRST_NAME, staff));
    }

    private static boolean hasOtherSurname(Line line, int at) {
        return !line.isPossessive(at)
                && line.isAdjacent(at)
                && line.isCapitalised(at + 1)
                && !line.word(at + 1).shouted()
                && !line.folded(at + 1).startsWith("i'")
                && line.key(at + 1).length() > 1;
    }

    /** After a capitalised first name, a first name is a surname: "Ryan Joel". */
    private boolean isMiddleOfName(Line line, int at) {
        return at > 0 && line.isAdjacent(at - 1) && line.isCapitalised(at - 1) && others.ownsNameAfter(line, at);
    }
}
