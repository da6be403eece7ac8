package uk.schoolgate.core.text;

import java.util.Set;

/**
 * A word of a text: letters and digits, with apostrophes and hyphens inside.
 *
 * @param folded as {@link FoldedText} folds it
 * @param start index of its first char in the original
 * @param end index after its last char in the original
 * @param capital whether the original starts with a capital
 * @param shouted whether the original is in capitals throughout and has at least two of them
 */
public record Word(String folded, int start, int end, boolean capital, boolean shouted) {
    private static final Set<String> ENDINGS = Set.of("", "s", "d", "ll", "ve", "re");

    /** The word without a possessive ending or a contracted verb: "ollie's", "ollies'" and "ollie'll" become "ollie" or "ollies". */
    public String stem() {
        int apostrophe = folded.lastIndexOf('\'');
        return apostrophe > 0 && ENDINGS.contains(folded.substring(apostrophe + 1))
                ? folded.substring(0, apostrophe)
                : folded;
    }
}
