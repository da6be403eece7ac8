package uk.schoolgate.core.screening.naming;

import java.util.Arrays;

/**
 * A compact multimap from 64-bit hashes to ints, for millions of keys. It does not keep what was hashed, so an answer may in
 * theory belong to something else; who uses it for words checks what comes back.
 */
final class HashIndex {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int[] NOTHING = {};
    private static final int NO_VALUE = -1;

    private final HashTable keys;
    /** The values of key {@code k} stand from {@code starts[k]} to {@code starts[k + 1]}. */
    private final int[] starts;

    private final int[] values;

    private HashIndex(HashTable keys, int[] starts, int[] values) {
        this.keys = keys;
        this.starts = starts;
        this.values = values;
    }

    /** The values of a key in the order in which they came, or nothing. */
    int[] get(long hash) {
        int key = keys.find(hash);
        return key < 0 ? NOTHING : Arrays.copyOfRange(values, starts[key], starts[key + 1]);
    }

    /** The first value of a key, or -1. */
    int first(long hash) {
        int key = keys.find(hash);
        return key < 0 ? NO_VALUE : values[starts[key]];
    }

    /** Hash of a whole word. */
    static long hash(CharSequence word) {
        return hashWithout(word, -1);
    }

    /** Hash of a word without the char at that index. */
    static long hashWithout(CharSequence word, int skipped) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < word.length(); i++) {
            if (i != skipped) {
                hash = (hash ^ word.charAt(i)) * FNV_PRIME;
            }
        }
        return mix(hash);
    }

    /** Spreads a number that is a key of its own over all bits. */
    static long mix(long key) {
        long mixed = (key ^ (key >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    /** Collects the pairs; a value is never negative. */
    static final class Builder {
        private final HashTable keys = new HashTable();
        private int[] lastOfKey = {NO_VALUE};
        private int[] keyOf = new int[64];
        private int[] values = new int[64];
        private int size;

        /** Adds a pair unless it is the one that came last for that key. */
        void add(long hash, int value) {
            int key = keys.findOrAdd(hash);
            if (key == lastOfKey.length) {
                lastOfKey = Arrays.copyOf(lastOfKey, key * 2);
                Arrays.fill(lastOfKey, key, lastOfKey.length, NO_VALUE);
            }
            if (lastOfKey[key] == value) {
                return;
            }
            if (size == values.length) {
                keyOf = Arrays.copyOf(keyOf, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            lastOfKey[key] = value;
            keyOf[size] = key;
            values[size++] = value;
        }

        HashIndex build() {
            int[] starts = new int[keys.size() + 1];
            for (int i = 0; i < size; i++) {
                starts[keyOf[i] + 1]++;
            }
            Arrays.parallelPrefix(starts, Integer::sum);
            int[] next = starts.clone();
            int[] ordered = new int[size];
            for (int i = 0; i < size; i++) {
                ordered[next[keyOf[i]]++] = values[i];
            }
            keys.trim();
            return new HashIndex(keys, starts, ordered);
        }
    }
}
