package uk.schoolgate.core.text;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** The English words for small whole numbers. */
public final class NumberWords {
    private static final List<String> FROM_ONE = List.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");

    private NumberWords() {}

    /** The number that a word from "one" to "twenty" means, in letters of any size; empty for any other word. */
    public static OptionalInt valueOf(String word) {
        int at = FROM_ONE.indexOf(word.toLowerCase(Locale.ROOT));
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at + 1);
    }
}
