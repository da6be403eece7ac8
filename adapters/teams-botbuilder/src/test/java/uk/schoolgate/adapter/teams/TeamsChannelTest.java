package uk.schoolgate.adapter.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Channel;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.Placement;
import uk.schoolgate.core.message.SendResult;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.testkit.ChannelContract;
import uk.schoolgate.testkit.Samples;

/** What leaves for Teams, as the Connector receives it. */
class TeamsChannelTest implements ChannelContract {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String CONCERN = "C0123456789ABCDEF";
    private static final String THREAD = FakeTeams.GROUP + ";messageid=1612289992105";

    private FakeTeams teams = new FakeTeams();

    /** The bot knows the group, and the contract's person has written to it. */
    @BeforeEach
    void meet() {
        meet(teams);
    }

    private static void meet(FakeTeams fake) {
        fake.send(fake.inChannel("message", "\"text\":\"hello\""));
        fake.send(fake.inPrivate("message", Samples.PARENT.value(), "\"text\":\"hello\""));
        fake.server.resetRequests();
    }

    @AfterEach
    void everyCallFitsTheOfficialDescription() {
        teams.closeOnceEveryCallFits();
    }

    @Test
    @EnabledIf(value = ConnectorSwagger.IS_HERE, disabledReason = ConnectorSwagger.NOT_HERE)
    void callsOfEveryKindFitTheOfficialDescription() {
        say("a/0", chatWith(Samples.HEAD), reviewCard("x"), Placement.about(CONCERN));
        say("a/1", chatWith(Samples.HEAD), Content.ofText("Thank you."), Placement.replacing(CONCERN));
        say("a/2", new Conversation.GroupChat(Platform.TEAMS, THREAD), "hello");
        assertThat(teams.everyCall())
                .extracting(call -> call.getMethod().getName())
                .contains("GET", "POST", "PUT");
        ConnectorSwagger.requireFits(teams.everyCall());
    }

    @Override
    public Channel channel() {
        return teams.bot().channel();
    }

    @Override
    public List<String> shown() {
        return teams.calls().stream().map(TeamsChannelTest::words).toList();
    }

