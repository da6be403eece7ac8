package uk.schoolgate.adapter.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Makes blocks out of the lines of a PDF: joins lines to paragraphs, tells headings by how they are set, and finds tables. */
final class PdfBlocks {
    private static final double HEADING_SIZE = 1.12;
    /** Lines further apart than that many line heights belong to different paragraphs. */
    private static final double PARAGRAPH_GAP = 1.45;

    /** A sentence that is not at its end goes on across a wider gap. */
    private static final double WIDE_GAP = 2.6;

    private static final double USUAL_LINE_HEIGHT = 1.25;
    /** A longer bold line in mid-sentence is emphasis, no heading. */
    private static final int LONGEST_BOLD_HEADING = 8;

    private static final int LEVELS_BY_SIZE = 4;
    private static final int LEVEL_BOLD = 6;

    private final List<Block> blocks = new ArrayList<>();
    private final double bodySize;
    private final Hyphens hyphens;
    private final List<Double> headingSizes;
    private final List<PdfLine> open = new ArrayList<>();

    private PdfBlocks(double bodySize, List<Double> headingSizes, Hyphens hyphens) {
        this.bodySize = bodySize;
        this.hyphens = hyphens;
        this.headingSizes = headingSizes;
    }

    private PdfBlocks(List<PdfLine> lines) {
        this.bodySize = bodySize(lines);
        this.hyphens = Hyphens.of(lines.stream().map(PdfLine::text).toList());
        this.headingSizes = new ArrayList<>(new TreeSet<>(lines.stream()
                        .map(line -> (double) Math.round(line.size()))
                        .filter(size -> size >= bodySize * HEADING_SIZE)
                        .toList())
                .descendingSet());
    }

    static List<Block> of(List<PdfLine> lines) {
        PdfBlocks reader = new PdfBlocks(lines);
        int i = 0;
        while (i < lines.size()) {
            int grid = PdfGrid.length(lines, i);
            int table = grid > 0 ? 0 : PdfTable.length(lines, i);
            if (grid > 0) {
                reader.close();
                reader.blocks.addAll(PdfGrid.blocks(lines.subList(i, i + grid), reader::proseOf));
                i += grid;
            } else if (table > 0) {
                reader.close();
                reader.blocks.addAll(PdfTable.rows(lines.subList(i, i + table)));
                i += table;
            } else {
                reader.line(lines.get(i));
                i++;
            }
        }
        reader.close();
        return reader.blocks;
    }

    /** The blocks of lines that stand by themselves, such as those of a cell. */
    private List<Block> proseOf(List<PdfLine> lines) {
        PdfBlocks reader = new PdfBlocks(bodySize, headingSizes, hyphens);
        lines.forEach(reader::line);
        reader.close();
        return reader.blocks;
    }

    /** The size in which most letters are set. */
    private static double bodySize(List<PdfLine> lines) {
        Map<Double, Integer> letters = new HashMap<>();
        lines.forEach(line ->
                letters.merge((double) Math.round(line.size()), line.text().length(), Integer::sum));
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0.0);
    }

    private void line(PdfLine line) {
        if (!open.isEmpty() && !continues(open.getLast(), line)) {
            close();
        }
        open.add(line);
    }

    private boolean continues(PdfLine before, PdfLine line) {
        boolean open = !Texts.endsSentence(before.text()) && isContinuation(line.text());
        boolean emphasis = open
                && Texts.words(before.text()) > LONGEST_BOLD_HEADING
                && Math.round(before.size()) == Math.round(line.size());
        if (startsItem(line) || (isSetAsHeading(before) != isSetAsHeading(line) && !emphasis)) {
            return false;
        }
        if (before.page() != line.page() || line.y() < before.y()) {
            return open;
        }
        if (isSetAsHeading(line) && Math.abs(before.size() - line.size()) > 1) {
            return false;
        }
        double gap = (line.y() - before.y()) / (USUAL_LINE_HEIGHT * Math.max(1, line.size()));
        return gap < (open ? WIDE_GAP : PARAGRAPH_GAP) && !endsEarly(before, line);
    }

    /** A line that cannot start a paragraph. */
    private static boolean isContinuation(String text) {
        return Character.isLowerCase(text.charAt(0)) || text.matches("\\d{4}");
    }

    /** A sentence that ends well before the margin ends its paragraph. */
    private static boolean endsEarly(PdfLine before, PdfLine line) {
        boolean early = before.right() < line.right() - 6 * line.size();
        return early && Texts.endsSentence(before.text());
    }

    private static boolean startsItem(PdfLine line) {
        return Marker.of(line.text()).isPresent();
    }

    private boolean isSetAsHeading(PdfLine line) {
        return line.size() >= bodySize * HEADING_SIZE || line.bold();
    }

    private void close() {
        if (open.isEmpty()) {
            return;
        }
        PdfLine first = open.getFirst();
        String text = hyphens.join(open.stream().map(PdfLine::text).toList());
        OptionalInt page = OptionalInt.of(first.page());
        Optional<Marker> marker = Marker.of(text);
        boolean bullet =
                marker.filter(sign -> sign.kind() == Marker.Kind.BULLET).isPresent();
        if (!bullet && isSetAsHeading(first) && Texts.looksLikeHeading(text) && Texts.hasLetters(text)) {
            blocks.add(new Block.Heading(level(first), text));
        } else if (marker.isEmpty()) {
            blocks.add(new Block.Paragraph("", text, page));
        } else {
            blocks.add(
                    marker.get().kind() == Marker.Kind.CLAUSE
                            ? new Block.Paragraph(
                                    marker.get().sign(), marker.get().rest(), page)
                            : new Block.Item(
                                    0, marker.get().sign(), marker.get().rest(), page));
        }
        open.clear();
    }

    private int level(PdfLine line) {
        int rank = headingSizes.indexOf((double) Math.round(line.size()));
        return rank < 0 ? LEVEL_BOLD : Math.min(rank, LEVELS_BY_SIZE) + 1;
    }
}
