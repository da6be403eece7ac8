package uk.schoolgate.core.screening.staff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.text.FoldedText;

/** Whom a title and a letter may mean: "Mrs P". */
final class Initials {
    private final Map<Character, List<StaffMember>> bySurname = new HashMap<>();
    private final Map<Character, List<StaffMember>> byFirstName = new HashMap<>();
    private final Map<Character, List<StaffMember>> byAlias = new HashMap<>();
    private final StaffDuties duties;

    Initials(Roll roll, StaffDuties duties) {
        this.duties = duties;
        for (StaffMember member : roll.staff()) {
            add(bySurname, member.surname(), member);
            add(byFirstName, member.forename(), member);
            for (String alias : member.aliases()) {
                int blank = alias.indexOf(' ');
                if (blank > 0 && alias.length() == blank + 2) {
                    add(byAlias, alias.substring(blank + 1), member);
                }
            }
        }
    }

    private static void add(Map<Character, List<StaffMember>> index, String name, StaffMember member) {
        String folded = FoldedText.fold(name);
        if (!folded.isEmpty()) {
            index.computeIfAbsent(folded.charAt(0), letter -> new ArrayList<>()).add(member);
        }
    }

    /** Whether the roll itself gives the letter as somebody's alias. */
    boolean isAlias(char letter, String title) {
        return !fitting(byAlias, letter, title).isEmpty();
    }

    /** Those of the group's classes come first, then those whom the roll says to be called so, then all. */
    List<StaffMember> of(char letter, String title, Set<String> classes) {
        List<StaffMember> all = fitting(bySurname, letter, title);
        List<StaffMember> near = duties.ofClasses(all, classes);
        List<StaffMember> called = fitting(byAlias, letter, title);
        List<StaffMember> best = near.isEmpty() ? called.isEmpty() ? all : called : near;
        return best.isEmpty() ? fitting(byFirstName, letter, title) : best;
    }

    private static List<StaffMember> fitting(Map<Character, List<StaffMember>> index, char letter, String title) {
        return index.getOrDefault(letter, List.of()).stream()
                .filter(member -> Titles.fits(title, member))
                .toList();
    }
}
