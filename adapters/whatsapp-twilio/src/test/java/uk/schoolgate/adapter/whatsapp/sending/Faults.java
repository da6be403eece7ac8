package uk.schoolgate.adapter.whatsapp.sending;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What goes wrong with a call to Twilio, whatever the call is. */
public final class Faults {
    /**
     * For the client of a test with {@link #all()}: shorter than the slow answer, and longer than any other takes on cores
     * that have other work.
     */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int SLOW_MILLIS = 5_000;

    private Faults() {}

    /** Answers that are no answer, and none at all. */
    public static List<ResponseDefinitionBuilder> quick() {
        return List.of(
                aResponse().withStatus(500).withBody("{\"code\":20500}"),
                aResponse()
                        .withStatus(502)
                        .withHeader("Content-Type", "text/html")
                        .withBody("<html>Bad Gateway"),
                aResponse().withStatus(503),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withStatus(429).withHeader("Retry-After", "3").withBody("{\"code\":20429}"));
    }

    /** Those, and an answer that comes too late. */
    public static List<ResponseDefinitionBuilder> all() {
        List<ResponseDefinitionBuilder> all = new ArrayList<>(quick());
        all.add(aResponse().withStatus(200).withBody("{}").withFixedDelay(SLOW_MILLIS));
        return all;
    }
}
