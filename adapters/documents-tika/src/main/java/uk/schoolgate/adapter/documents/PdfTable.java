package uk.schoolgate.adapter.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Finds tables among the lines of a PDF by their columns, and reads them row by row. */
final class PdfTable {
    private static final int FEWEST_LINES = 3;
    private static final double SAME_COLUMN = 14;
    private static final double ROW_GAP = 1.35;
    private static final int FEWEST_OF_A_SENTENCE = 4;
    private static final double USUAL_LINE_HEIGHT = 1.25;

    private PdfTable() {}

    /** How many lines from there on make a table; 0 where none starts. */
    static int length(List<PdfLine> lines, int start) {
        if (cells(lines.get(start)).size() < 2) {
            return 0;
        }
        List<Double> columns = columns(lines.get(start));
        int end = start + 1;
        int wide = 1;
        while (end < lines.size() && belongs(lines.get(end), columns, lines.get(end - 1))) {
            wide += cells(lines.get(end)).size() > 1 ? 1 : 0;
            end++;
        }
        while (end > start && cells(lines.get(end - 1)).size() < 2 && !inLastColumn(lines.get(end - 1), columns)) {
            end--;
        }
        return wide >= FEWEST_LINES ? end - start : 0;
    }

    private static boolean belongs(PdfLine line, List<Double> columns, PdfLine before) {
        List<PdfLine.Chunk> cells = cells(line);
        boolean near = line.page() == before.page()
                && line.y() - before.y() < 4 * USUAL_LINE_HEIGHT * Math.max(1, line.size());
        List<Integer> in = cells.stream().map(cell -> columnOf(cell, columns)).toList();
        boolean inColumns = in.getFirst() >= 0 && in.stream().distinct().count() == in.size();
        boolean runsAcross = cells.size() == 1
                && cells.getFirst().right() > columns.get(1) + SAME_COLUMN
                && cells.getFirst().left() < columns.get(1) - SAME_COLUMN;
        return near && inColumns && !runsAcross;
    }

    private static boolean inLastColumn(PdfLine line, List<Double> columns) {
        return columnOf(cells(line).getFirst(), columns) == columns.size() - 1;
    }

    private static List<Double> columns(PdfLine line) {
        return cells(line).stream().map(PdfLine.Chunk::left).toList();
    }

    private static int columnOf(PdfLine.Chunk cell, List<Double> columns) {
        for (int i = columns.size() - 1; i >= 0; i--) {
            if (cell.left() >= columns.get(i) - SAME_COLUMN) {
                return i;
            }
        }
        return -1;
    }

    /** The chunks of a line, with a bullet put back in front of its text. */
    private static List<PdfLine.Chunk> cells(PdfLine line) {
        List<PdfLine.Chunk> cells = new ArrayList<>();
        for (PdfLine.Chunk chunk : line.chunks()) {
            if (!cells.isEmpty() && isSign(cells.getLast().text())) {
                PdfLine.Chunk sign = cells.removeLast();
                cells.add(new PdfLine.Chunk(
                        sign.left(), chunk.right(), chunk.size(), chunk.bold(), sign.text() + " " + chunk.text()));
            } else {
                cells.add(chunk);
            }
        }
        return cells;
    }

    private static boolean isSign(String text) {
        return text.length() <= 5
                && Marker.of(text + " x").isPresent()
                && Marker.of(text).isEmpty();
    }

    static List<Block> rows(List<PdfLine> lines) {
        List<Double> columns = columns(lines.getFirst());
        List<Block> rows = new ArrayList<>();
        List<StringBuilder> cells = emptyRow(columns.size());
        PdfLine before = lines.getFirst();
        boolean header = before.bold();
        for (int i = 0; i < lines.size(); i++) {
            PdfLine line = lines.get(i);
            if (i > 0 && startsRow(line, before, columns)) {
                rows.add(row(header && rows.isEmpty(), cells, before.page()));
                cells = emptyRow(columns.size());
            }
            for (PdfLine.Chunk cell : cells(line)) {
                StringBuilder into = cells.get(Math.max(0, columnOf(cell, columns)));
                into.append(into.length() == 0 ? "" : " ").append(cell.text());
            }
            before = line;
        }
        rows.add(row(header && rows.isEmpty(), cells, before.page()));
        return rows;
    }

    private static boolean startsRow(PdfLine line, PdfLine before, List<Double> columns) {
        boolean hasFirst = columnOf(cells(line).getFirst(), columns) == 0;
        boolean hadFirst = columnOf(cells(before).getFirst(), columns) == 0;
        boolean whole = cells(line).size() == columns.size() && !isInMidSentence(line, before);
        return isApart(line, before) || (hasFirst && (!hadFirst || whole));
    }

    private static boolean isApart(PdfLine line, PdfLine before) {
        return line.y() - before.y() > ROW_GAP * USUAL_LINE_HEIGHT * Math.max(1, line.size());
    }

    /** Whether every cell goes on with a sentence of the line above. */
    private static boolean isInMidSentence(PdfLine line, PdfLine before) {
        return cells(line).stream()
                        .allMatch(cell -> Character.isLowerCase(cell.text().codePointAt(0)))
                && cells(before).stream().noneMatch(cell -> Texts.endsSentence(cell.text()))
                && cells(before).stream().allMatch(cell -> Texts.words(cell.text()) >= FEWEST_OF_A_SENTENCE);
    }

    private static List<StringBuilder> emptyRow(int columns) {
        List<StringBuilder> cells = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            cells.add(new StringBuilder());
        }
        return cells;
    }

    private static Block row(boolean header, List<StringBuilder> cells, int page) {
        return new Block.Row(header, cells.stream().map(StringBuilder::toString).toList(), OptionalInt.of(page));
    }
}
