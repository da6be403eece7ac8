package uk.schoolgate.adapter.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.wording.Wording;
import uk.schoolgate.testkit.InMemoryNotebook;
import uk.schoolgate.testkit.RecordingIntake;
import uk.schoolgate.testkit.Samples;
import uk.schoolgate.testkit.SettableClock;

/** Microsoft as far as the bot sees it: keys, tokens and the Connector on WireMock, and a bot that talks to them. */
final class FakeTeams implements AutoCloseable {
    static final String APP_ID = "11111111-1111-1111-1111-111111111111";
    static final String TENANT = "7e57c0de-0000-4000-8000-000000000001";
    static final String BOT_ID = "28:" + APP_ID;
    static final String GROUP = Samples.STAFF.address();
    static final String HEAD_GUID = "aaaaaaaa-0000-4000-8000-000000000002";
    static final String TEACHER_GUID = "aaaaaaaa-0000-4000-8000-000000000001";

    private static final Signing MICROSOFT = Signing.withKey("key-1");

    final WireMockServer server = new WireMockServer(options().dynamicPort());
    final Signing signing = MICROSOFT;
    final SettableClock clock = SettableClock.onATuesday();
    final RecordingIntake intake = new RecordingIntake();
    final InMemoryNotebook notebook = new InMemoryNotebook(clock);
    private final List<ServedSchools.Served> schools;
    private final TeamsBot bot;

    FakeTeams() {
        this(false);
    }

    FakeTeams(boolean targetedMessages) {
        this(targetedMessages, List.of(new ServedSchools.Served(Samples.school(), Samples.roll())));
    }

    /** @param schools whom the bot works for, in one tenant */
    FakeTeams(boolean targetedMessages, List<ServedSchools.Served> schools) {
        this.schools = schools;
        server.start();
        publish(signing.jwk("msteams", "skype"));
        server.stubFor(post(urlPathEqualTo("/token"))
                .willReturn(okJson("{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"bot-token\"}")));
        connectorWorks();
        bot = bot(targetedMessages);
    }

    /** A bot as it is after a start: it has the notebook alone to remember by. */
    TeamsBot bot(boolean targetedMessages) {
        return new TeamsBot(
                new TeamsSettings(
                        APP_ID,
                        "secret",
                        TENANT,
                        Optional.of(URI.create(server.baseUrl() + "/openid")),
                        Optional.of(URI.create(server.baseUrl() + "/token")),
                        Set.of("localhost:" + server.port()),
                        targetedMessages),
                () -> schools,
                intake,
                notebook,
                Wording.english(),
                clock);
    }

    TeamsBot bot() {
        return bot;
    }

    void publish(String... keys) {
        server.stubFor(get("/openid").willReturn(okJson("{\"jwks_uri\":\"" + server.baseUrl() + "/keys\"}")));
        server.stubFor(get("/keys").willReturn(okJson("{\"keys\":[" + String.join(",", keys) + "]}")));
    }

