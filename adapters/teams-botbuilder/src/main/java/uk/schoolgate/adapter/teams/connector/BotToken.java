package uk.schoolgate.adapter.teams.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.connector.authentication.AppCredentials;
import com.microsoft.bot.connector.authentication.Authenticator;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import uk.schoolgate.adapter.teams.trust.PatientHttp;

/**
 * The token that the bot shows to the Connector, by client credentials at the tenant's own endpoint, as a single-tenant bot
 * must. One attempt a call: Bot Builder's own would retry for minutes while the outbox waits.
 */
public final class BotToken extends AppCredentials {
    /** The scope of calls to the Connector. */
    public static final String SCOPE = "https://api.botframework.com/.default";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration MARGIN = Duration.ofMinutes(5);
    private static final int BUSY = 429;
    private static final String TEMPORARY = "temporarily_unavailable";

    private final String password;
    private final URI issuedAt;
    private final Clock clock;
    private final ObjectMapper mapper = new ObjectMapper();
    private final PatientHttp http = new PatientHttp(PATIENCE);
    private String token = "";
    private Instant goodUntil = Instant.EPOCH;

    /**
     * @param scope what the token is to be good for
     * @param issuedAt the token endpoint
     */
    public BotToken(String appId, String password, String tenantId, String scope, URI issuedAt, Clock clock) {
        super(tenantId, scope);
        setAppId(appId);
        this.password = password;
        this.issuedAt = issuedAt;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<String> getToken() {
        try {
            return CompletableFuture.completedFuture(current());
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * The token, a new one where the last one is about to run out.
     *
     * @throws TokenRefusedException when none is issued before somebody mends the registration
     * @throws IOException when none is issued just now
     */
    public synchronized String current() throws IOException, InterruptedException {
        if (!clock.instant().isBefore(goodUntil)) {
            JsonNode issued = request();
            token = issued.path("access_token").asText();
            goodUntil = clock.instant()
                    .plusSeconds(issued.path("expires_in").asLong())
                    .minus(MARGIN);
        }
        return token;
    }

    /** The token was refused: the next call gets a new one. */
    synchronized void forget() {
        goodUntil = Instant.EPOCH;
    }

    private JsonNode request() throws IOException, InterruptedException {
        String form = Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        getAppId(),
                        "client_secret",
                        password,
                        "scope",
                        oAuthScope())
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(issuedAt)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<byte[]> response = http.send(request);
        JsonNode answer = readable(response.body());
        if (response.statusCode() != 200 || answer.path("access_token").asText().isEmpty()) {
            throw refusal(response.statusCode(), answer);
        }
        return answer;
    }

    private JsonNode readable(byte[] body) throws IOException {
        try {
            JsonNode answer = mapper.readTree(body);
            return answer == null ? mapper.createObjectNode() : answer;
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            return mapper.createObjectNode();
        }
    }

    /** What is asked wrongly stays wrong; that Entra is busy or ill does not. */
    private static IOException refusal(int status, JsonNode answer) {
        String error = plain(answer.path("error").asText());
        return status / 100 == 4 && status != BUSY && !error.isEmpty() && !TEMPORARY.equals(error)
                ? new TokenRefusedException(
                        status, error, plain(answer.path("error_codes").path(0).asText()))
                : new IOException("no token: status " + status + " " + error);
    }

    private static String plain(String code) {
        return code.replaceAll("[^A-Za-z0-9_]", "");
    }

    @Override
    protected Authenticator buildAuthenticator() {
        throw new UnsupportedOperationException("tokens come from getToken()");
    }
}
