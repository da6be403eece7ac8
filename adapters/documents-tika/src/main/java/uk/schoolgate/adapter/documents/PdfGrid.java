package uk.schoolgate.adapter.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.schoolgate.adapter.documents.PdfRulings.Cell;

/** Reads the tables of a PDF that are drawn with lines: cell by cell, whatever lines of text stand beside each other. */
final class PdfGrid {
    /** A cell with more words is prose of its own, which its row says nothing about. */
    private static final int LONGEST_CELL = 70;

    private PdfGrid() {}

    /** How many lines from there on stand in cells of one page; 0 where none does. */
    static int length(List<PdfLine> lines, int start) {
        int end = start;
        while (end < lines.size()
                && lines.get(end).cell().isPresent()
                && lines.get(end).page() == lines.get(start).page()) {
            end++;
        }
        return end - start;
    }

    /**
     * The blocks of a table.
     *
     * @param prose makes blocks of the lines of a cell that is read on its own
     */
    static List<Block> blocks(List<PdfLine> lines, Function<List<PdfLine>, List<Block>> prose) {
        List<List<List<PdfLine>>> rows = rows(lines);
        boolean isTable = rows.stream().filter(row -> row.size() > 1).count() > 1;
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<List<PdfLine>> row = rows.get(i);
            boolean header = i == 0 && row.stream().flatMap(List::stream).allMatch(PdfLine::bold);
            if (isTable && row.size() > 1 && (header || fits(row))) {
                blocks.add(new Block.Row(
                        header,
                        row.stream().map(PdfGrid::text).toList(),
                        OptionalInt.of(row.getFirst().getFirst().page())));
            } else {
                row.forEach(cell -> blocks.addAll(prose.apply(cell)));
            }
        }
        return blocks;
    }

    private static boolean fits(List<List<PdfLine>> row) {
        return row.stream().allMatch(cell -> Texts.words(text(cell)) <= LONGEST_CELL);
    }

    private static List<List<List<PdfLine>>> rows(List<PdfLine> lines) {
        Map<Long, Map<Double, List<PdfLine>>> rows = new TreeMap<>();
        for (PdfLine line : lines) {
            Optional<Cell> cell = line.cell();
            long top = cell.map(it -> Math.round(it.top())).orElse(0L);
            double left = cell.map(Cell::left).orElse(0.0);
            rows.computeIfAbsent(top, key -> new TreeMap<>())
                    .computeIfAbsent(left, key -> new ArrayList<>())
                    .add(line);
        }
        return rows.values().stream()
                .map(row -> row.values().stream().map(PdfGrid::inOrder).toList())
                .toList();
    }

    private static List<PdfLine> inOrder(List<PdfLine> cell) {
        return cell.stream().sorted(Comparator.comparingDouble(PdfLine::y)).toList();
    }

    private static String text(List<PdfLine> cell) {
        return Texts.clean(cell.stream().map(PdfLine::text).collect(Collectors.joining(" ")));
    }
}
