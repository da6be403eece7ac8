package uk.schoolgate.core.screening.staff;

import org.jspecify.annotations.Nullable;

/** How words are compared: by their letters and digits. */
final class Spelling {
    /** No name is longer; bounds what a single comparison costs. */
    static final int LONGEST = 40;

    private Spelling() {}

    /** A folded word without apostrophes, hyphens and whatever else is no letter or digit. */
    static String key(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            if (!Character.isLetterOrDigit(folded.charAt(i))) {
                return stripped(folded);
            }
        }
        return folded;
    }

    private static String stripped(String folded) {
        StringBuilder key = new StringBuilder(folded.length());
        folded.chars().filter(Character::isLetterOrDigit).forEach(c -> key.append((char) c));
        return key.toString();
    }

    /** A name without the s of a plural or of a possessive that lacks its apostrophe; null if it has none. */
    static @Nullable String singular(String key) {
        return key.length() > 3 && key.endsWith("s") ? key.substring(0, key.length() - 1) : null;
    }
}
