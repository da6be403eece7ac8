package uk.schoolgate.adapter.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import uk.schoolgate.adapter.documents.PdfRulings.Cell;

/** Takes the lines of a PDF off its pages, with where and how they are set. */
final class PdfLines extends PDFTextStripper {
    /** A gap of that many letter sizes parts columns, whether there are space characters in it or not. */
    private static final double WIDE_GAP = 1.6;

    private static final int BOLD_WEIGHT = 600;

    private final List<PdfLine> lines = new ArrayList<>();
    private final List<Glyph> glyphs = new ArrayList<>();

    private record Glyph(String text, double left, double right, double y, double size, boolean bold) {
        boolean isSpace() {
            return text.isBlank();
        }
    }

    private PdfRulings rulings;

    private PdfLines(PDPage first) throws IOException {
        rulings = PdfRulings.of(first);
        setSortByPosition(true);
    }

    static List<PdfLine> of(PDDocument document) throws IOException {
        if (document.getNumberOfPages() == 0) {
            return List.of();
        }
        PdfLines reader = new PdfLines(document.getPage(0));
        reader.getText(document);
        return reader.lines;
    }

    @Override
    protected void startPage(PDPage page) throws IOException {
        rulings = PdfRulings.of(page);
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        for (TextPosition position : positions) {
            double size = position.getFontSizeInPt() == 0 ? position.getHeightDir() : position.getFontSizeInPt();
            glyphs.add(new Glyph(
                    String.valueOf(position.getUnicode()),
                    position.getXDirAdj(),
                    position.getXDirAdj() + position.getWidthDirAdj(),
                    position.getYDirAdj(),
                    size,
                    isBold(position.getFont())));
        }
    }

    private static boolean isBold(PDFont font) {
        String name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
        PDFontDescriptor descriptor = font.getFontDescriptor();
        boolean heavy = descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD_WEIGHT);
        return heavy || name.contains("bold") || name.contains("black") || name.contains("heavy");
    }

    @Override
    protected void writeWordSeparator() {
        if (!glyphs.isEmpty()) {
            Glyph last = glyphs.getLast();
            glyphs.add(new Glyph(" ", last.right(), last.right(), last.y(), last.size(), last.bold()));
        }
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writePageEnd() {
        endLine();
    }

    private void endLine() {
        Map<Optional<Cell>, List<Glyph>> byCell = new LinkedHashMap<>();
        Optional<Cell> last = Optional.empty();
        for (Glyph glyph : glyphs) {
            last = glyph.isSpace() ? last : rulings.cellAt(glyph.left(), glyph.y() - glyph.size() / 3);
            byCell.computeIfAbsent(last, cell -> new ArrayList<>()).add(glyph);
        }
        byCell.forEach(this::add);
        glyphs.clear();
    }

    private void add(Optional<Cell> cell, List<Glyph> line) {
        List<Glyph> printed = line.stream().filter(glyph -> !glyph.isSpace()).toList();
        if (printed.isEmpty()) {
            return;
        }
        double height = getCurrentPage().getMediaBox().getHeight();
        double y = printed.getFirst().y();
        lines.add(PdfLine.of(getCurrentPageNo(), y / height, y, cell, chunks(line)));
    }

    private static List<PdfLine.Chunk> chunks(List<Glyph> line) {
        List<PdfLine.Chunk> chunks = new ArrayList<>();
        List<Glyph> open = new ArrayList<>();
        double right = 0;
        for (Glyph glyph : line) {
            if (!glyph.isSpace() && !open.isEmpty() && glyph.left() - right > WIDE_GAP * glyph.size()) {
                chunks.add(chunk(open));
                open.clear();
            }
            if (!glyph.isSpace() || !open.isEmpty()) {
                open.add(glyph);
            }
            right = glyph.isSpace() ? right : glyph.right();
        }
        chunks.add(chunk(open));
        return chunks;
    }

    private static PdfLine.Chunk chunk(List<Glyph> glyphs) {
        List<Glyph> printed = glyphs.stream().filter(glyph -> !glyph.isSpace()).toList();
        String text = glyphs.stream()
                .map(glyph -> glyph.isSpace() ? " " : glyph.text())
                .collect(Collectors.joining());
        boolean bold =
                printed.stream().filter(glyph -> Texts.hasLetters(glyph.text())).allMatch(Glyph::bold);
        double size = printed.stream().mapToDouble(Glyph::size).max().orElse(0);
        return new PdfLine.Chunk(printed.getFirst().left(), printed.getLast().right(), size, bold, Texts.clean(text));
    }
}
