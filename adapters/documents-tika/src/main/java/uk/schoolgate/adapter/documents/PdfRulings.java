package uk.schoolgate.adapter.documents;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;

/** The lines drawn on a page of a PDF, which make the cells of its tables. */
final class PdfRulings extends PDFGraphicsStreamEngine {
    /** Thinner than that a rectangle is a line; as near as that two lines are one. */
    private static final double THIN = 3;

    /** A shorter line underlines a word or ticks a box. */
    private static final double SHORTEST = 8;

    private final double height;
    private final List<Segment> drawn = new ArrayList<>();
    private final List<Segment> path = new ArrayList<>();
    private Point2D at = new Point2D.Double();

    /**
     * A straight line; y grows downwards.
     *
     * @param thin whether it is the edge of a shape that is nothing but a line
     */
    private record Segment(double x1, double y1, double x2, double y2, boolean thin) {
        boolean vertical() {
            return Math.abs(x1 - x2) < THIN && Math.abs(y1 - y2) >= SHORTEST;
        }

        boolean horizontal() {
            return Math.abs(y1 - y2) < THIN && Math.abs(x1 - x2) >= SHORTEST;
        }

        boolean spansX(double x) {
            return Math.min(x1, x2) - THIN <= x && x <= Math.max(x1, x2) + THIN;
        }

        boolean spansY(double y) {
            return Math.min(y1, y2) - THIN <= y && y <= Math.max(y1, y2) + THIN;
        }
    }

    /**
     * A cell of a table.
     *
     * @param left its left edge in points
     * @param top its upper edge in points from the top of the page
     */
    record Cell(double left, double top, double right, double bottom) {}

    private PdfRulings(PDPage page) {
        super(page);
        this.height = page.getMediaBox().getHeight();
    }

    static PdfRulings of(PDPage page) throws IOException {
        PdfRulings rulings = new PdfRulings(page);
        rulings.processPage(page);
        return rulings;
    }

    /** The cell around a point, where lines on all four sides make one and there is another beside it. */
    Optional<Cell> cellAt(double x, double y) {
        NavigableSet<Double> columns = new TreeSet<>();
        drawn.stream()
                .filter(segment -> segment.vertical() && segment.spansY(y))
                .forEach(segment -> columns.add(segment.x1()));
        Double left = columns.floor(x + 1);
        Double right = columns.higher(x + 1);
        if (left == null || right == null || columns.last() - columns.first() <= right - left + 2 * THIN) {
            return Optional.empty();
        }
        // A line that does not run from side to side underlines a word.
        NavigableSet<Double> rows = new TreeSet<>();
        drawn.stream()
                .filter(segment -> segment.horizontal() && segment.spansX(left) && segment.spansX(right))
                .forEach(segment -> rows.add(segment.y1()));
        Double top = rows.lower(y);
        Double bottom = rows.ceiling(y);
        return top == null || bottom == null
                ? Optional.empty()
                : Optional.of(new Cell(left, first(rows, top), right, bottom));
    }

    /** The lines of two borders that lie on each other are one. */
    private static double first(NavigableSet<Double> rows, double row) {
        double first = row;
        for (Double above = rows.lower(first); above != null && first - above < THIN; above = rows.lower(first)) {
            first = above;
        }
        return first;
    }

    private void add(Point2D from, Point2D to, boolean thin) {
        path.add(new Segment(from.getX(), height - from.getY(), to.getX(), height - to.getY(), thin));
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        boolean thin = p0.distance(p1) < THIN || p1.distance(p2) < THIN;
        add(p0, p1, thin);
        add(p1, p2, thin);
        add(p2, p3, thin);
        add(p3, p0, thin);
    }

    @Override
    public void moveTo(float x, float y) {
        at = new Point2D.Double(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        Point2D to = new Point2D.Double(x, y);
        add(at, to, false);
        at = to;
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        at = new Point2D.Double(x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return at;
    }

    @Override
    public void strokePath() {
        drawn.addAll(path);
        path.clear();
    }

    /** Of what is filled only lines count: the edges of a coloured ground part no cells. */
    @Override
    public void fillPath(int rule) {
        path.removeIf(segment -> !segment.thin());
        strokePath();
    }

    @Override
    public void fillAndStrokePath(int rule) {
        strokePath();
    }

    /** A path that only clips is not seen. */
    @Override
    public void endPath() {
        path.clear();
    }

    @Override
    public void closePath() {
        // The last side of a shape is seldom the only one that parts two cells.
    }

    @Override
    public void clip(int rule) {
        // What is clipped away is of no interest: only lines are read.
    }

    @Override
    public void drawImage(PDImage image) {
        // Pictures have no lines.
    }

    @Override
    public void shadingFill(COSName name) {
        // Shading has no lines.
    }
}
