package uk.schoolgate.core.text;

/** Words some letters of which are starred out. */
public final class Starred {
    /** Stands for one letter, whichever it is. */
    public static final char STAR = '*';

    private Starred() {}

    /** Whether a word is what is behind the stars of a pattern: a star for each letter that is hidden. */
    public static boolean fits(String pattern, String word) {
        if (pattern.length() != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (pattern.charAt(i) != STAR && pattern.charAt(i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
