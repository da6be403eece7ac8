package uk.schoolgate.adapter.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Joins the lines of a text that was set to a fixed width, as editors for plain text do: a line that was as full as it could
 * be goes on in the next one. A text whose lines are whole paragraphs is left as it is.
 */
final class LineWraps {
    private static final int WIDEST = 100;
    /** So many lines that break off in mid-sentence are no coincidence. */
    private static final int FEWEST = 3;
    /** Authors who break lines by hand don't use the last of them. */
    private static final double ALMOST_FULL = 0.85;

    private final List<String> lines;
    private final int width;

    private LineWraps(List<String> lines) {
        this.lines = lines;
        this.width = lines.stream().mapToInt(String::length).max().orElse(0);
    }

    static List<String> joined(List<String> lines) {
        LineWraps wraps =
                new LineWraps(lines.stream().map(String::stripTrailing).toList());
        return wraps.isSetToAWidth() ? wraps.joined() : lines;
    }

    private boolean isSetToAWidth() {
        long brokenOff = IntStream.range(0, lines.size() - 1)
                .filter(this::goesOn)
                .filter(at -> Character.isLowerCase(lines.get(at + 1).strip().charAt(0)))
                .filter(at -> !Texts.endsSentence(lines.get(at)))
                .count();
        return width <= WIDEST && brokenOff >= FEWEST;
    }

    /** Whether the first word of the next line wouldn't have fitted on this one, or it breaks off in mid-sentence. */
    private boolean goesOn(int at) {
        String next = at + 1 < lines.size() ? lines.get(at + 1).strip() : "";
        if (lines.get(at).isBlank()
                || next.isEmpty()
                || Marker.of(Texts.clean(next)).isPresent()) {
            return false;
        }
        boolean isFull = lines.get(at).length() + 1 + next.split(" ", 2)[0].length() > width;
        boolean breaksOff = !Texts.endsSentence(lines.get(at))
                && (Character.isLowerCase(next.charAt(0)) || lines.get(at).length() >= ALMOST_FULL * width);
        return isFull || breaksOff;
    }

    private List<String> joined() {
        List<String> joined = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (int at = 0; at < lines.size(); at++) {
            paragraph
                    .append(paragraph.isEmpty() ? "" : " ")
                    .append(lines.get(at).strip());
            if (!goesOn(at)) {
                joined.add(paragraph.toString());
                paragraph.setLength(0);
            }
        }
        return joined;
    }
}
