package uk.schoolgate.training;

import java.util.List;

/**
 * A labelled message in tokens, as the screening of the app writes it down.
 *
 * @param ids the message's tokens, without start and end
 * @param before the tokens of what was said before; empty where nothing was
 * @param senses what the marks in it mean
 * @param signals 1 for each signal that it holds, else 0
 * @param carriers which tokens carry a signal
 */
// Nobody compares examples, and the tensors are filled from arrays.
@SuppressWarnings("ArrayRecordComponent")
record Example(int[] ids, int[] before, List<Sense> senses, float[] signals, List<Carrier> carriers) {
    /**
     * What a mark means.
     *
     * @param token its index among {@code ids}
     * @param sense index of the sense
     */
    record Sense(int token, int sense) {}

    /**
     * Tokens that carry a signal.
     *
     * @param signal index of the signal
     * @param from index of the first among {@code ids}
     * @param to index after the last
     */
    record Carrier(int signal, int from, int to) {}

    Tokens.Row row() {
        return new Tokens.Row(ids, before);
    }

    int length() {
        return row().length();
    }
}
