package uk.schoolgate.adapter.whatsapp.setup;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;
import uk.schoolgate.core.school.SchoolCode;

/**
 * How people get in touch with the private line, which is also how they agree to be messaged: a link, and the same as a
 * QR code for a poster. Both open WhatsApp with a hello that names the school.
 */
public final class Invitation {
    private static final int QUIET_ZONE = 4;

    private Invitation() {}

    /**
     * The link that opens WhatsApp with the hello to this school written already.
     *
     * @param number the private line, E.164
     */
    public static String link(String number, SchoolCode school) {
        return "https://wa.me/" + number.replace("+", "") + "?text=Hello%20" + school.value();
    }

    /** The link as a QR code, a picture of any size. */
    public static String qrCode(String link) {
        BitMatrix squares;
        try {
            squares = new QRCodeWriter()
                    .encode(link, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET_ZONE));
        } catch (WriterException e) {
            throw new IllegalArgumentException("the link is too long for a QR code", e);
        }
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                if (squares.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + squares.getWidth() + " "
                + squares.getHeight() + "\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\""
                + " fill=\"#fff\"/><path d=\"" + path + "\"/></svg>\n";
    }
}
