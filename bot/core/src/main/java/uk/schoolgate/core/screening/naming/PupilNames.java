package uk.schoolgate.core.screening.naming;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.schoolgate.core.roll.Pupil;
import uk.schoolgate.core.text.FoldedText;

/**
 * The names that a pupil goes by, as {@link Letters#of} writes them.
 *
 * @param first the first name and the preferred name, whole and in parts
 * @param short_ further names that stand for those
 * @param last the surname, whole and in parts
 * @param ofTwoParts those of the first names that the roll writes in parts, such as "lilymae"
 */
record PupilNames(Set<String> first, Set<String> short_, Set<String> last, Set<String> ofTwoParts) {
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final int SHORTEST_PART = 3;
    private static final Set<String> PARTICLES =
            Set.of("van", "von", "der", "den", "del", "dos", "las", "los", "bin", "ibn", "bint", "abu", "ter", "the");

    static PupilNames of(Pupil pupil, NameLists lists) {
        Set<String> first = new LinkedHashSet<>(spellings(pupil.forename()));
        pupil.preferredName().ifPresent(name -> first.addAll(spellings(name)));
        Set<String> others = first.stream()
                .flatMap(name -> lists.standingFor(name).stream())
                .filter(name -> !first.contains(name))
                .collect(Collectors.toSet());
        Set<String> joined = new LinkedHashSet<>(joined(pupil.forename()));
        pupil.preferredName().ifPresent(name -> joined.addAll(joined(name)));
        return new PupilNames(first, others, spellings(pupil.surname()), joined);
    }

    /** The parts of a name, in letters and digits alone. */
    static String[] parts(String name) {
        return NOT_A_LETTER
                .splitAsStream(FoldedText.fold(name).replace("'", "").toLowerCase(Locale.ROOT))
                .filter(part -> !part.isEmpty())
                .toArray(String[]::new);
    }

    private static Set<String> spellings(String name) {
        Set<String> spellings = new LinkedHashSet<>();
        String[] parts = parts(name);
        spellings.add(String.join("", parts));
        for (String part : parts) {
            if (part.length() >= SHORTEST_PART && !PARTICLES.contains(part)) {
                spellings.add(part);
            }
        }
        spellings.remove("");
        return spellings;
    }

    private static Set<String> joined(String name) {
        String[] parts = parts(name);
        return parts.length > 1 ? Set.of(String.join("", parts)) : Set.of();
    }
}
