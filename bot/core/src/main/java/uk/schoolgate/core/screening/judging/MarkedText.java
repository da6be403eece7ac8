package uk.schoolgate.core.screening.judging;

import java.util.List;

/**
 * A message as a model reads it: plain small letters, names replaced or preceded by a placeholder.
 *
 * @param shown what the model reads; every char of it is one code point
 * @param places where the placeholders stand in it, ascending
 * @param markings what each of them stands for, in the same order
 * @param starts for every char of {@code shown}, where it comes from in the message as written
 * @param ends for every char of {@code shown}, where that ends
 */
// Nobody compares marked texts, and a list would cost an object for every char.
@SuppressWarnings("ArrayRecordComponent")
public record MarkedText(String shown, int[] places, List<Marking> markings, int[] starts, int[] ends) {
    /** Stands for a mark; a letter that no English text has and that a tokenizer takes as a word of its own. */
    public static final char PLACEHOLDER = '\u4E00';

    /** No text. */
    public static final MarkedText NONE = new MarkedText("", new int[0], List.of(), new int[0], new int[0]);

    public MarkedText {
        markings = List.copyOf(markings);
    }

    public boolean isEmpty() {
        return shown.isBlank();
    }
}
