package uk.schoolgate.core.screening;

import java.util.ArrayList;
import java.util.List;
import uk.schoolgate.core.text.Span;

/** Finds web addresses, whose words are nobody's. */
final class Links {
    private static final List<String> STARTS = List.of("http://", "https://", "www.");

    private Links() {}

    static List<Span> in(String text) {
        List<Span> links = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int end = chunkEnd(text, i);
            if (isLink(text, i, end)) {
                links.add(Span.of(text, i, end));
            }
            i = end + 1;
        }
        return links;
    }

    private static int chunkEnd(String text, int start) {
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLink(String text, int start, int end) {
        return STARTS.stream()
                .anyMatch(
                        link -> end - start > link.length() && text.regionMatches(true, start, link, 0, link.length()));
    }
}
