package uk.schoolgate.core.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * A text as a matcher wants to see it: lower case, without accents, invisible characters and look-alike letters, with the
 * way back to the original for every char. Costs linear time in the length of the text.
 */
public final class FoldedText {
    /** Letters of other scripts that look like Latin ones, as used to slip past a filter. */
    private static final Map<Character, Character> LOOK_ALIKES = Map.ofEntries(
            Map.entry('а', 'a'),
            Map.entry('е', 'e'),
            Map.entry('о', 'o'),
            Map.entry('р', 'p'),
            Map.entry('с', 'c'),
            Map.entry('у', 'y'),
            Map.entry('х', 'x'),
            Map.entry('і', 'i'),
            Map.entry('ѕ', 's'),
            Map.entry('ј', 'j'),
            Map.entry('һ', 'h'),
            Map.entry('ԁ', 'd'),
            Map.entry('ԛ', 'q'),
            Map.entry('ԝ', 'w'),
            Map.entry('к', 'k'),
            Map.entry('м', 'm'),
            Map.entry('т', 't'),
            Map.entry('в', 'b'),
            Map.entry('н', 'h'),
            Map.entry('α', 'a'),
            Map.entry('ο', 'o'),
            Map.entry('ρ', 'p'),
            Map.entry('ν', 'v'),
            Map.entry('ι', 'i'),
            Map.entry('κ', 'k'),
            Map.entry('τ', 't'),
            Map.entry('υ', 'u'),
            Map.entry('ø', 'o'),
            Map.entry('ł', 'l'),
            Map.entry('đ', 'd'),
            Map.entry('ı', 'i'),
            Map.entry('ß', 's'),
            Map.entry('’', '\''),
            Map.entry('‘', '\''),
            Map.entry('`', '\''),
            Map.entry('´', '\''),
            Map.entry('ʼ', '\''),
            Map.entry('‐', '-'),
            Map.entry('‑', '-'),
            Map.entry('–', '-'),
            Map.entry('—', '-'));

    private final String original;
    private final String folded;
    private final int[] starts;
    private final int[] ends;

    private FoldedText(String original, String folded, int[] starts, int[] ends) {
        this.original = original;
        this.folded = folded;
        this.starts = starts;
        this.ends = ends;
    }

    /** Folds a text; any sequence of chars is welcome, lone surrogates included. */
    public static FoldedText of(String original) {
        Builder builder = new Builder(original.length());
        int i = 0;
        while (i < original.length()) {
            int codePoint = original.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            builder.fold(codePoint, i, next);
            i = next;
        }
        return builder.build(original);
    }

    /** Folds a word that needs no way back, such as a name of the roll. */
    public static String fold(String word) {
        return of(word).folded;
    }

    public String original() {
        return original;
    }

    public String folded() {
        return folded;
    }

    /** Where the char at that index of {@link #folded()} starts in the original. */
    public int originalStart(int foldedIndex) {
        return starts[foldedIndex];
    }

    /** Where the stretch of {@link #folded()} that ends before that index ends in the original. */
    public int originalEnd(int foldedEnd) {
        return ends[foldedEnd - 1];
    }

    private static final class Builder {
        private final StringBuilder folded;
        private int[] starts;
        private int[] ends;

        Builder(int length) {
            folded = new StringBuilder(length);
            starts = new int[length];
            ends = new int[length];
        }

        void fold(int codePoint, int start, int end) {
            if (codePoint < 0x80) {
                append((char) (codePoint >= 'A' && codePoint <= 'Z' ? codePoint + ('a' - 'A') : codePoint), start, end);
                return;
            }
            String decomposed = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
                    .toLowerCase(Locale.ROOT);
            for (int i = 0; i < decomposed.length(); i++) {
                char c = decomposed.charAt(i);
                if (!isInvisible(c)) {
                    append(LOOK_ALIKES.getOrDefault(c, c), start, end);
                }
            }
        }

        private static boolean isInvisible(char c) {
            int type = Character.getType(c);
            return type == Character.NON_SPACING_MARK
                    || type == Character.ENCLOSING_MARK
                    || type == Character.FORMAT
                    || (c >= '\uFE00' && c <= '\uFE0F');
        }

        private void append(char c, int start, int end) {
            int at = folded.length();
            if (at == starts.length) {
                starts = Arrays.copyOf(starts, at * 2 + 8);
                ends = Arrays.copyOf(ends, at * 2 + 8);
            }
            starts[at] = start;
            ends[at] = end;
            folded.append(c);
        }

        FoldedText build(String original) {
            return new FoldedText(original, folded.toString(), starts, ends);
        }
    }
}
