package uk.schoolgate.adapter.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens with real signatures, whose keys a local OpenID metadata server publishes: only the valid one gets in. */
class TokenGateTest {
    private static final Signing UNENDORSED = Signing.withKey("unendorsed");
    private static final Signing OTHER_CHANNEL = Signing.withKey("other-channel");
    private static final Signing SHORT_KEY = Signing.withKey("short", 1024);
    private static final Signing STRANGER = Signing.withKey("stranger");
    private static final Signing IMPOSTOR = Signing.withKey("key-1");
    private static final String ELSEWHERE = "https://attacker.example/";

    private static FakeTeams teams;

    @BeforeAll
    static void start() {
        teams = new FakeTeams();
        teams.publish(
                teams.signing.jwk("msteams"),
                UNENDORSED.bareJwk(),
                OTHER_CHANNEL.jwk("webchat"),
                SHORT_KEY.jwk("msteams"),
                "{\"kty\":\"nonsense\"}");
    }

    @AfterAll
    static void stop() {
        teams.close();
    }

    private static String message() {
        return teams.inChannel("message", "\"text\":\"hello\"");
    }

    @Test
    void theValidTokenGetsIn() {
        int before = teams.intake.taken().size();
        assertThat(teams.send(message().replace("1612289992105\",\"channelId", "valid-1\",\"channelId"))
                        .status())
                .isEqualTo(200);
        assertThat(teams.intake.taken()).hasSize(before + 1);
    }

    @Test
    void aClockThatIsFourMinutesOffIsForgiven() {
        String late = teams.signing.header(
                teams.serviceUrl(), token -> token.withExpiresAt(Instant.now().minusSeconds(240)));
        String early = teams.signing.header(
                teams.serviceUrl(), token -> token.withNotBefore(Instant.now().plusSeconds(240)));
        assertThat(teams.send(late, message()).status()).isEqualTo(200);
        assertThat(teams.send(early, message()).status()).isEqualTo(200);
    }

    private static String ours(UnaryOperator<JWTCreator.Builder> change) {
        return teams.signing.header(teams.serviceUrl(), change);
    }

    private static String by(Signing signing) {
        return signing.header(teams.serviceUrl(), UnaryOperator.identity());
    }

    private static String valid() {
        return ours(UnaryOperator.identity());
    }