    /** Every call to the Connector works. */
    void connectorWorks() {
        server.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(404)));
        server.stubFor(post(urlPathEqualTo("/connector/v3/conversations"))
                .willReturn(okJson("{\"id\":\"a:opened\"}").withStatus(201)));
        server.stubFor(post(urlPathMatching("/connector/v3/conversations/[^/]+/activities"))
                .willReturn(okJson("{\"id\":\"1700000000001\"}").withStatus(201)));
        server.stubFor(put(urlPathMatching("/connector/v3/conversations/[^/]+/activities/[^/]+"))
                .willReturn(okJson("{\"id\":\"1700000000001\"}")));
        members(
                member("29:" + TEACHER_GUID, TEACHER_GUID, "a.patel@test.example", "user", TENANT),
                member("29:head", HEAD_GUID, "HEAD@test.example", "user", TENANT));
    }

    void sendingAnswers(int status, String... headers) {
        var response = aResponse().withStatus(status).withBody("<html>not JSON</html>");
        for (int i = 0; i + 1 < headers.length; i += 2) {
            response.withHeader(headers[i], headers[i + 1]);
        }
        server.stubFor(
                any(urlMatching("/connector/v3/conversations.*")).atPriority(1).willReturn(response));
    }

    static String member(String id, String guid, String email, String role, String tenant) {
        return """
                {"id":"%s","name":"N","objectId":"%s","aadObjectId":"%s","email":"%s","userPrincipalName":"%s",\
                "tenantId":"%s","userRole":"%s"}""".formatted(id, guid, guid, email, email, tenant, role);
    }

    /** Who is in every chat. */
    void members(String... members) {
        server.stubFor(get(urlPathMatching("/connector/v3/conversations/[^/]+/pagedmembers"))
                .willReturn(okJson("{\"members\":[" + String.join(",", members) + "]}")));
        for (String member : members) {
            String guid = member.replaceFirst(".*\"aadObjectId\":\"([^\"]*)\".*", "$1");
            server.stubFor(get(urlPathMatching("/connector/v3/conversations/[^/]+/members/[^/]*" + guid))
                    .willReturn(okJson(member)));
        }
    }

    String serviceUrl() {
        return server.baseUrl() + "/connector";
    }

    TeamsDoor.Answer send(String authorization, String body) {
        return bot.door().receive(authorization, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends what Teams would, with a token that Microsoft would sign. */
    TeamsDoor.Answer send(String body) {
        return send(signing.header(serviceUrl(), UnaryOperator.identity()), body);
    }

    /** An activity in the staff's channel; what is given first replaces a field or adds one. */
    String inChannel(String type, String fields) {
        return """
                {"type":"%s","id":"1612289992105","channelId":"msteams","serviceUrl":"%s","timestamp":"2026-11-17T08:15:00Z",
                "from":{"id":"29:%s","name":"Anna Patel","aadObjectId":"%s"},
                "recipient":{"id":"%s","name":"Schoolgate"},
                "conversation":{"id":"%s;messageid=1612289992105","conversationType":"channel","isGroup":true,"tenantId":"%s"},
                "channelData":{"tenant":{"id":"%s"},"channel":{"id":"%s"},"team":{"id":"19:team@thread.tacv2"}}%s}""".formatted(
                type, serviceUrl(), TEACHER_GUID, TEACHER_GUID, BOT_ID, GROUP, TENANT, TENANT, GROUP, suffix(fields));
    }

    /** An activity in somebody's private chat with the bot. */
    String inPrivate(String type, String guid, String fields) {
        return """
                {"type":"%s","id":"f:1612289992200","channelId":"msteams","serviceUrl":"%s","timestamp":"2026-11-17T08:15:00.123Z",
                "from":{"id":"29:%s","name":"Somebody","aadObjectId":"%s"},
                "recipient":{"id":"%s","name":"Schoolgate"},
                "conversation":{"id":"a:chat-%s","conversationType":"personal","tenantId":"%s"},
                "channelData":{"tenant":{"id":"%s"}}%s}""".formatted(type, serviceUrl(), guid, guid, BOT_ID, guid, TENANT, TENANT, suffix(fields));
    }

    private static String suffix(String fields) {
        return fields.isEmpty() ? "" : "," + fields;
    }

    SchoolCode school() {
        return Samples.CODE;
    }

    /** The calls to the Connector so far, without those that only asked who somebody is, oldest first. */
    List<LoggedRequest> calls() {
        return everyCall().stream()
                .filter(request -> !request.getMethod().getName().equals("GET"))
                .toList();
    }

    /** All calls to the Connector so far, oldest first. */
    List<LoggedRequest> everyCall() {
        return server.getAllServeEvents().reversed().stream()
                .map(event -> event.getRequest())
                .filter(request -> request.getUrl().startsWith("/connector/"))
                .map(request -> LoggedRequest.createFrom(request))
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Every call that was made is one that the official description allows; where that is not here, none is looked at. */
    void closeOnceEveryCallFits() {
        try {
            ConnectorSwagger.requireFits(everyCall());
        } finally {
            close();
        }
    }
}
