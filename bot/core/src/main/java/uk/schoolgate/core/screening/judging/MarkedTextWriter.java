package uk.schoolgate.core.screening.judging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import uk.schoolgate.core.text.FoldedText;

/** Writes a message down as a model reads it. */
public final class MarkedTextWriter {
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "dr", "mx", "sir");

    private final Plainer plainer;

    /** @param plainer undoes what hides ordinary words */
    public MarkedTextWriter(Plainer plainer) {
        this.plainer = plainer;
    }

    /**
     * Writes a message.
     *
     * @param markings what is marked in it; of two that overlap, the one that starts first counts
     */
    public MarkedText write(FoldedText text, List<Marking> markings) {
        Page page = new Page(text);
        List<Marking> inOrder = markings.stream()
                .sorted(Comparator.comparingInt(marking -> marking.span().start()))
                .toList();
        for (Marking marking : inOrder) {
            if (marking.span().start() >= page.writtenTo()) {
                page.plainUpTo(marking.span().start());
                page.marked(marking);
            }
        }
        page.plainUpTo(text.original().length());
        return page.finish();
    }

    /** The text as it grows. */
    private final class Page {
        private final FoldedText text;
        private final String folded;
        private final List<Plainer.Plain> plain;
        private final StringBuilder shown = new StringBuilder();
        private final List<Integer> places = new ArrayList<>();
        private final List<Marking> shownMarkings = new ArrayList<>();
        private int[] starts;
        private int[] ends;
        private int next;
        private int nextPlain;

        Page(FoldedText text) {
            this.text = text;
            this.folded = text.folded();
            this.plain = plainer.plain(folded);
            this.starts = new int[folded.length() + 16];
            this.ends = new int[folded.length() + 16];
        }

        /** Up to where in the original all is written. */
        int writtenTo() {
            return next == 0 ? 0 : text.originalEnd(next);
        }

        void plainUpTo(int original) {
            while (next < folded.length() && text.originalStart(next) < original) {
                Plainer.Plain word = plainAt();
                if (word != null && text.originalStart(word.end() - 1) < original) {
                    append(word.text(), word.start(), word.end());
                    next = word.end();
                } else {
                    next += appendOne(next);
                }
            }
        }

        private Plainer.@org.jspecify.annotations.Nullable Plain plainAt() {
            while (nextPlain < plain.size() && plain.get(nextPlain).start() < next) {
                nextPlain++;
            }
            return nextPlain < plain.size() && plain.get(nextPlain).start() == next ? plain.get(nextPlain) : null;
        }

        private int appendOne(int at) {
            char c = folded.charAt(at);
            if (!Character.isSurrogate(c)) {
                append(Character.toString(c == MarkedText.PLACEHOLDER ? ' ' : c), at, at + 1);
                return 1;
            }
            int codePoint = folded.codePointAt(at);
            int length = Character.charCount(codePoint);
            boolean repeated = at >= length && folded.codePointAt(at - length) == codePoint;
            append(repeated ? " " : nameOf(codePoint), at, at + length);
            return length;
        }

        private static String nameOf(int codePoint) {
            String name = Character.isSupplementaryCodePoint(codePoint) ? Character.getName(codePoint) : null;
            return name == null ? " " : " " + name.toLowerCase(Locale.ROOT) + " ";
        }

        void marked(Marking marking) {
            int from = next;
            int to = from;
            while (to < folded.length()
                    && text.originalStart(to) < marking.span().end()) {
                to++;
            }
            if (to == from) {
                return;
            }
            if (marking.mark().shown() == Mark.Shown.TITLE_AND_MARK) {
                append(titleIn(folded.substring(from, to)), from, to);
            }
            append(" ", from, to);
            places.add(shown.length());
            shownMarkings.add(marking);
            append(Character.toString(MarkedText.PLACEHOLDER), from, to);
            append(" ", from, to);
            if (marking.mark().shown() == Mark.Shown.MARK_AND_WORDS) {
                while (next < to) {
                    next += appendOne(next);
                }
            }
            next = to;
        }

        private static String titleIn(String words) {
            int end = 0;
            while (end < words.length() && Character.isLetter(words.charAt(end))) {
                end++;
            }
            String first = words.substring(0, end);
            return TITLES.contains(first) ? " " + first : "";
        }

        private void append(String what, int from, int to) {
            while (shown.length() + what.length() > starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
                ends = Arrays.copyOf(ends, ends.length * 2);
            }
            int at = shown.length();
            Arrays.fill(starts, at, at + what.length(), text.originalStart(from));
            Arrays.fill(ends, at, at + what.length(), text.originalEnd(to));
            shown.append(what);
        }

        MarkedText finish() {
            int[] at = places.stream().mapToInt(Integer::intValue).toArray();
            return new MarkedText(
                    shown.toString(),
                    at,
                    shownMarkings,
                    Arrays.copyOf(starts, shown.length()),
                    Arrays.copyOf(ends, shown.length()));
        }
    }
}
