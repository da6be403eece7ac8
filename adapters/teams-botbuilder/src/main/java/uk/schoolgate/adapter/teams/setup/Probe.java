package uk.schoolgate.adapter.teams.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.function.UnaryOperator;
import uk.schoolgate.adapter.teams.trust.PatientHttp;

/** Asks over HTTP, with little patience. */
final class Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PatientHttp http = new PatientHttp(PATIENCE);
    private final ObjectMapper mapper = new ObjectMapper();

    /** The status of the answer; 0 where there is none. */
    int status(URI uri, UnaryOperator<HttpRequest.Builder> request) {
        try {
            return http.send(request.apply(HttpRequest.newBuilder(uri)).build()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /**
     * The answer as JSON; an empty object where there is no body.
     *
     * @throws IOException when there is no answer, or not JSON
     */
    JsonNode json(URI uri) throws IOException {
        try {
            return parse(http.send(HttpRequest.newBuilder(uri).GET().build()).body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Reads JSON. */
    JsonNode parse(byte... json) throws IOException {
        JsonNode read = mapper.readTree(json);
        return read == null ? nothing() : read;
    }

    JsonNode nothing() {
        return mapper.createObjectNode();
    }
}
