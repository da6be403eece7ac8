package uk.schoolgate.adapter.whatsapp.sending;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.door.Webhooks;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Host;

/** That calls are really held against Twilio's descriptions; skipped where those are not here, which shows in the report. */
@EnabledIf(value = OfficialApi.IS_HERE, disabledReason = OfficialApi.NOT_HERE)
class OfficialApiTest {
    @RegisterExtension
    static final WireMockExtension TWILIO =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private TwilioApi api;

    @BeforeEach
    void start() {
        TwilioAccount account = Webhooks.account(Optional.of(URI.create(TWILIO.baseUrl())), true);
        api = new TwilioApi(account, Faults.PATIENCE.multipliedBy(10));
        TWILIO.stubFor(any(anyUrl()).willReturn(okJson("{}")));
    }

    private static List<LoggedRequest> made() {
        return TWILIO.getAllServeEvents().stream()
                .map(event -> event.getRequest())
                .toList();
    }

    @Test
    void aCallThatFitsPasses() {
        api.post(Host.API, api.ofAccount("/Messages.json"), Map.of("To", "whatsapp:+447700900131", "Body", "Hi"));
        assertThatCode(() -> OfficialApi.requireFit(made())).doesNotThrowAnyException();
    }

    @Test
    void aCallWithoutWhatItNeedsFails() {
        api.post(Host.API, api.ofAccount("/Messages.json"), Map.of("Body", "Hi"));
        assertThatThrownBy(() -> OfficialApi.requireFit(made())).hasMessageContaining("Messages.json");
    }

    @Test
    void aCallThatIsNotThereFails() {
        api.get(Host.CONVERSATIONS, "/v1/Conversation", Map.of());
        assertThatThrownBy(() -> OfficialApi.requireFit(made())).hasMessageContaining("/v1/Conversation");
    }
}
