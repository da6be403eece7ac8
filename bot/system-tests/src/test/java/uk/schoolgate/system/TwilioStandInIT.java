package uk.schoolgate.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The tools that play Twilio are themselves right: signatures as documented, and a load whose figures can be believed. */
class TwilioStandInIT {
    @Test
    void signaturesAreThoseOfTwiliosOwnExample() {
        SortedMap<String, String> form = new TreeMap<>();
        form.put("CallSid", "CA1234567890ABCDE");
        form.put("Caller", "+14158675309");
        form.put("Digits", "1234");
        form.put("From", "+14158675309");
        form.put("To", "+18005551212");
        assertThat(TwilioWebhooks.signatureOf("https://mycompany.com/myapp.php?foo=1&bar=2", "12345", form))
                .isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    @Test
    void theEndpointForComparisonTakesWhatIsSignedAndRefusesTheRest() throws Exception {
        try (SignatureOnlyServer server = SignatureOnlyServer.start()) {
            TwilioWebhooks webhooks = new TwilioWebhooks(server.url());
            SortedMap<String, String> form = webhooks.toPrivateLine("+447700900108", "Zoë & 50% + “x”");
            assertThat(webhooks.post(TwilioWebhooks.MESSAGES, form).statusCode())
                    .isEqualTo(204);
            String signature = TwilioWebhooks.signature(TwilioWebhooks.MESSAGES, form);
            form.put("Body", "Zoe");
            assertThat(webhooks.post(TwilioWebhooks.MESSAGES, TwilioWebhooks.encoded(form), signature)
                            .statusCode())
                    .isEqualTo(403);

            Load load =
                    Load.run(webhooks, 100, Duration.ofSeconds(1), i -> webhooks.inGroup("CH1", "+447700900108", "hi"));
            assertThat(load.refused()).isEmpty();
            assertThat(load.answered()).isEqualTo(100);
            assertThat(load.millisAt(0.5)).isPositive().isLessThanOrEqualTo(load.millisAt(0.99));
        }
    }
}
