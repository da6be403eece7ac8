package uk.schoolgate.adapter.whatsapp.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The signature against Twilio's published example and against its own validator. */
class SignatureTest {
    private static final String TOKEN = "12345";
    private static final String PUBLISHED = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    private static final byte[] CALL =
            "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212"
                    .getBytes(StandardCharsets.UTF_8);

    private static FormBody form(byte[] body) {
        return FormBody.parse(body).orElseThrow();
    }

    @Test
    void twiliosPublishedExample() {
        Signature signature = new Signature(TOKEN, "https://mycompany.com");

        assertThat(signature.matches("/myapp.php?foo=1&bar=2", form(CALL), PUBLISHED))
                .isTrue();
        assertThat(signature.matches("/myapp.php?foo=1&bar=2", form(CALL), null))
                .isFalse();
        assertThat(signature.matches("/myapp.php?foo=1&bar=2", form(CALL), "")).isFalse();
        assertThat(signature.matches("/myapp.php?bar=2&foo=1", form(CALL), PUBLISHED))
                .as("a query in another order is another URL")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://mycompany.com, true",
        "https://mycompany.com:443, true",
        "http://mycompany.com, false",
        "https://mycompany.com:8443, false",
        "https://www.mycompany.com, false",
    })
    void theConfiguredAddressDecidesWhateverAProxyShows(String publicUrl, boolean matches) {
        assertThat(new Signature(TOKEN, publicUrl).matches("/myapp.php?foo=1&bar=2", form(CALL), PUBLISHED))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"  both ends  \"",
                "Grüße, Zoë 🎒 السلام",
                "\"\"",
                "null",
                "a=b&c=d%20+",
                "\u200Ename\u202F",
            })
    void agreesWithTwiliosValidatorOnEveryCharacter(String body) {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put("Body", body);
        pairs.put("AccountSid", "AC1");
        pairs.put("From", "whatsapp:GB.a1B2");
        String uri = "/webhooks/twilio/status?school=ALD&m=a%2Fb%20c";
        FormBody form = form(Webhooks.encode(pairs));

        String ours = new Signature(TOKEN, "https://bot.example:8443").of("https://bot.example:8443" + uri, form);

        assertThat(new RequestValidator(TOKEN).validate("https://bot.example:8443" + uri, pairs, ours))
                .isTrue();
    }

    @Test
    void aRepeatedKeyCountsWithEachOfItsValues() {
        Signature signature = new Signature(TOKEN, "https://mycompany.com");
        String one = signature.of("https://mycompany.com/x", form("A=1&A=2&B=3".getBytes(StandardCharsets.UTF_8)));

        assertThat(one)
                .as("of https://mycompany.com/xA1A2B3, worked out apart from this code")
                .isEqualTo("pEftlnGsDh2v/MOv75hgMJQBoJg=")
                .isEqualTo(
                        signature.of("https://mycompany.com/x", form("B=3&A=2&A=1".getBytes(StandardCharsets.UTF_8))))
                .isNotEqualTo(
                        signature.of("https://mycompany.com/x", form("A=1&B=3".getBytes(StandardCharsets.UTF_8))));
    }
}
