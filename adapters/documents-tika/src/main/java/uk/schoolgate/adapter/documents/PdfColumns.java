package uk.schoolgate.adapter.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts running text that is set in two columns in the order in which it is read: the left column, then the right one. What
 * may be a table stays as it is: there, paragraphs start at the same height on both sides.
 */
final class PdfColumns {
    private static final int FEWEST_LINES = 8;
    private static final double FEWEST_WORDS = 3.5;
    /** A column is filled where so many of its lines reach so far. */
    private static final double FILLED_LINES = 0.6;

    private static final double FILLED_WIDTH = 0.75;
    /** Lines further apart than that many letter sizes belong to different paragraphs. */
    private static final double PARAGRAPH_GAP = 1.9;
    /** Text after a wider gap is no part of the columns. */
    private static final double WIDEST_GAP = 4;

    private static final double SAME_HEIGHT = 2;

    private PdfColumns() {}

    static List<PdfLine> inOrder(List<PdfLine> lines) {
        List<PdfLine> ordered = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            Optional<Columns> columns = startingAt(lines, i);
            if (columns.isPresent()) {
                ordered.addAll(columns.get().left());
                ordered.addAll(columns.get().right());
                i += columns.get().lines();
            } else {
                ordered.add(lines.get(i));
                i++;
            }
        }
        return ordered;
    }

    private record Columns(int lines, List<PdfLine> left, List<PdfLine> right) {
        boolean isRunningText() {
            return isFilled(left) && isFilled(right) && !startsTogether();
        }

        private static boolean isFilled(List<PdfLine> column) {
            double start = column.stream().mapToDouble(PdfLine::left).min().orElse(0);
            double end = column.stream().mapToDouble(PdfLine::right).max().orElse(0);
            double reached = start + FILLED_WIDTH * (end - start);
            long filled =
                    column.stream().filter(line -> line.right() >= reached).count();
            double words = column.stream()
                    .mapToInt(line -> Texts.words(line.text()))
                    .average()
                    .orElse(0);
            return column.size() >= FEWEST_LINES && filled >= FILLED_LINES * column.size() && words >= FEWEST_WORDS;
        }

        /** As the rows of a table do. */
        private boolean startsTogether() {
            List<Double> ofLeft = paragraphs(left);
            List<Double> ofRight = paragraphs(right);
            long together = ofLeft.stream()
                    .filter(y -> ofRight.stream().anyMatch(other -> Math.abs(y - other) < SAME_HEIGHT))
                    .count();
            return 2 * together > Math.min(ofLeft.size(), ofRight.size());
        }

        /** The heights at which paragraphs start, but for the first. */
        private static List<Double> paragraphs(List<PdfLine> column) {
            double end = column.stream().mapToDouble(PdfLine::right).max().orElse(0);
            List<Double> starts = new ArrayList<>();
            for (int i = 1; i < column.size(); i++) {
                PdfLine before = column.get(i - 1);
                PdfLine line = column.get(i);
                boolean apart = line.y() - before.y() > PARAGRAPH_GAP * before.size();
                boolean endsEarly = Texts.endsSentence(before.text()) && before.right() < end - 6 * before.size();
                if (apart || endsEarly) {
                    starts.add(line.y());
                }
            }
            return starts;
        }
    }

    private static Optional<Columns> startingAt(List<PdfLine> lines, int start) {
        PdfLine first = lines.get(start);
        List<PdfLine.Chunk> chunks = first.chunks();
        for (int i = 1; i < chunks.size() && first.cell().isEmpty(); i++) {
            double gutter = (chunks.get(i - 1).right() + chunks.get(i).left()) / 2;
            Columns columns = around(gutter, lines, start);
            if (columns.isRunningText()) {
                return Optional.of(columns);
            }
        }
        return Optional.empty();
    }

    private static Columns around(double gutter, List<PdfLine> lines, int start) {
        List<PdfLine> left = new ArrayList<>();
        List<PdfLine> right = new ArrayList<>();
        int end = start;
        while (end < lines.size() && (end == start || goesOn(lines.get(end - 1), lines.get(end), gutter))) {
            PdfLine line = lines.get(end);
            line.within(0, gutter).ifPresent(left::add);
            line.within(gutter, Double.MAX_VALUE).ifPresent(right::add);
            end++;
        }
        return new Columns(end - start, left, right);
    }

    private static boolean goesOn(PdfLine before, PdfLine line, double gutter) {
        return line.page() == before.page()
                && line.cell().isEmpty()
                && line.y() - before.y() < WIDEST_GAP * before.size()
                && line.chunks().stream().noneMatch(chunk -> chunk.left() < gutter && chunk.right() > gutter);
    }
}
