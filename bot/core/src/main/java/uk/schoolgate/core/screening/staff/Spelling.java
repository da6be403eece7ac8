package uk.schoolgate.core.screening.staff;

import org.jspecify.annotations.Nullable;

/** How names are spelt. */
final class Spelling {
    /** No name is longer; bounds what a single comparison costs. */
    static final int LONGEST = 40;

    private Spelling() {}

    /** A name without the s of a plural or of a possessive that lacks its apostrophe; null if it has none. */
    static @Nullable String singular(String key) {
        return key.length() > 3 && key.endsWith("s") ? key.substring(0, key.length() - 1) : null;
    }
}
