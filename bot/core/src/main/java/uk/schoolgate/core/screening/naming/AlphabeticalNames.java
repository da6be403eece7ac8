package uk.schoolgate.core.screening.naming;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntConsumer;

/** The numbers of names in alphabetical order, to find those that begin alike. */
final class AlphabeticalNames {
    private final String[] names;
    private final Integer[] order;

    AlphabeticalNames(String[] names) {
        this.names = names;
        this.order = new Integer[names.length];
        Arrays.setAll(order, id -> id);
        Arrays.sort(order, Comparator.comparing(id -> names[id]));
    }

    /** Hands over the numbers of names that begin so, unless they are more than so many. */
    void startingWith(String start, int most, IntConsumer found) {
        int from = placeOf(start);
        int to = from;
        while (to < order.length && names[order[to]].startsWith(start)) {
            if (++to - from > most) {
                return;
            }
        }
        Arrays.stream(order, from, to).forEach(found::accept);
    }

    /** How many names come before a word in the alphabet. */
    private int placeOf(String word) {
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (names[order[middle]].compareTo(word) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
