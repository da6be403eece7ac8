package uk.schoolgate.core.text;

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
    /** The word without a possessive ending: "ollie's" and "ollies'" become "ollie" and "ollies". */
    public String stem() {
        if (folded.endsWith("'s")) {
            return folded.substring(0, folded.length() - 2);
        }
        return folded.endsWith("'") ? folded.substring(0, folded.length() - 1) : folded;
    }
}
