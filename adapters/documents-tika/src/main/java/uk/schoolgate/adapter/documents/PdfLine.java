package uk.schoolgate.adapter.documents;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A line on a page of a PDF.
 *
 * @param page page number from 1
 * @param top distance of its baseline from the top of the page, as a share of the page's height
 * @param y distance of its baseline from the top, in points
 * @param size size of its letters in points
 * @param bold whether all of it is bold
 * @param cell the cell of a table that it stands in
 * @param chunks its words, parted where there is a wide gap, left to right
 */
record PdfLine(
        int page, double top, double y, double size, boolean bold, Optional<PdfRulings.Cell> cell, List<Chunk> chunks) {
    /**
     * Words that stand together.
     *
     * @param left left edge in points
     * @param right right edge in points
     * @param size size of its letters in points
     * @param bold whether all of it is bold
     */
    record Chunk(double left, double right, double size, boolean bold, String text) {}

    /** A line of these chunks, set as they are. */
    static PdfLine of(int page, double top, double y, Optional<PdfRulings.Cell> cell, List<Chunk> chunks) {
        double size = chunks.stream().mapToDouble(Chunk::size).max().orElse(0);
        return new PdfLine(page, top, y, size, chunks.stream().allMatch(Chunk::bold), cell, chunks);
    }

    /** What of it stands between two places, if anything does. */
    Optional<PdfLine> within(double from, double to) {
        List<Chunk> inside = chunks.stream()
                .filter(chunk -> chunk.left() >= from && chunk.right() <= to)
                .toList();
        return inside.isEmpty() ? Optional.empty() : Optional.of(of(page, top, y, cell, inside));
    }

    String text() {
        return chunks.stream().map(Chunk::text).collect(Collectors.joining(" "));
    }

    double left() {
        return chunks.getFirst().left();
    }

    double right() {
        return chunks.getLast().right();
    }
}
