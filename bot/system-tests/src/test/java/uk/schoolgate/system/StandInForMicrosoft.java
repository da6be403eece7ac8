package uk.schoolgate.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Microsoft does around a bot, on this machine: publishes keys, issues tokens, says who people are, and stands in front
 * of the bot to sign what a client without tokens, such as the Agents Playground, sends.
 */
final class StandInForMicrosoft implements AutoCloseable {
    static final String APP_ID = "11111111-1111-1111-1111-111111111111";
    static final String TENANT = "7e57c0de-0000-4000-8000-000000000001";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final KeyPair keys = generated();
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String bot = "";

    StandInForMicrosoft() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.createContext("/openid", exchange -> answer(exchange, 200, "{\"jwks_uri\":\"" + url() + "/keys\"}"));
        server.createContext("/keys", exchange -> answer(exchange, 200, "{\"keys\":[" + jwk() + "]}"));
        server.createContext(
                "/token", exchange -> answer(exchange, 200, "{\"access_token\":\"bot-token\",\"expires_in\":3600}"));
        server.createContext("/api/messages", this::forward);
        server.createContext("/connector/", this::connect);
        server.start();
    }

    private static KeyPair generated() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The base URL of a Connector that has everybody in every chat, as users of the tenant. */
    String serviceUrl() {
        return url() + "/connector/";
    }

    /** How often the Connector was asked who somebody is. */
    int asked() {
        return asked.get();
    }

    private void connect(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String person = path.substring(path.lastIndexOf('/') + 1);
        if (!path.contains("/members/")) {
            answer(exchange, 404, "");
            return;
        }
        asked.incrementAndGet();
        answer(
                exchange,
                200,
                MAPPER.writeValueAsString(Map.of(
                        "id",
                        person,
                        "name",
                        "P",
                        "email",
                        person.replaceAll("\\W", "") + "@school.example",
                        "tenantId",
                        TENANT,
                        "userRole",
                        "user")));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The settings of a bot that takes this for Microsoft. */
    Map<String, String> settings(String serviceHosts) {
        return Map.of(
                "TEAMS_APP_ID",
                APP_ID,
                "TEAMS_APP_PASSWORD",
                "secret",
                "TEAMS_TENANT_ID",
                TENANT,
                "TEAMS_OPENID_METADATA",
                url() + "/openid",
                "TEAMS_TOKEN_URL",
                url() + "/token",
                "TEAMS_SERVICE_HOSTS",
                serviceHosts);
    }

    /** From now on what comes in is signed and passed on to this bot. */
    void standBefore(Bot started) {
        bot = started.url();
    }

    /** An {@code Authorization} header as Teams makes it. */
    String authorization(String serviceUrl) {
        long now = Instant.now().getEpochSecond();
        String header =
                encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"key-1\"}".getBytes(StandardCharsets.UTF_8));
        String payload = encoded(MAPPER.writeValueAsBytes(Map.of(
                "iss",
                "https://api.botframework.com",
                "aud",
                APP_ID,
                "nbf",
                now - 5,
                "exp",
                now + 3600,
                "serviceurl",
                serviceUrl)));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update((header + "." + payload).getBytes(StandardCharsets.US_ASCII));
            return "Bearer " + header + "." + payload + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String jwk() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return "{\"kty\":\"RSA\",\"kid\":\"key-1\",\"endorsements\":[\"msteams\"],\"n\":\"" + encoded(key.getModulus())
                + "\",\"e\":\"" + encoded(key.getPublicExponent()) + "\"}";
    }

    private static String encoded(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return encoded(Arrays.copyOfRange(bytes, bytes[0] == 0 ? 1 : 0, bytes.length));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void forward(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (!exchange.getRequestMethod().equals("POST") || bot.isEmpty()) {
            answer(exchange, 200, "");
            return;
        }
        String serviceUrl = MAPPER.readTree(body).path("serviceUrl").asString("");
        HttpRequest request = HttpRequest.newBuilder(URI.create(bot + "/api/messages"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Authorization", authorization(serviceUrl))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            answer(exchange, response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer(exchange, 502, "");
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