    private static JsonNode json(LoggedRequest call) {
        try {
            return MAPPER.readTree(call.getBodyAsString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String words(LoggedRequest call) {
        JsonNode body = json(call);
        JsonNode card = card(call);
        List<String> words = new ArrayList<>(body.findValuesAsText("text"));
        card.path("actions").forEach(action -> words.add(action.path("title").asText()));
        return String.join("\n", words);
    }

    private static JsonNode card(LoggedRequest call) {
        return json(call).path("attachments").path(0).path("content");
    }

    private LoggedRequest onlyCall() {
        assertThat(teams.calls()).hasSize(1);
        return teams.calls().getFirst();
    }

    private static Conversation.PrivateChat chatWith(PersonId person) {
        return new Conversation.PrivateChat(Platform.TEAMS, person);
    }

    private SendResult say(String id, Conversation to, Content content, Placement placement) {
        return channel().deliver(new Outgoing.Chat(id, Samples.CODE, to, content, placement));
    }

    private SendResult say(String id, Conversation to, String text) {
        return say(id, to, Content.ofText(text), Placement.ALONE);
    }

    private static Content reviewCard(String quote) {
        return new Content(
                "Please look at a message",
                List.of(new Block.Text("Somebody wrote:"), new Block.Quote(quote, "")),
                List.of(
                        new Button("Hand to the school", "hand-over:" + CONCERN),
                        new Button("No action", "dismiss:" + CONCERN)));
    }

    @Test
    void anAnswerGoesIntoTheThreadItWasAskedIn() {
        assertThat(say("a/0", new Conversation.GroupChat(Platform.TEAMS, THREAD), "hello"))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(onlyCall()
                        .getUrl()
                        .replace("%3A", ":")
                        .replace("%40", "@")
                        .replace("%3B", ";")
                        .replace("%3D", "="))
                .isEqualTo("/connector/v3/conversations/" + THREAD + "/activities");
        assertThat(json(onlyCall()).path("text").asText()).isEqualTo("hello");
        assertThat(json(onlyCall()).path("textFormat").asText()).isEqualTo("plain");
        assertThat(json(onlyCall()).has("replyToId")).isFalse();
        assertThat(onlyCall().getHeader("Authorization")).isEqualTo("Bearer bot-token");
    }

    @Test
    void aCardIsAdaptive15WithExecuteAndTextForClientsWithoutCards() {
        say(
                "a/0",
                chatWith(Samples.PARENT),
                reviewCard("[a link](https://evil.example) *{{DATE(x)}}* <at>Bob</at>"),
                Placement.about(CONCERN));
        JsonNode card = card(onlyCall());
        assertThat(card.path("version").asText()).isEqualTo("1.5");
        assertThat(card.path("fallbackText").asText()).contains("Please look", "a link");
        assertThat(card.path("actions")).hasSize(2);
        assertThat(card.path("actions").path(0).path("type").asText()).isEqualTo("Action.Execute");
        assertThat(card.path("actions").path(0).path("data").path("action").asText())
                .isEqualTo("hand-over:" + CONCERN);
        assertThat(card.path("actions").path(0).path("fallback").path("type").asText())
                .isEqualTo("Action.Submit");
        // Neither Markdown nor a function of cards nor a mention is made of what people wrote.
        assertThat(card.findValuesAsText("type")).contains("TextRun").doesNotContain("TextBlock");
        assertThat(card.path("body").toString())
                .contains("[a link](https://evil.example)")
                .doesNotContain("{{DATE", "<at>");
        // What stands for the card, in a list of chats or on a client without cards, is read the same way.
        assertThat(json(onlyCall()).path("summary").asText()).contains("a link").doesNotContain("{{DATE", "<at>");
        assertThat(card.path("fallbackText").asText())
                .contains("(Hand to the school / No action)")
                .doesNotContain("{{DATE", "<at>");
    }

    /** What the card says, said once, and once more for clients without cards; the rest is a frame. */
    @Test
    void aCardIsCompact() {
        String quote = "Nobody may insult or mock a member of staff in a group chat.".repeat(5);
        say("a/0", chatWith(Samples.PARENT), reviewCard(quote), Placement.about(CONCERN));
        assertThat(onlyCall().getBody().length).isLessThan(3 * quote.length() + 2_000);
    }

    @Test
    void whatMustBeTakenOnIsUrgent() {
        Content urgent = new Content(
                "Safeguarding",
                List.of(new Block.Text("x")),
                List.of(new Button("I’ve taken it on", "take-on:" + CONCERN)));
        say("a/0", chatWith(Samples.PARENT), urgent, Placement.about(CONCERN));
        assertThat(json(onlyCall()).path("importance").asText()).isEqualTo("high");
        assertThat(json(onlyCall())
                        .path("channelData")
                        .path("notification")
                        .path("alert")
                        .asBoolean())
                .isTrue();
        assertThat(card(onlyCall()).findValuesAsText("color")).contains("Attention");
    }

    @Test
    void aDecidedCardIsReplacedForEverybodyThatHasItAndOthersAreNot() {
        say("a/0", chatWith(Samples.PARENT), reviewCard("x"), Placement.about(CONCERN));
        teams.server.stubFor(post(urlPathMatching("/connector/v3/conversations/[^/]+/activities"))
                .willReturn(okJson("{\"id\":\"1700000000002\"}").withStatus(201)));
        say("a/1", chatWith(Samples.PARENT), reviewCard("again"), Placement.about(CONCERN));
        say("b/0", chatWith(Samples.PARENT), reviewCard("other"), Placement.about("C00000000000000FF"));
        teams.server.resetRequests();
        assertThat(say("a/2", chatWith(Samples.PARENT), Content.ofText("Thank you."), Placement.replacing(CONCERN)))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(teams.calls()).hasSize(2).allSatisfy(call -> {
            assertThat(call.getMethod().getName()).isEqualTo("PUT");
            assertThat(card(call).path("body").toString()).contains("Thank you.");
            assertThat(card(call).has("actions")).isFalse();
        });
    }

    @Test
    void aRestartedBotStillReplacesTheCard() {
        say("a/0", chatWith(Samples.PARENT), reviewCard("x"), Placement.about(CONCERN));
        teams.server.resetRequests();
        SendResult result = teams.bot(false)
                .channel()
                .deliver(new Outgoing.Chat(
                        "a/2",
                        Samples.CODE,
                        chatWith(Samples.PARENT),
                        Content.ofText("Thank you."),
                        Placement.replacing(CONCERN)));
        assertThat(result).isInstanceOf(SendResult.Sent.class);
        assertThat(onlyCall().getMethod().getName()).isEqualTo("PUT");
    }

    @Test
    void whereThereIsNoCardToReplaceTheWordsAreSent() {
        say("a/2", chatWith(Samples.PARENT), Content.ofText("Thank you."), Placement.replacing(CONCERN));
        assertThat(onlyCall().getMethod().getName()).isEqualTo("POST");
    }

    @Test
    void aCardThatWasDeletedIsNotMissed() {
        say("a/0", chatWith(Samples.PARENT), reviewCard("x"), Placement.about(CONCERN));
        teams.server.stubFor(put(urlPathMatching("/connector/.*"))
                .atPriority(1)
                .willReturn(aResponse().withStatus(404)));
        assertThat(say("a/2", chatWith(Samples.PARENT), Content.ofText("Thank you."), Placement.replacing(CONCERN)))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(teams.calls().getLast().getMethod().getName()).isEqualTo("POST");
    }

    @Test
    void theSameMessageTwiceIsShownOnce() {
        say("a/0", chatWith(Samples.PARENT), "hello");
        assertThat(say("a/0", chatWith(Samples.PARENT), "hello")).isEqualTo(new SendResult.Sent("1700000000001"));
        assertThat(teams.calls()).hasSize(1);
    }

    @Test
    void aMemberOfStaffWhoNeverWroteIsFoundInTheGroupAndGetsAChat() {
        assertThat(say("a/0", chatWith(Samples.HEAD), "hello")).isInstanceOf(SendResult.Sent.class);
        LoggedRequest create = teams.calls().getFirst();
        assertThat(create.getUrl()).isEqualTo("/connector/v3/conversations");
        assertThat(json(create).path("members").path(0).path("id").asText()).isEqualTo("29:head");
        assertThat(json(create).path("tenantId").asText()).isEqualTo(FakeTeams.TENANT);
        assertThat(json(create).path("bot").path("id").asText()).isEqualTo(FakeTeams.BOT_ID);
        say("a/1", chatWith(Samples.HEAD), "again");
        assertThat(teams.calls())
                .filteredOn(call -> call.getUrl().endsWith("/conversations"))
                .hasSize(1);
    }

    @Test
    void whoIsLookedForWhileTeamsIsSilentIsWaitedForAndFoundLater() {
        teams.sendingAnswers(503);
        assertThat(say("a/0", chatWith(Samples.HEAD), "hello")).isInstanceOf(SendResult.TryLater.class);
        teams.server.resetMappings();
        teams.server.stubFor(
                post(urlPathEqualTo("/token")).willReturn(okJson("{\"expires_in\":3600,\"access_token\":\"t\"}")));
        teams.connectorWorks();
        assertThat(say("a/0", chatWith(Samples.HEAD), "hello")).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void whoIsNotInTeamsIsUnreachable() {
        assertThat(say("a/0", chatWith(Samples.CHAIR), "hello")).isInstanceOf(SendResult.Unreachable.class);
        assertThat(teams.calls()).isEmpty();
    }

    @Test
    void aGroupThatTheBotWasNeverInIsUnreachable() {
        assertThat(say("a/0", new Conversation.GroupChat(Platform.TEAMS, "19:other@thread.v2"), "hello"))
                .isInstanceOf(SendResult.Unreachable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BotNotInConversationRoster", "ConversationBlockedByUser", "BotDisabledByAdmin", "?"})
    void every403MeansUnreachable(String code) {
        teams.server.stubFor(post(urlPathMatching("/connector/.*"))
                .atPriority(1)
                .willReturn(okJson("{\"error\":{\"code\":\"" + code + "\"}}").withStatus(403)));
        assertThat(say("a/0", chatWith(Samples.PARENT), "hello")).isInstanceOf(SendResult.Unreachable.class);
        assertThat(say("a/1", chatWith(Samples.HEAD), "hello")).isInstanceOf(SendResult.Unreachable.class);
        // Whoever comes back is written to again, in a new chat.
        teams.server.resetMappings();
        FakeTeams fresh = teams;
        fresh.publish(fresh.signing.jwk("msteams"));
        fresh.server.stubFor(
                post(urlPathEqualTo("/token")).willReturn(okJson("{\"expires_in\":3600,\"access_token\":\"t\"}")));
        fresh.connectorWorks();
        assertThat(say("a/2", chatWith(Samples.HEAD), "hello")).isInstanceOf(SendResult.Sent.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 412, 429, 500, 502, 503, 504})
    void whatMayWorkLaterIsTriedOnceAndLater(int status) {
        teams.sendingAnswers(status);
        SendResult.TryLater later = (SendResult.TryLater) say("a/0", chatWith(Samples.PARENT), "hello");
        assertThat(later.notBefore().orElseThrow())
                .as("with jitter, where Teams does not say how long")
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
        assertThat(teams.calls()).hasSize(1);
    }

    @Test
    void aWaitThatTeamsAsksForIsKeptWithJitter() {
        teams.sendingAnswers(429, "Retry-After", "17");
        SendResult.TryLater later = (SendResult.TryLater) say("a/0", chatWith(Samples.PARENT), "hello");
        assertThat(later.notBefore().orElseThrow()).isBetween(Duration.ofSeconds(17), Duration.ofSeconds(22));
    }

    @Test
    void aResetConnectionIsTriedOnceAndLater() {
        teams.server.stubFor(post(urlPathMatching("/connector/.*"))
                .atPriority(1)
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(say("a/0", chatWith(Samples.PARENT), "hello")).isInstanceOf(SendResult.TryLater.class);
        assertThat(teams.calls()).hasSize(1);
    }

    @Test
    void theTokenIsAskedForWithTheClientsCredentialsOnce() {
        say("a/0", chatWith(Samples.PARENT), "hello");
        say("a/1", chatWith(Samples.PARENT), "hello again");
        List<LoggedRequest> asked = teams.server.findAll(postRequestedFor(urlPathEqualTo("/token")));
        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(request.getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
            assertThat(request.getBodyAsString().split("&"))
                    .containsExactlyInAnyOrder(
                            "grant_type=client_credentials",
                            "client_id=" + FakeTeams.APP_ID,
                            "client_secret=secret",
                            "scope=https%3A%2F%2Fapi.botframework.com%2F.default");
        });
    }

    /** The tenant's groups and private chats may be served from different places, and each keeps its own. */
    @Test
    void everyChatIsWrittenToWhereItCameFrom() {
        String second = teams.server.baseUrl() + "/connector2";
        teams.server.stubFor(post(urlPathMatching("/connector2/v3/conversations/[^/]+/activities"))
                .willReturn(okJson("{\"id\":\"1700000000009\"}").withStatus(201)));
        String body = teams.inPrivate("message", Samples.PARENT.value(), "\"text\":\"moved\"")
                .replace(teams.serviceUrl(), second);
        assertThat(teams.send(teams.signing.header(second, java.util.function.UnaryOperator.identity()), body)
                        .status())
                .isEqualTo(200);
        assertThat(say("a/0", new Conversation.GroupChat(Platform.TEAMS, THREAD), "hello"))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(say("a/1", chatWith(Samples.PARENT), "hello")).isEqualTo(new SendResult.Sent("1700000000009"));
        assertThat(onlyCall().getUrl()).startsWith("/connector/v3/conversations/19");
    }

    private void noToken(int status, String answer) {
        teams.server.stubFor(post(urlPathEqualTo("/token"))
                .atPriority(1)
                .willReturn(okJson(answer).withStatus(status)));
    }

    /** Another way is taken at once, and the office is asked to have it mended. */
    @ParameterizedTest
    @CsvSource({
        "401,invalid_client,7000222,the client secret has expired",
        "401,invalid_client,7000215,copy the Value",
        "400,unauthorized_client,700016,the tenant does not know TEAMS_APP_ID",
        "400,invalid_request,90002,there is no tenant TEAMS_TENANT_ID",
        "401,invalid_client,1234567,check TEAMS_APP_ID"
    })
    void aRegistrationThatEntraRefusesIsSomebodysToMend(int status, String error, int number, String remedy) {
        noToken(status, "{\"error\":\"%s\",\"error_codes\":[%d]}".formatted(error, number));
        for (Conversation to : List.of(
                new Conversation.GroupChat(Platform.TEAMS, THREAD), chatWith(Samples.PARENT), chatWith(Samples.HEAD))) {
            assertThat(say("a/0", to, "hello"))
                    .isInstanceOfSatisfying(
                            SendResult.NotSetUp.class,
                            notSetUp -> assertThat(notSetUp.what())
                                    .contains("Microsoft Teams", remedy)
                                    .doesNotContain("secret\""));
        }
        assertThat(sayInThread("a/1")).isInstanceOf(SendResult.TryLater.class);
        assertThat(teams.everyCall()).isEmpty();
        theRegistrationIsMended();
        assertThat(say("a/0", chatWith(Samples.PARENT), "hello")).isInstanceOf(SendResult.Sent.class);
    }

    private void theRegistrationIsMended() {
        teams.server.resetMappings();
        teams.server.stubFor(
                post(urlPathEqualTo("/token")).willReturn(okJson("{\"expires_in\":3600,\"access_token\":\"t\"}")));
        teams.connectorWorks();
    }

    private void theSecretHasExpired() {
        noToken(401, "{\"error\":\"invalid_client\",\"error_codes\":[7000222]}");
    }

    private SendResult sayInThread(String id) {
        return say(id, new Conversation.GroupChat(Platform.TEAMS, THREAD), "hello " + id);
    }

    /** What was given back to be sent once more. */
    private List<Outgoing.Chat> givenBack() {
        return teams.intake.taken().stream()
                .filter(Incoming.Returned.class::isInstance)
                .map(Incoming.Returned.class::cast)
                .map(Incoming.Returned::message)
                .toList();
    }

    /** There is no other way to a group. */
    @Test
    void whatIsForAGroupWaitsUntilTheSecretIsRenewed() {
        theSecretHasExpired();
        assertThat(say("a/0", chatWith(Samples.HEAD), "hello")).isInstanceOf(SendResult.NotSetUp.class);
        assertThat(sayInThread("a/1")).isInstanceOf(SendResult.TryLater.class);
        assertThat(givenBack()).as("the office has heard of it").isEmpty();
        theRegistrationIsMended();
        assertThat(sayInThread("a/1")).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void whereOnlyGroupsAreWrittenToTheOfficeHearsOfItOnceADayAndNothingIsLost() {
        theSecretHasExpired();
        assertThat(sayInThread("a/0")).isInstanceOf(SendResult.NotSetUp.class);
        assertThat(sayInThread("a/0")).as("after a crash").isInstanceOf(SendResult.NotSetUp.class);
        assertThat(givenBack()).extracting(Outgoing.Chat::id).containsExactly("a/0");
        assertThat(sayInThread("a/1")).isInstanceOf(SendResult.TryLater.class);
        assertThat(sayInThread("teams:again:a/0/0")).isInstanceOf(SendResult.TryLater.class);
        teams.clock.advance(Duration.ofHours(23));
        assertThat(sayInThread("a/1")).isInstanceOf(SendResult.TryLater.class);
        teams.clock.advance(Duration.ofHours(2));
        assertThat(sayInThread("a/1")).isInstanceOf(SendResult.NotSetUp.class);
        assertThat(sayInThread("teams:again:a/0/0")).isInstanceOf(SendResult.TryLater.class);
        assertThat(givenBack()).extracting(Outgoing.Chat::id).containsExactly("a/0", "a/1");
        theRegistrationIsMended();
        assertThat(sayInThread("teams:again:a/0/0")).isInstanceOf(SendResult.Sent.class);
    }

    @ParameterizedTest
    @CsvSource({
        "500,server_error",
        "503,temporarily_unavailable",
        "400,temporarily_unavailable",
        "429,throttled",
        "404,''"
    })
    void anEntraThatIsIllIsWaitedFor(int status, String error) {
        noToken(status, "{\"error\":\"%s\"}".formatted(error));
        assertThat(say("a/0", chatWith(Samples.PARENT), "hello")).isInstanceOf(SendResult.TryLater.class);
        assertThat(teams.calls()).isEmpty();
    }

    /** The place was listed when it was remembered, and is not any more. */
    @Test
    void nothingIsSentToAHostThatIsNoLongerListed() {
        WireMockServer elsewhere = new WireMockServer(options().dynamicPort());
        elsewhere.start();
        try {
            Memory memory = new Memory(teams.notebook, teams.clock);
            String serviceUrl = elsewhere.baseUrl() + "/connector";
            memory.rememberGroup(Samples.CODE, new Memory.Place(FakeTeams.GROUP, serviceUrl, FakeTeams.BOT_ID));
            memory.rememberChat(
                    Samples.CODE, Samples.PARENT.value(), new Memory.Place("a:moved", serviceUrl, FakeTeams.BOT_ID));
            for (Conversation to : List.of(
                    new Conversation.GroupChat(Platform.TEAMS, THREAD),
                    chatWith(Samples.PARENT),
                    chatWith(Samples.HEAD))) {
                assertThat(say("a/0", to, "hello")).isInstanceOf(SendResult.Unreachable.class);
            }
            assertThat(teams.bot()
                            .directory()
                            .hasOutsiders(Samples.CODE, new Conversation.GroupChat(Platform.TEAMS, THREAD)))
                    .isTrue();
            assertThat(elsewhere.getAllServeEvents()).isEmpty();
            assertThat(teams.everyCall()).isEmpty();
        } finally {
            elsewhere.stop();
        }
    }

    /** Both ways of calling: Bot Builder's client, and by hand. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRedirectTakesTheTokenNowhere(boolean targeted) {
        teams.close();
        teams = new FakeTeams(targeted);
        meet(teams);
        WireMockServer elsewhere = new WireMockServer(options().dynamicPort());
        elsewhere.start();
        try {
            teams.sendingAnswers(307, "Location", elsewhere.baseUrl() + "/connector/v3/conversations/x/activities");
            assertThat(privateWord(teams)).isNotInstanceOf(SendResult.Sent.class);
            assertThat(say("a/0", new Conversation.GroupChat(Platform.TEAMS, THREAD), "hello"))
                    .isNotInstanceOf(SendResult.Sent.class);
            assertThat(say("a/1", chatWith(Samples.HEAD), "hello")).isNotInstanceOf(SendResult.Sent.class);
            assertThat(elsewhere.getAllServeEvents()).isEmpty();
            assertThat(teams.everyCall())
                    .isNotEmpty()
                    .allSatisfy(
                            call -> assertThat(call.getHeader("Authorization")).isEqualTo("Bearer bot-token"));
        } finally {
            elsewhere.stop();
        }
    }

    @Test
    void aRefusedTokenIsReplaced() {
        teams.server.stubFor(post(urlPathMatching("/connector/.*"))
                .atPriority(1)
                .inScenario("token")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(401))
                .willSetStateTo("new"));
        say("a/0", chatWith(Samples.PARENT), "hello");
        say("a/0", chatWith(Samples.PARENT), "hello");
        teams.server.verify(2, postRequestedFor(urlPathEqualTo("/token")));
    }

    @Test
    void aCardThatIsRefusedIsSentAsText() {
        teams.server.stubFor(post(urlPathMatching("/connector/.*/activities"))
                .atPriority(1)
                .withRequestBody(com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath("$.attachments"))
                .willReturn(aResponse().withStatus(400)));
        assertThat(say("a/0", chatWith(Samples.PARENT), reviewCard("verbatim"), Placement.ALONE))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(json(teams.calls().getLast()).path("text").asText())
                .contains("verbatim", "(Hand to the school / No action)", "tell the school office");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\n", "☂", "👩", "\"\\"})
    void nothingIsLargerThanTeamsTakes(String letter) {
        String long60 = letter.repeat(60_000 / letter.getBytes(StandardCharsets.UTF_8).length);
        say("a/0", chatWith(Samples.PARENT), reviewCard(long60), Placement.ALONE);
        say("a/1", chatWith(Samples.PARENT), long60);
        assertThat(teams.calls())
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.getBody().length).isLessThanOrEqualTo(28 * 1024));
        assertThat(card(teams.calls().getFirst()).path("actions")).hasSize(2);
    }

    /** A pile-on of five messages, each edited forty times. */
    private static Content manyEdits() {
        List<Block> blocks = new ArrayList<>();
        for (int message = 0; message < 5; message++) {
            for (int edit = 0; edit <= 40; edit++) {
                blocks.add(new Block.Text("The author changed it on 17 November 2026 at 08:" + (10 + edit) + ":"));
                blocks.add(new Block.Quote("message %d, edit %d: %s".formatted(message, edit, "no ☂ ".repeat(60)), ""));
            }
        }
        return new Content("Please look at a message", blocks, reviewCard("x").buttons());
    }

    private static void isShortenedAndKeepsItsBeginning(LoggedRequest call) {
        assertThat(call.getBody().length).isBetween(20 * 1024, 28 * 1024);
        assertThat(call.getBodyAsString())
                .contains("message 0, edit 0", "The rest is kept as evidence", "Hand to the school", "No action")
                .doesNotContain("message 4, edit 40");
    }

    @Test
    void aCardOfManyEditsFitsOnEveryWayThatItGoesOut() {
        Placement about = Placement.about(CONCERN);
        assertThat(say("a/0", chatWith(Samples.PARENT), manyEdits(), about)).isInstanceOf(SendResult.Sent.class);
        assertThat(say("a/1", chatWith(Samples.PARENT), manyEdits(), Placement.replacing(CONCERN)))
                .isInstanceOf(SendResult.Sent.class);
        teams.server.stubFor(post(urlPathMatching("/connector/.*/activities"))
                .atPriority(1)
                .withRequestBody(com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath("$.attachments"))
                .willReturn(aResponse().withStatus(413)));
        assertThat(say("a/2", chatWith(Samples.PARENT), manyEdits(), about)).isInstanceOf(SendResult.Sent.class);
        assertThat(teams.calls())
                .extracting(call -> call.getMethod().getName())
                .containsExactly("POST", "PUT", "POST", "POST");
        assertThat(json(teams.calls().getLast()).path("text").asText()).contains("message 0, edit 0");
        assertThat(teams.calls()).allSatisfy(TeamsChannelTest::isShortenedAndKeepsItsBeginning);
    }

    @Test
    void aTargetedCardOfManyEditsFitsAndSoDoesWhatAnswersItsPress() {
        Conversation author = targeted(manyEdits());
        assertThat(teams.calls()).allSatisfy(TeamsChannelTest::isShortenedAndKeepsItsBeginning);
        TeamsDoor.Answer answer = pressed(author, manyEdits());
        assertThat(answer.json()).contains("application/vnd.microsoft.card.adaptive", "message 0, edit 0");
        assertThat(answer.json().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(28 * 1024);
    }

    @Test
    void anEighthSendInASecondWaits() {
        for (int i = 0; i < 7; i++) {
            assertThat(say("a/" + i, chatWith(Samples.PARENT), "hello")).isInstanceOf(SendResult.Sent.class);
        }
        assertThat(say("a/7", chatWith(Samples.PARENT), "hello"))
                .isEqualTo(new SendResult.NotTried("keeping to Teams' rate", Duration.ofSeconds(1)));
        assertThat(say("b/0", new Conversation.GroupChat(Platform.TEAMS, THREAD), "hello"))
                .isInstanceOf(SendResult.Sent.class);
        teams.clock.advance(Duration.ofSeconds(1));
        assertThat(say("a/7", chatWith(Samples.PARENT), "hello")).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void aCardThatIsSentAgainAsTextTakesAPlaceForEach() {
        teams.server.stubFor(post(urlPathMatching("/connector/.*/activities"))
                .atPriority(1)
                .withRequestBody(com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath("$.attachments"))
                .willReturn(aResponse().withStatus(400)));
        for (int i = 0; i < 3; i++) {
            assertThat(say("a/" + i, chatWith(Samples.PARENT), reviewCard("x"), Placement.ALONE))
                    .isInstanceOf(SendResult.Sent.class);
        }
        assertThat(say("a/3", chatWith(Samples.PARENT), reviewCard("x"), Placement.ALONE))
                .isInstanceOf(SendResult.NotTried.class);
        assertThat(teams.calls()).hasSize(7);
    }

    @Test
    void moreCardsThanTeamsTakesAtOnceAreReplacedInSeveralAttemptsEachOnce() {
        for (int i = 0; i < 9; i++) {
            say("a/" + i, chatWith(Samples.PARENT), reviewCard("x"), Placement.about(CONCERN));
            teams.clock.advance(Duration.ofSeconds(1));
        }
        List<String> cards = IntStream.range(0, 9).mapToObj(i -> "card-" + i).toList();
        new Memory(teams.notebook, teams.clock)
                .rememberCards(Samples.CODE, "a:chat-" + Samples.PARENT.value(), CONCERN, cards);
        teams.server.resetRequests();
        Placement over = Placement.replacing(CONCERN);
        assertThat(say("b/0", chatWith(Samples.PARENT), Content.ofText("Thank you."), over))
                .isEqualTo(new SendResult.NotTried("keeping to Teams' rate", Duration.ofSeconds(1)));
        assertThat(teams.calls()).hasSize(7);
        teams.clock.advance(Duration.ofSeconds(1));
        assertThat(say("b/0", chatWith(Samples.PARENT), Content.ofText("Thank you."), over))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(teams.calls())
                .extracting(call -> call.getUrl().replaceFirst(".*/", ""))
                .containsExactlyElementsOf(cards);
    }

    /** The JDK's time-out is over once the headers are there; everything that leaves waits for the token. */
    @Test
    void aTokenThatStallsHalfWayHoldsUpNothingForEver() {
        teams.server.stubFor(post(urlPathEqualTo("/token"))
                .atPriority(1)
                .willReturn(okJson("{\"expires_in\":3600,\"access_token\":\"t\"}" + " ".repeat(1000))
                        .withChunkedDribbleDelay(100, 200_000)));
        Channel fresh = teams.bot(false).channel();
        Outgoing.Chat message =
                new Outgoing.Chat("a/0", Samples.CODE, chatWith(Samples.PARENT), Content.ofText("hello"));
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(30), () -> fresh.deliver(message)))
                .isInstanceOf(SendResult.TryLater.class);
        teams.server.resetMappings();
        teams.connectorWorks();
        teams.server.stubFor(
                post(urlPathEqualTo("/token")).willReturn(okJson("{\"expires_in\":3600,\"access_token\":\"t\"}")));
        assertThat(fresh.deliver(message)).isInstanceOf(SendResult.Sent.class);
    }

    /** Bots that share the work share the notebook, and each knows what it has written there itself a short while ago. */
    @Test
    void aGroupThatOneBotForgotAndAnotherWasAddedToAgainIsReached() {
        String removal = teams.inChannel("installationUpdate", "\"action\":\"remove\"");
        teams.bot(false)
                .door()
                .receive(
                        teams.signing.header(teams.serviceUrl(), UnaryOperator.identity()),
                        new ByteArrayInputStream(removal.getBytes(StandardCharsets.UTF_8)));
        Conversation group = new Conversation.GroupChat(Platform.TEAMS, THREAD);
        assertThat(say("a/0", group, "hello")).isInstanceOf(SendResult.Unreachable.class);
        teams.send(teams.inChannel("installationUpdate", "\"action\":\"add\""));
        assertThat(say("a/1", group, "hello")).isInstanceOf(SendResult.Sent.class);
    }

    /** Shows a card to the author inside the group; their private chat. */
    private Conversation targeted(Content card) {
        teams.close();
        teams = new FakeTeams(true);
        meet(teams);
        teams.intake.taken().forEach(teams.bot().directory()::recognise);
        Conversation author = chatWith(new PersonId(FakeTeams.TEACHER_GUID));
        Conversation group = new Conversation.GroupChat(Platform.TEAMS, THREAD);
        say("w/0", author, card, Placement.about(CONCERN).from(group));
        assertThat(teams.calls().getFirst().getUrl()).endsWith("?isTargetedActivity=true");
        return author;
    }

    /** What a press on it is answered with while that takes its place. */
    private TeamsDoor.Answer pressed(Conversation author, Content next) {
        teams.intake.then(press -> say("w/1", author, next, Placement.replacing(CONCERN)));
        return teams.send(teams.inChannel("invoke", """
                "name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","data":{"action":"removed:%s"}}}""".formatted(CONCERN))
                .replace("\"id\":\"1612289992105\"", "\"id\":\"f:press\""));
    }

    private SendResult privateWord(FakeTeams fake) {
        PersonId author = new PersonId(FakeTeams.TEACHER_GUID);
        // The author has written in the group, so that the bot has learnt who they are.
        fake.intake.taken().forEach(fake.bot().directory()::recognise);
        fake.server.resetRequests();
        return fake.bot()
                .channel()
                .deliver(new Outgoing.Chat(
                        "w/0",
                        Samples.CODE,
                        chatWith(author),
                        Content.ofText("A private word"),
                        new Placement(
                                "", false, Optional.of(new Conversation.GroupChat(Platform.TEAMS, FakeTeams.GROUP)))));
    }

    @Test
    void thePrivateWordIsTargetedInsideTheGroupWhereThatIsOn() {
        teams.close();
        teams = new FakeTeams(true);
        meet(teams);
        assertThat(privateWord(teams)).isInstanceOf(SendResult.Sent.class);
        assertThat(onlyCall().getUrl()).contains("19:staff@thread.tacv2").endsWith("?isTargetedActivity=true");
        assertThat(json(onlyCall()).path("recipient").path("id").asText()).isEqualTo("29:" + FakeTeams.TEACHER_GUID);
        assertThat(json(onlyCall()).path("recipient").path("isTargeted").asBoolean())
                .isTrue();
    }

    /** Nothing else takes the place of what is shown in a group; the press itself has to. */
    @Test
    void aPressOnATargetedWordIsAnsweredAtOnceWithWhatTakesItsPlace() {
        Conversation author = targeted(reviewCard("x"));
        TeamsDoor.Answer answer = pressed(author, Content.ofText("Thank you."));
        assertThat(answer.json())
                .contains("application/vnd.microsoft.card.adaptive", "Thank you.")
                .doesNotContain("Hand to the school");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 429, 500, 501, 503})
    void whereTargetedMessagesDoNotWorkThePrivateChatIsUsed(int status) {
        teams.close();
        teams = new FakeTeams(true);
        meet(teams);
        teams.server.stubFor(post(urlPathMatching("/connector/.*"))
                .withQueryParam("isTargetedActivity", com.github.tomakehurst.wiremock.client.WireMock.equalTo("true"))
                .atPriority(1)
                .willReturn(aResponse().withStatus(status)));
        assertThat(privateWord(teams)).isInstanceOf(SendResult.Sent.class);
        assertThat(teams.calls().getLast().getUrl()).contains("a:opened");
    }

    @Test
    void aTargetedMessageThatMayHaveBeenShownIsNotSaidAgainElsewhere() {
        teams.close();
        teams = new FakeTeams(true);
        meet(teams);
        teams.server.stubFor(post(urlPathMatching("/connector/.*"))
                .withQueryParam("isTargetedActivity", com.github.tomakehurst.wiremock.client.WireMock.equalTo("true"))
                .atPriority(1)
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(privateWord(teams)).isInstanceOf(SendResult.TryLater.class);
        assertThat(teams.calls())
                .allSatisfy(call -> assertThat(call.getUrl()).contains("isTargeted"))
                .hasSize(1);
    }

    @Test
    void whereTargetedMessagesAreOffThePrivateChatIsUsed() {
        assertThat(privateWord(teams)).isInstanceOf(SendResult.Sent.class);
        assertThat(teams.calls()).noneSatisfy(call -> assertThat(call.getUrl()).contains("isTargeted"));
    }
}