    private static String signedBy(Algorithm algorithm) {
        return "Bearer " + teams.signing.valid(teams.serviceUrl()).sign(algorithm);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String withoutExpiry() {
        return "Bearer "
                + JWT.create()
                        .withKeyId("key-1")
                        .withIssuer(Signing.ISSUER)
                        .withAudience(FakeTeams.APP_ID)
                        .withClaim("serviceurl", teams.serviceUrl())
                        .sign(teams.signing.rs256());
    }

    private static String flipped(String header) {
        char last = header.charAt(header.length() - 10);
        return header.substring(0, header.length() - 10)
                + (last == 'A' ? 'B' : 'A')
                + header.substring(header.length() - 9);
    }

    private static String withOtherPayload(String header, String json) {
        return header.replaceFirst("\\.[^.]*\\.", "." + encoded(json) + ".");
    }

    static List<Arguments> badTokens() {
        String payload = "{\"iss\":\"%s\",\"aud\":\"%s\",\"exp\":%d,\"serviceurl\":\"%s\"}"
                .formatted(
                        Signing.ISSUER,
                        FakeTeams.APP_ID,
                        Instant.now().plusSeconds(600).getEpochSecond(),
                        teams.serviceUrl());
        List<Arguments> cases = new ArrayList<>();
        cases.add(Arguments.of("none at all", null, 401));
        cases.add(Arguments.of("an empty header", "", 401));
        cases.add(Arguments.of("only the word", "Bearer ", 401));
        cases.add(Arguments.of("another scheme", "Basic dXNlcjpwYXNz", 401));
        cases.add(Arguments.of("no token but a word", "Bearer nonsense", 401));
        cases.add(Arguments.of("three parts that are no JSON", "Bearer abc.def.ghi", 401));
        for (String json : List.of("null", "[]", "1", "{\"kid\":null}", "{}")) {
            cases.add(Arguments.of(
                    "header and payload that are " + json,
                    "Bearer " + encoded(json) + "." + encoded(json) + ".AAAA",
                    401));
        }
        cases.add(Arguments.of("a payload that is null", withOtherPayload(valid(), "null"), 401));
        cases.add(Arguments.of(
                "a header that is null", "Bearer " + encoded("null") + valid().replaceFirst("[^.]*", ""), 401));
        cases.add(Arguments.of("two tokens in one", valid() + " " + valid().substring(7), 401));
        cases.add(Arguments.of("cut short", valid().substring(0, valid().length() / 2), 401));
        cases.add(Arguments.of("without its signature", valid().replaceFirst("\\.[^.]*$", "."), 401));
        cases.add(Arguments.of("a changed signature", flipped(valid()), 401));
        cases.add(Arguments.of("a changed payload", withOtherPayload(valid(), payload), 401));
        cases.add(Arguments.of("far too long", "Bearer " + "a".repeat(20_000) + ".b.c", 401));
        cases.add(Arguments.of(
                "expired", ours(token -> token.withExpiresAt(Instant.now().minusSeconds(3600))), 401));
        cases.add(Arguments.of("never expires", withoutExpiry(), 401));
        cases.add(Arguments.of(
                "not valid before tomorrow",
                ours(token -> token.withNotBefore(Instant.now().plus(Duration.ofDays(1)))),
                401));
        cases.add(Arguments.of(
                "issued in the future",
                ours(token -> token.withIssuedAt(Instant.now().plus(Duration.ofDays(1)))),
                401));
        cases.add(Arguments.of("another issuer", ours(token -> token.withIssuer("https://attacker.example")), 401));
        cases.add(Arguments.of(
                "the emulator's issuer",
                ours(token -> token.withIssuer("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")),
                401));
        cases.add(Arguments.of(
                "a token of our own tenant's users",
                ours(token -> token.withIssuer("https://login.microsoftonline.com/" + FakeTeams.TENANT + "/v2.0")),
                401));
        cases.add(Arguments.of("another bot's", ours(token -> token.withAudience("other-app")), 403));
        cases.add(Arguments.of("no audience", ours(token -> token.withAudience((String[]) null)), 403));
        cases.add(Arguments.of("an unknown key", by(STRANGER), 401));
        cases.add(Arguments.of("our key's id on another key", by(IMPOSTOR), 401));
        cases.add(Arguments.of("a key endorsed for nothing", by(UNENDORSED), 401));
        cases.add(Arguments.of("a key endorsed for another channel", by(OTHER_CHANNEL), 401));
        cases.add(Arguments.of("a key that is too short", by(SHORT_KEY), 401));
        cases.add(Arguments.of(
                "algorithm none",
                "Bearer " + encoded("{\"alg\":\"none\",\"typ\":\"JWT\",\"kid\":\"key-1\"}") + "." + encoded(payload)
                        + ".x",
                401));
        cases.add(Arguments.of(
                "HS256 with the public key as its secret",
                signedBy(Algorithm.HMAC256(teams.signing.publicKey().getEncoded())),
                401));
        cases.add(Arguments.of("RS512", signedBy(teams.signing.rs512()), 401));
        cases.add(Arguments.of("no serviceurl", ours(token -> token.withClaim("serviceurl", (String) null)), 403));
        cases.add(Arguments.of("another serviceurl", ours(token -> token.withClaim("serviceurl", ELSEWHERE)), 403));
        return cases;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void everyOtherTokenIsRefused(String what, String header, int status) {
        int before = teams.intake.taken().size();
        assertThat(teams.send(header, message()).status()).as(what).isEqualTo(status);
        assertThat(teams.intake.taken()).hasSize(before);
    }

    /** Bot Builder would fetch keys for whatever issuer a token names. */
    @Test
    void noKeyIsFetchedForWhatIsRefusedBeforeItsSignatureCounts() {
        try (FakeTeams fresh = new FakeTeams()) {
            String body = fresh.inChannel("message", "\"text\":\"hello\"");
            for (UnaryOperator<JWTCreator.Builder> change : List.<UnaryOperator<JWTCreator.Builder>>of(
                    token -> token.withIssuer("https://sts.windows.net/" + FakeTeams.TENANT + "/"),
                    token -> token.withIssuer("https://login.microsoftonline.com/" + FakeTeams.TENANT + "/v2.0"),
                    token -> token.withIssuer(ELSEWHERE),
                    token -> token.withIssuer((String) null))) {
                assertThat(fresh.send(fresh.signing.header(fresh.serviceUrl(), change), body)
                                .status())
                        .isEqualTo(401);
            }
            assertThat(fresh.send("Bearer e30.e30.AAAA", body).status()).isEqualTo(401);
            assertThat(fresh.server.getAllServeEvents()).isEmpty();
        }
    }

    @Test
    void anotherTenantIsRefusedAndSoIsNone() {
        assertThat(teams.send(message().replace(FakeTeams.TENANT, "99999999-0000-4000-8000-000000000009"))
                        .status())
                .isEqualTo(403);
        assertThat(teams.send(message().replace("\"tenantId\"", "\"x\"").replace("\"tenant\"", "\"y\""))
                        .status())
                .isEqualTo(403);
        assertThat(teams.send(message()
                                .replace("\"tenant\":{\"id\":\"" + FakeTeams.TENANT, "\"tenant\":{\"id\":\"other"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anotherChannelIsRefused() {
        assertThat(teams.send(message().replace("\"msteams\"", "\"directline\""))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aServiceUrlOnAnUnlistedHostIsRefusedThoughTheTokenNamesIt() {
        String body = message().replace(teams.serviceUrl(), ELSEWHERE);
        assertThat(teams.send(teams.signing.header(ELSEWHERE, UnaryOperator.identity()), body)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void withoutKeysTheSenderIsAskedToTryAgainAndKeysThatWereFetchedAreKept() {
        try (FakeTeams fresh = new FakeTeams()) {
            fresh.server.resetMappings();
            String header = fresh.signing.header(fresh.serviceUrl(), UnaryOperator.identity());
            assertThat(fresh.send(header, fresh.inChannel("message", "\"text\":\"hello\""))
                            .status())
                    .isEqualTo(503);
            fresh.publish(fresh.signing.jwk("msteams"));
            fresh.clock.advance(Duration.ofSeconds(6));
            assertThat(fresh.send(header, fresh.inChannel("message", "\"text\":\"hello\""))
                            .status())
                    .isEqualTo(200);
            fresh.server.resetMappings();
            fresh.clock.advance(Duration.ofDays(2));
            assertThat(fresh.send(header, fresh.inChannel("message", "\"text\":\"hello\""))
                            .status())
                    .isEqualTo(200);
        }
    }

    /** Keys are known to have changed only when somebody shows a new one; until then the old ones are good. */
    @Test
    void whileMicrosoftHangsNobodyWhoseKeyIsKnownWaits() {
        try (FakeTeams fresh = new FakeTeams()) {
            assertThat(fresh.send(fresh.inChannel("message", "\"text\":\"hello\""))
                            .status())
                    .isEqualTo(200);
            fresh.server.stubFor(get("/openid")
                    .willReturn(com.github.tomakehurst.wiremock.client.WireMock.aResponse()
                            .withFixedDelay(20_000)));
            fresh.clock.advance(Duration.ofDays(2));
            Instant before = Instant.now();
            List<Integer> answers = java.util.stream.IntStream.range(0, 8)
                    .parallel()
                    .map(i -> fresh.send(fresh.inChannel("message", "\"text\":\"hello\""))
                            .status())
                    .boxed()
                    .toList();
            assertThat(answers).hasSize(8).containsOnly(200);
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void aMadeUpKeyWaitsForMicrosoftAShortWhileAndHoldsUpNobodyElse() throws InterruptedException {
        try (FakeTeams fresh = new FakeTeams()) {
            String body = fresh.inChannel("message", "\"text\":\"hello\"");
            assertThat(fresh.send(body).status()).isEqualTo(200);
            fresh.server.stubFor(get("/openid")
                    .willReturn(com.github.tomakehurst.wiremock.client.WireMock.aResponse()
                            .withFixedDelay(20_000)));
            fresh.clock.advance(Duration.ofMinutes(6));
            String madeUp = STRANGER.header(fresh.serviceUrl(), UnaryOperator.identity());
            List<Integer> answers = new java.util.concurrent.CopyOnWriteArrayList<>();
            List<Thread> strangers = java.util.stream.IntStream.range(0, 20)
                    .mapToObj(i -> Thread.ofPlatform()
                            .start(() -> answers.add(fresh.send(madeUp, body).status())))
                    .toList();
            Instant before = Instant.now();
            for (int i = 0; i < 20; i++) {
                assertThat(fresh.send(body).status()).isEqualTo(200);
            }
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(4));
            for (Thread stranger : strangers) {
                stranger.join();
            }
            assertThat(answers).hasSize(20).containsOnly(401, 503);
        }
    }

    /** The JDK's time-out is over once the headers are there. */
    @Test
    void keysWhoseListStallsHalfWayAreAskedForAgain() {
        try (FakeTeams fresh = new FakeTeams()) {
            String body = fresh.inChannel("message", "\"text\":\"hello\"");
            assertThat(fresh.send(body).status()).isEqualTo(200);
            Signing next = Signing.withKey("key-2");
            String header = next.header(fresh.serviceUrl(), UnaryOperator.identity());
            fresh.publish(next.jwk("msteams"));
            fresh.server.stubFor(get("/keys")
                    .willReturn(okJson("{\"keys\":[]}" + " ".repeat(1000)).withChunkedDribbleDelay(100, 200_000)));
            fresh.clock.advance(Duration.ofMinutes(6));
            Instant before = Instant.now();
            assertThat(fresh.send(header, body).status()).isEqualTo(401);
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(20));
            fresh.publish(next.jwk("msteams"));
            fresh.clock.advance(Duration.ofSeconds(6));
            assertThat(fresh.send(header, body).status()).isEqualTo(200);
        }
    }

    @Test
    void newKeysAreFetchedWhenTheyAreUsedAndMadeUpOnesDoNotMakeUsAskEachTime() {
        try (FakeTeams fresh = new FakeTeams()) {
            String body = fresh.inChannel("message", "\"text\":\"hello\"");
            assertThat(fresh.send(body).status()).isEqualTo(200);
            Signing next = Signing.withKey("key-2");
            String header = next.header(fresh.serviceUrl(), UnaryOperator.identity());
            fresh.publish(next.jwk("msteams"));
            for (int i = 0; i < 20; i++) {
                assertThat(fresh.send(header, body).status()).isEqualTo(401);
            }
            assertThat(fresh.server
                            .countRequestsMatching(com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor(
                                            com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo("/keys"))
                                    .build())
                            .getCount())
                    .isEqualTo(1);
            fresh.clock.advance(Duration.ofMinutes(6));
            assertThat(fresh.send(header, body).status()).isEqualTo(200);
        }
    }
}
