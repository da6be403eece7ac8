package uk.schoolgate.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Labelled messages side by side.
 *
 * @param tokens the messages, and what was said before them
 * @param own 1 for a token of the message itself, start and end left out
 * @param signals messages by signals
 * @param carriers messages by tokens by signals
 * @param senseAt where in the flattened batch marks with a known sense stand
 * @param senses those senses
 */
record Batch(Tokens tokens, NDArray own, NDArray signals, NDArray carriers, NDArray senseAt, NDArray senses) {
    static Batch of(List<Example> examples, int firstMark, int marks, NDManager manager) {
        Tokens tokens = Tokens.marked(examples.stream().map(Example::row).toList(), firstMark, marks, manager);
        return new Filling(examples, tokens.length()).fill(tokens, manager);
    }

    /** The labels while they are filled. */
    private static final class Filling {
        private final int size;
        private final int length;
        private final float[] own;
        private final float[] signals;
        private final float[] carriers;
        private final long[] senseAt;
        private final float[] senses;
        private int known;

        Filling(List<Example> examples, int length) {
            this.size = examples.size();
            this.length = length;
            own = new float[size * length];
            signals = new float[size * Parameters.SIGNALS];
            carriers = new float[size * length * Parameters.SIGNALS];
            senseAt = new long
                    [examples.stream()
                            .mapToInt(example -> example.senses().size())
                            .sum()];
            senses = new float[senseAt.length];
            for (int row = 0; row < size; row++) {
                fill(row, examples.get(row));
            }
        }

        private void fill(int row, Example example) {
            int first = row * length + 1;
            for (int token = 0; token < example.ids().length; token++) {
                own[first + token] = 1;
            }
            System.arraycopy(example.signals(), 0, signals, row * Parameters.SIGNALS, Parameters.SIGNALS);
            for (Example.Carrier carrier : example.carriers()) {
                for (int token = carrier.from(); token < carrier.to(); token++) {
                    carriers[(first + token) * Parameters.SIGNALS + carrier.signal()] = 1;
                }
            }
            for (Example.Sense sense : example.senses()) {
                senseAt[known] = (long) first + sense.token();
                senses[known++] = sense.sense();
            }
        }

        Batch fill(Tokens tokens, NDManager manager) {
            return new Batch(
                    tokens,
                    manager.create(own, new Shape(size, length)),
                    manager.create(signals, new Shape(size, Parameters.SIGNALS)),
                    manager.create(carriers, new Shape(size, length, Parameters.SIGNALS)),
                    manager.create(senseAt),
                    manager.create(senses));
        }
    }
}
