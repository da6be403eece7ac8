package uk.schoolgate.adapter.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.builder.BotFrameworkAdapter;
import com.microsoft.bot.connector.Channels;
import com.microsoft.bot.connector.authentication.ChannelValidation;
import com.microsoft.bot.connector.authentication.ClaimsIdentity;
import com.microsoft.bot.connector.authentication.JwtTokenExtractor;
import com.microsoft.bot.connector.authentication.MicrosoftAppCredentials;
import com.microsoft.bot.connector.authentication.SimpleCredentialProvider;
import com.microsoft.bot.connector.rest.RestConnectorClient;
import com.microsoft.bot.restclient.Validator;
import com.microsoft.bot.restclient.serializer.JacksonAdapter;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.Serialization;
import com.microsoft.bot.schema.teams.TeamsChannelData;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import uk.schoolgate.adapter.teams.connector.Wire;

/**
 * Bot Builder's faults as they are, each beside where our own tests show the cure. When one of these fails, a new version
 * has mended it, and the cure can go.
 */
class TrapsTest {
    private static final ObjectMapper THEIRS = new JacksonAdapter().serializer();

    private final FakeTeams teams = new FakeTeams();

    @AfterEach
    void stop() {
        teams.close();
    }

    /** 1, cured by TimestampReader: IncomingActivitiesTest.aTimestampOfAnyFormIsTheSameMoment. */
    @Test
    void aTimestampWithoutAFractionKillsTheActivityAndOneWithMillisecondsIsMisread() throws JsonProcessingException {
        assertThatThrownBy(() -> THEIRS.readValue(
                        "{\"type\":\"message\",\"timestamp\":\"2026-11-17T08:15:00Z\"}", Activity.class))
                .isInstanceOf(JsonProcessingException.class);
        Activity read =
                THEIRS.readValue("{\"type\":\"message\",\"timestamp\":\"2026-11-17T08:15:00.123Z\"}", Activity.class);
        assertThat(read.getTimestamp().getNano()).isEqualTo(123);
    }

    /** 2, cured by Serialization.getAs: IncomingActivitiesTest.channelDataMayHoldWhatNobodyHasHeardOf. */
    @Test
    void unknownChannelDataThrows() throws JsonProcessingException {
        Activity read =
                THEIRS.readValue("{\"type\":\"message\",\"channelData\":{\"team\":{\"newKey\":1}}}", Activity.class);
        assertThatThrownBy(() -> read.getChannelData(TeamsChannelData.class))
                .isInstanceOf(JsonProcessingException.class);
        assertThat(Serialization.getAs(read.getChannelData(), TeamsChannelData.class))
                .isNotNull();
    }

    /** 5, cured by TokenGate: TokenGateTest, “never expires” and the malformed ones. */
    @Test
    void aTokenThatNeverExpiresIsTakenAndAMalformedOneThrows() {
        JwtTokenExtractor extractor = new JwtTokenExtractor(
                ChannelValidation.getTokenValidationParameters(), teams.server.baseUrl() + "/openid", List.of("RS256"));
        String endless = "Bearer "
                + teams.signing
                        .valid(teams.serviceUrl())
                        .withExpiresAt((Instant) null)
                        .sign(teams.signing.rs256());
        assertThat(extractor.getIdentity(endless, Channels.MSTEAMS).join()).isNotNull();
        assertThatThrownBy(() -> extractor.getIdentity("Bearer nonsense", Channels.MSTEAMS))
                .isNotInstanceOf(CompletionException.class);
    }

    /** Cured by OpenIdKeys: TokenGateTest, “a key endorsed for nothing”. */
    @Test
    void aKeyThatIsEndorsedForNothingIsTaken() {
        teams.publish(teams.signing.bareJwk());
        JwtTokenExtractor extractor = new JwtTokenExtractor(
                ChannelValidation.getTokenValidationParameters(),
                teams.server.baseUrl() + "/openid?bare",
                List.of("RS256"));
        teams.server.stubFor(com.github.tomakehurst.wiremock.client.WireMock.get("/openid?bare")
                .willReturn(com.github.tomakehurst.wiremock.client.WireMock.okJson(
                        "{\"jwks_uri\":\"" + teams.server.baseUrl() + "/keys\"}")));
        String header = "Bearer " + teams.signing.valid(teams.serviceUrl()).sign(teams.signing.rs256());
        assertThat(extractor.getIdentity(header, Channels.MSTEAMS).join()).isNotNull();
    }

    /** 7, cured by Connector: TeamsChannelTest.whatMayWorkLaterIsTriedOnceAndLater. */
    @Test
    void aPostIsRepeatedAtOnceOn502() {
        teams.server.stubFor(any(urlPathMatching("/connector/.*"))
                .atPriority(1)
                .willReturn(aResponse().withStatus(502)));
        RestConnectorClient client = new RestConnectorClient(teams.serviceUrl(), MicrosoftAppCredentials.empty());
        assertThatThrownBy(() -> client.getConversations()
                        .sendToConversation("a:1", new Activity(ActivityTypes.MESSAGE))
                        .join())
                .isInstanceOf(CompletionException.class);
        assertThat(teams.calls()).hasSizeGreaterThan(1);
    }

    /** Cured by TeamsBot's own adapter: IncomingActivitiesTest.theSendersLanguageDoesNotBecomeTheServersOwn. */
    @Test
    void theSendersLanguageBecomesThatOfTheWholeProcess() {
        Locale before = Locale.getDefault();
        Activity activity = new Activity(ActivityTypes.MESSAGE);
        activity.setLocale("tr-TR");
        activity.setServiceUrl(teams.serviceUrl());
        try {
            new BotFrameworkAdapter(new SimpleCredentialProvider("", ""))
                    .processActivity(
                            new ClaimsIdentity("anonymous"), activity, turn -> CompletableFuture.completedFuture(null))
                    .join();
            assertThat(Locale.getDefault()).isEqualTo(Locale.forLanguageTag("tr-TR"));
        } finally {
            Locale.setDefault(before);
        }
    }

    /** 10, cured by giving the door the raw body: TeamsIT in the system tests. */
    @Test
    void jackson3CannotReadAnActivity() {
        String body =
                "{\"type\":\"message\",\"timestamp\":\"2026-11-17T08:15:00.1234567Z\",\"from\":{\"id\":\"1\",\"x\":1}}";
        assertThatThrownBy(() -> JsonMapper.builder().build().readValue(body, Activity.class))
                .isInstanceOf(JacksonException.class);
    }

    /** Cured by Wire: TeamsChannelTest compares every call with the official description. */
    @Test
    void anEmptyFieldThatNobodyKnowsIsWritten() throws JsonProcessingException {
        Activity activity = new Activity(ActivityTypes.MESSAGE);
        assertThat(THEIRS.writeValueAsString(activity)).contains("\"properties\"");
        assertThat(Wire.mapper().writeValueAsString(activity)).doesNotContain("\"properties\"");
    }

    /** Cured by CardWriter, which makes trees: every test of TeamsChannelTest that sends a card. */
    @Test
    void aCardOfListsAndMapsCannotBeSentOnTodaysJava() {
        Activity activity = new Activity(ActivityTypes.MESSAGE);
        Attachment card = new Attachment();
        card.setContent(Map.of("body", List.of(Map.of("type", "TextBlock"))));
        activity.setAttachments(List.of(card));
        assertThatThrownBy(() -> Validator.validate(activity)).isInstanceOf(RuntimeException.class);
    }
}
