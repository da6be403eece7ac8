package uk.schoolgate.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts side by side, in tokens, padded to the longest.
 *
 * @param ids tokens
 * @param types 0 for the first text of a row, 1 for the second
 * @param mask 1 for a token, 0 for padding
 * @param marks which of them are marks; null where no text has any
 */
record Tokens(
        int size,
        int length,
        NDArray ids,
        NDArray types,
        NDArray mask,
        @Nullable Marks marks) {
    private static final long START = 101;
    private static final long END = 102;

    /**
     * Tokens that stand for something.
     *
     * @param are 1 for a mark
     * @param numbers which mark; 0 elsewhere
     */
    record Marks(NDArray are, NDArray numbers) {}

    /**
     * A text, or two that are read together.
     *
     * @param first tokens without start and end
     * @param second likewise; empty for none
     */
    // Nobody compares rows, and the tensors are filled from arrays.
    @SuppressWarnings("ArrayRecordComponent")
    record Row(int[] first, int[] second) {
        static Row of(int... text) {
            return new Row(text, new int[0]);
        }

        int length() {
            return first.length + 2 + (second.length == 0 ? 0 : second.length + 1);
        }
    }

    static Tokens of(List<Row> rows, NDManager manager) {
        return new Filling(rows).plain(manager);
    }

    /** The tokens of texts with marks, which are the tokens from {@code firstMark} on. */
    static Tokens marked(List<Row> rows, int firstMark, int marks, NDManager manager) {
        return new Filling(rows).marked(firstMark, marks, manager);
    }

    /**
     * A number as an array that lives as long as the tokens. A bare number in an operation is freed at once, though going
     * back through the operation needs it: now and then something else stands in its place by then.
     */
    NDArray number(float value) {
        return ids.getManager().create(value);
    }

    /** The arrays while they are filled. */
    private static final class Filling {
        private final Shape shape;
        private final int length;
        private final long[] ids;
        private final long[] types;
        private final float[] mask;

        Filling(List<Row> rows) {
            length = rows.stream().mapToInt(Row::length).max().orElseThrow();
            shape = new Shape(rows.size(), length);
            ids = new long[rows.size() * length];
            types = new long[rows.size() * length];
            mask = new float[rows.size() * length];
            for (int row = 0; row < rows.size(); row++) {
                fill(row, rows.get(row));
            }
        }

        private void fill(int row, Row texts) {
            int at = row * length;
            put(at++, START, 0);
            for (int id : texts.first()) {
                put(at++, id, 0);
            }
            put(at++, END, 0);
            for (int id : texts.second()) {
                put(at++, id, 1);
            }
            if (texts.second().length > 0) {
                put(at, END, 1);
            }
        }

        private void put(int at, long id, int type) {
            ids[at] = id;
            types[at] = type;
            mask[at] = 1;
        }

        Tokens plain(NDManager manager) {
            return with(null, manager);
        }

        Tokens marked(int firstMark, int marks, NDManager manager) {
            float[] are = new float[ids.length];
            long[] numbers = new long[ids.length];
            for (int at = 0; at < ids.length; at++) {
                if (ids[at] >= firstMark && ids[at] < firstMark + marks) {
                    are[at] = 1;
                    numbers[at] = ids[at] - firstMark;
                }
            }
            return with(new Marks(manager.create(are, shape), manager.create(numbers, shape)), manager);
        }

        private Tokens with(@Nullable Marks marks, NDManager manager) {
            return new Tokens(
                    (int) shape.get(0),
                    length,
                    manager.create(ids, shape),
                    manager.create(types, shape),
                    manager.create(mask, shape),
                    marks);
        }
    }
}
