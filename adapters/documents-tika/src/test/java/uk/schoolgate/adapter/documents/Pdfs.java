package uk.schoolgate.adapter.documents;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** Makes PDFs for tests. */
final class Pdfs {
    private static final float SIZE = 11;

    private Pdfs() {}

    /**
     * A line at a place.
     *
     * @param y from the top of an A4 page, in points
     */
    record Line(float x, float y, float size, boolean bold, String text) {
        static Line text(float y, String text) {
            return new Line(72, y, SIZE, false, text);
        }

        static Line at(float x, float y, String text) {
            return new Line(x, y, SIZE, false, text);
        }

        static Line heading(float y, String text) {
            return new Line(72, y, 14, true, text);
        }
    }

    static Path write(Path file, List<List<Line>> pages) throws IOException {
        try (PDDocument document = document(pages)) {
            document.save(file.toFile());
        }
        return file;
    }

    /**
     * A drawn line, from one place to another.
     *
     * @param y1 from the top of the page, in points
     */
    record Rule(float x1, float y1, float x2, float y2) {}

    /** A page with lines drawn on it. */
    static Path ruled(Path file, List<Line> lines, List<Rule> rules) throws IOException {
        try (PDDocument document = document(List.of(lines))) {
            PDPage page = document.getPage(0);
            float height = page.getMediaBox().getHeight();
            try (PDPageContentStream content =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
                for (Rule rule : rules) {
                    content.moveTo(rule.x1(), height - rule.y1());
                    content.lineTo(rule.x2(), height - rule.y2());
                    content.stroke();
                }
            }
            document.save(file.toFile());
        }
        return file;
    }

    private static PDDocument document(List<List<Line>> pages) throws IOException {
        PDDocument document = new PDDocument();
        for (List<Line> lines : pages) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                for (Line line : lines) {
                    content.beginText();
                    content.setFont(
                            new PDType1Font(line.bold() ? FontName.HELVETICA_BOLD : FontName.HELVETICA), line.size());
                    content.newLineAtOffset(line.x(), page.getMediaBox().getHeight() - line.y());
                    content.showText(line.text());
                    content.endText();
                }
            }
        }
        return document;
    }

    static Path encrypted(Path file) throws IOException {
        try (PDDocument document = document(List.of(List.of(Line.text(100, "Secret"))))) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(file.toFile());
        }
        return file;
    }

    static Path scan(Path file) throws IOException {
        return withScan(file, List.of());
    }

    /** Typed pages, and behind them one that is a picture. */
    static Path withScan(Path file, List<List<Line>> pages) throws IOException {
        try (PDDocument document = document(pages)) {
            PDPage page = new PDPage();
            document.addPage(page);
            drawPicture(document, page);
            document.save(file.toFile());
        }
        return file;
    }

    /** Pages that are pictures, with something typed on each of them. */
    static Path typedOnScans(Path file, List<List<Line>> pages) throws IOException {
        try (PDDocument document = document(pages)) {
            for (PDPage page : document.getPages()) {
                drawPicture(document, page);
            }
            document.save(file.toFile());
        }
        return file;
    }

    private static void drawPicture(PDDocument document, PDPage page) throws IOException {
        BufferedImage image = new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB);
        try (PDPageContentStream content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
            content.drawImage(LosslessFactory.createFromImage(document, image), 0, 0);
        }
    }
}
