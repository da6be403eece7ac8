package uk.schoolgate.adapter.teams.setup;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The project's icon, drawn: a school's gate, two pillars with an arch and bars. */
final class GateIcon {
    static final String ACCENT = "#1F5C4D";

    private static final int COLOUR_SIZE = 192;
    private static final int OUTLINE_SIZE = 32;

    private GateIcon() {}

    /** White on a full square of the accent colour, 192×192. */
    static byte[] colour() {
        return png(COLOUR_SIZE, Color.decode(ACCENT), 0.26, 0.05f);
    }

    /** White on nothing, 32×32. */
    static byte[] outline() {
        return png(OUTLINE_SIZE, new Color(0, true), 0.08, 0.0625f);
    }

    private static byte[] png(int size, Color background, double margin, float stroke) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(background);
            graphics.fillRect(0, 0, size, size);
            graphics.setColor(Color.WHITE);
            graphics.setStroke(new BasicStroke(size * stroke, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            draw(graphics, size * margin, size * (1 - 2 * margin));
        } finally {
            graphics.dispose();
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param at left and upper edge; {@code side} is the length of the square to draw in */
    private static void draw(Graphics2D graphics, double at, double side) {
        double bottom = at + side;
        double shoulder = at + side * 0.42;
        graphics.draw(new Line2D.Double(at, at + side * 0.2, at, bottom));
        graphics.draw(new Line2D.Double(at + side, at + side * 0.2, at + side, bottom));
        graphics.draw(new Arc2D.Double(at, at + side * 0.06, side, side * 0.72, 0, 180, Arc2D.OPEN));
        graphics.draw(new Line2D.Double(at, at + side * 0.78, at + side, at + side * 0.78));
        for (int bar = 1; bar <= 3; bar++) {
            double x = at + side * bar / 4;
            double top = bar == 2 ? at + side * 0.06 : shoulder - side * 0.29;
            graphics.draw(new Line2D.Double(x, top, x, bottom));
        }
    }
}
