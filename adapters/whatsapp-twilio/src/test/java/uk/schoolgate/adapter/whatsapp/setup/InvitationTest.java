package uk.schoolgate.adapter.whatsapp.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.school.SchoolCode;

class InvitationTest {
    private static final int SCALE = 8;

    @Test
    void theLinkOpensAChatWithTheHelloWritten() {
        assertThat(Invitation.link("+441632960002", new SchoolCode("ALD")))
                .isEqualTo("https://wa.me/441632960002?text=Hello%20ALD");
    }

    @Test
    void aPhoneReadsTheLinkOffTheQrCode() throws Exception {
        String link = Invitation.link("+441632960002", new SchoolCode("ALD"));
        assertThat(read(Invitation.qrCode(link))).isEqualTo(link);
    }

    /** Draws the squares of the SVG as pixels and reads them. */
    private static String read(String svg) throws Exception {
        Matcher size = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"").matcher(svg);
        assertThat(size.find()).isTrue();
        int width = Integer.parseInt(size.group(1)) * SCALE;
        int height = Integer.parseInt(size.group(2)) * SCALE;
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, 0xFFFFFF);
        Matcher square = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (square.find()) {
            int left = Integer.parseInt(square.group(1)) * SCALE;
            int top = Integer.parseInt(square.group(2)) * SCALE;
            for (int y = top; y < top + SCALE; y++) {
                Arrays.fill(pixels, y * width + left, y * width + left + SCALE, 0);
            }
        }
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                .getText();
    }
}
