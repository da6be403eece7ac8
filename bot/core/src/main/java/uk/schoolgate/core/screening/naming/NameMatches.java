package uk.schoolgate.core.screening.naming;

/**
 * The names of a lexicon that a word may stand for.
 *
 * @param names their numbers
 * @param likeness how near the word comes to them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; made for every word of every message
record NameMatches(int[] names, Likeness likeness) {
    static final NameMatches NONE = new NameMatches(new int[0], Likeness.UNKNOWN);

    boolean isEmpty() {
        return names.length == 0;
    }
}
