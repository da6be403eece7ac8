package uk.schoolgate.core.screening.naming;

import java.util.Arrays;

/** Numbers hashes in the order in which they come; open addressing over plain arrays. */
final class HashTable {
    private static final int EMPTY = -1;

    private long[] hashes = new long[64];
    private int[] slots = emptySlots(128);
    private int size;

    private static int[] emptySlots(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, EMPTY);
        return slots;
    }

    int size() {
        return size;
    }

    /** The number of a hash, or -1. */
    int find(long hash) {
        return slots[slotOf(hash)];
    }

    /** The number of a hash, which is new or known already. */
    int findOrAdd(long hash) {
        int slot = slotOf(hash);
        if (slots[slot] != EMPTY) {
            return slots[slot];
        }
        if (size == hashes.length) {
            grow();
            slot = slotOf(hash);
        }
        hashes[size] = hash;
        slots[slot] = size;
        return size++;
    }

    /** The slot of a hash, or the free one where it belongs. */
    private int slotOf(long hash) {
        int mask = slots.length - 1;
        int slot = (int) (hash ^ (hash >>> 32)) & mask;
        while (slots[slot] != EMPTY && hashes[slots[slot]] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        hashes = Arrays.copyOf(hashes, size * 2);
        slots = emptySlots(slots.length * 2);
        for (int number = 0; number < size; number++) {
            slots[slotOf(hashes[number])] = number;
        }
    }

    /** Gives back the memory that was kept for more. */
    void trim() {
        hashes = Arrays.copyOf(hashes, size);
    }
}
