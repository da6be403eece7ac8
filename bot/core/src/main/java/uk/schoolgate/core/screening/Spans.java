package uk.schoolgate.core.screening;

import java.util.ArrayList;
import java.util.List;
import uk.schoolgate.core.screening.judging.Judgement.Evidence;
import uk.schoolgate.core.text.Span;

/** Turns stretches of evidence into spans of whole words. */
final class Spans {
    /** Stretches with no more than so many chars between them are read as one. */
    private static final int GAP = 12;

    private Spans() {}

    static List<Span> of(String text, List<Evidence> evidence) {
        List<Span> spans = new ArrayList<>();
        int start = -1;
        int end = -1;
        for (Evidence stretch : evidence) {
            if (start >= 0 && stretch.start() > end + GAP) {
                spans.add(whole(text, start, end));
                start = -1;
            }
            start = start < 0 ? stretch.start() : start;
            end = Math.max(end, stretch.end());
        }
        if (start >= 0) {
            spans.add(whole(text, start, end));
        }
        return spans;
    }

    private static Span whole(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from > 0 && !Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
            to++;
        }
        return Span.of(text, from, to);
    }
}
