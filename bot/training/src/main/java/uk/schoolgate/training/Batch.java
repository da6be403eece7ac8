package uk.schoolgate.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Messages side by side, padded to the longest.
 *
 * @param ids tokens
 * @param types 0 for the message, 1 for what was said before
 * @param mask 1 for a token, 0 for padding
 * @param isMark 1 for a mark
 * @param markNumbers which mark; 0 elsewhere
 * @param own 1 for a token of the message itself, start and end left out
 * @param signals messages by signals
 * @param carriers messages by tokens by signals
 * @param senseAt where in the flattened batch marks with a known sense stand
 * @param senses those senses
 */
record Batch(
        int size,
        int length,
        NDArray ids,
        NDArray types,
        NDArray mask,
        NDArray isMark,
        NDArray markNumbers,
        NDArray own,
        NDArray signals,
        NDArray carriers,
        NDArray senseAt,
        NDArray senses) {
    private static final long START = 101;
    private static final long END = 102;

    static Batch of(List<Example> examples, int firstMark, int marks, NDManager manager) {
        int length = examples.stream().mapToInt(Example::length).max().orElseThrow();
        return new Filling(examples.size(), length, firstMark, marks).fill(examples, manager);
    }

    /**
     * A number as an array that lives as long as the batch. A bare number in an operation is freed at once, though going
     * back through the operation needs it: now and then something else stands in its place by then.
     */
    NDArray number(float value) {
        return ids.getManager().create(value);
    }

    /** The arrays while they are filled. */
    private static final class Filling {
        private final int size;
        private final int length;
        private final int firstMark;
        private final int marks;
        private final long[] ids;
        private final long[] types;
        private final float[] mask;
        private final float[] isMark;
        private final long[] markNumbers;
        private final float[] own;
        private final float[] signals;
        private final float[] carriers;

        Filling(int size, int length, int firstMark, int marks) {
            this.size = size;
            this.length = length;
            this.firstMark = firstMark;
            this.marks = marks;
            ids = new long[size * length];
            types = new long[size * length];
            mask = new float[size * length];
            isMark = new float[size * length];
            markNumbers = new long[size * length];
            own = new float[size * length];
            signals = new float[size * Parameters.SIGNALS];
            carriers = new float[size * length * Parameters.SIGNALS];
        }

        Batch fill(List<Example> examples, NDManager manager) {
            for (int row = 0; row < size; row++) {
                fill(row, examples.get(row));
            }
            int[] senseAt =
                    new int[examples.stream().mapToInt(e -> e.senses().size()).sum()];
            float[] senses = new float[senseAt.length];
            int next = 0;
            for (int row = 0; row < size; row++) {
                for (Example.Sense sense : examples.get(row).senses()) {
                    senseAt[next] = row * length + 1 + sense.token();
                    senses[next++] = sense.sense();
                }
            }
            Shape tokens = new Shape(size, length);
            return new Batch(
                    size,
                    length,
                    manager.create(ids, tokens),
                    manager.create(types, tokens),
                    manager.create(mask, tokens),
                    manager.create(isMark, tokens),
                    manager.create(markNumbers, tokens),
                    manager.create(own, tokens),
                    manager.create(signals, new Shape(size, Parameters.SIGNALS)),
                    manager.create(carriers, new Shape(size, length, Parameters.SIGNALS)),
                    manager.create(Arrays.stream(senseAt).asLongStream().toArray()),
                    manager.create(senses));
        }

        private void fill(int row, Example example) {
            int at = row * length;
            put(at++, START, 0);
            for (int id : example.ids()) {
                own[at] = 1;
                put(at++, id, 0);
            }
            put(at++, END, 0);
            for (int id : example.before()) {
                put(at++, id, 1);
            }
            if (example.before().length > 0) {
                put(at, END, 1);
            }
            System.arraycopy(example.signals(), 0, signals, row * Parameters.SIGNALS, Parameters.SIGNALS);
            for (Example.Carrier carrier : example.carriers()) {
                for (int token = carrier.from(); token < carrier.to(); token++) {
                    carriers[(row * length + 1 + token) * Parameters.SIGNALS + carrier.signal()] = 1;
                }
            }
        }

        private void put(int at, long id, int type) {
            ids[at] = id;
            types[at] = type;
            mask[at] = 1;
            if (id >= firstMark && id < firstMark + marks) {
                isMark[at] = 1;
                markNumbers[at] = id - firstMark;
            }
        }
    }
}
