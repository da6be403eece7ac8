package uk.schoolgate.core.screening.naming;

import java.util.Arrays;

/**
 * Pupils who bear a name.
 *
 * @param pupils their numbers, ascending
 * @param expected whether they are of the classes that the message is about, or no class is known for it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; made for most words of every message
record Bearers(int[] pupils, boolean expected) {
    static final Bearers NONE = new Bearers(new int[0], false);

    boolean isEmpty() {
        return pupils.length == 0;
    }

    /** Those who are in either; of the expected and the unexpected, the expected alone. */
    Bearers or(Bearers other) {
        if (isEmpty() || (other.expected && !other.isEmpty() && !expected)) {
            return other;
        }
        if (other.isEmpty() || (expected && !other.expected)) {
            return this;
        }
        return new Bearers(merge(pupils, other.pupils), expected);
    }

    private static int[] merge(int[] a, int[] b) {
        int[] merged = new int[a.length + b.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            boolean first = j == b.length || (i < a.length && a[i] <= b[j]);
            int next = first ? a[i++] : b[j++];
            if (size == 0 || merged[size - 1] != next) {
                merged[size++] = next;
            }
        }
        return Arrays.copyOf(merged, size);
    }
}
