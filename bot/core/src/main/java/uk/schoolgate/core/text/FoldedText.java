package uk.schoolgate.core.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as a matcher wants to see it: lower case, without accents, invisible characters and look-alike letters, with the
 * way back to the original for every char. Costs linear time in the length of the text.
 */
public final class FoldedText {
    private static final int FLAG_LETTERS = 2;
    private static final char NO_LETTER = '\uFFFC';

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
            int flag = flagAt(original, i);
            int next = i + Math.max(flag, Character.charCount(codePoint));
            if (flag > 0) {
                builder.append(NO_LETTER, i, next);
            } else {
                builder.fold(codePoint, i, next);
            }
            i = next;
        }
        return builder.build(original);
    }

    /** The chars of the flag that starts there: two letters of a kind that stand for themselves when they are one or many. */
    private static int flagAt(String text, int at) {
        if (countIndicators(text, at, 1) == 0
                || (at > 0 && LetterShapes.isRegionalIndicator(text.codePointBefore(at)))) {
            return 0;
        }
        return countIndicators(text, at, FLAG_LETTERS + 1) == FLAG_LETTERS ? FLAG_LETTERS * 2 : 0;
    }

    private static int countIndicators(String text, int at, int most) {
        int count = 0;
        int i = at;
        while (count < most && i < text.length() && LetterShapes.isRegionalIndicator(text.codePointAt(i))) {
            count++;
            i += 2;
        }
        return count;
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
            String plain = LetterShapes.plain(codePoint);
            if (plain.isEmpty()) {
                foldDecomposed(codePoint, start, end);
            } else {
                appendAll(plain, start, end);
            }
        }

        private void foldDecomposed(int codePoint, int start, int end) {
            String decomposed = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
                    .toLowerCase(Locale.ROOT);
            int i = 0;
            while (i < decomposed.length()) {
                int c = decomposed.codePointAt(i);
                i += Character.charCount(c);
                if (!isInvisible(c)) {
                    String plain = LetterShapes.plain(c);
                    appendAll(plain.isEmpty() ? Character.toString(c) : plain, start, end);
                }
            }
        }

        private static boolean isInvisible(int c) {
            int type = Character.getType(c);
            return type == Character.NON_SPACING_MARK
                    || type == Character.ENCLOSING_MARK
                    || type == Character.FORMAT
                    || (c >= '\uFE00' && c <= '\uFE0F');
        }

        private void appendAll(String letters, int start, int end) {
            for (int i = 0; i < letters.length(); i++) {
                append(letters.charAt(i), start, end);
            }
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
