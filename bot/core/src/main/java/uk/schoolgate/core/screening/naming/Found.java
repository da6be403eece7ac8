package uk.schoolgate.core.screening.naming;

import uk.schoolgate.core.screening.naming.ChildSighting.Form;

/**
 * A name that starts at some word.
 *
 * @param words how many words it takes
 * @param start index of its first char in the message
 * @param end index after its last char, a possessive ending left out
 * @param bearers who bears it; none for a child who is not on the roll
 */
record Found(int words, int start, int end, Form form, Likeness likeness, Bearers bearers) {
    static Found of(Line line, int first, int words, Form form, Likeness likeness, Bearers bearers) {
        int start = line.word(first).start();
        return new Found(words, start, line.endOfStem(first + words - 1), form, likeness, bearers);
    }

    /** The same with another end. */
    Found endingAt(int newEnd) {
        return new Found(words, start, newEnd, form, likeness, bearers);
    }

    /** The same with other bearers. */
    Found borneBy(Bearers others) {
        return new Found(words, start, end, form, likeness, others);
    }

    /** The same, known to be none of the children who were expected. */
    Found elsewhere() {
        return borneBy(new Bearers(bearers.pupils(), false));
    }

    /** Whether the name is written as the roll or many people write it. */
    boolean asOnRoll() {
        return likeness == Likeness.EXACT || likeness == Likeness.NICKNAME;
    }
}
