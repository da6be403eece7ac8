package uk.schoolgate.adapter.whatsapp.media;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.door.Webhooks;
import uk.schoolgate.adapter.whatsapp.sending.Faults;
import uk.schoolgate.adapter.whatsapp.sending.OfficialApi;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.message.SendResult;
import uk.schoolgate.core.message.SourceCopies;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.testkit.Samples;
import uk.schoolgate.testkit.SettableClock;

/** Twilio's own copies are erased by calls that fit Twilio's own description of its API. */
class TwilioCopiesTest {
    private static final String SM = "SM0000000000000000000000000000000a";
    private static final String MM = "MM0000000000000000000000000000000a";
    private static final String ME = "ME0000000000000000000000000000000b";
    private static final String CH = "CH0000000000000000000000000000000c";
    private static final String IM = "IM0000000000000000000000000000000d";

    @RegisterExtension
    static final WireMockExtension TWILIO =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final SettableClock clock = SettableClock.onATuesday();
    private final TwilioAccount account = Webhooks.erasing(Optional.of(URI.create(TWILIO.baseUrl())));
    private final SourceCopies copies = TwilioCopies.of(account, new TwilioApi(account, Duration.ofSeconds(20)), clock);

    @AfterEach
    void everyCallFitsTwiliosDescription() {
        OfficialApi.requireFit(requests());
    }

    private static List<LoggedRequest> requests() {
        return TWILIO.getAllServeEvents().reversed().stream()
                .map(event -> event.getRequest())
                .toList();
    }

    private static void twilioAnswers(int status, String body) {
        TWILIO.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
    }

    private static Incoming.Message message(String id, Conversation where, Media... media) {
        return new Incoming.Message(
                new EventId(id), Samples.CODE, where, Samples.REP, "Ngozi", "Hi", List.of(media), false, Samples.NOON);
    }

    private static Conversation.PrivateChat alone() {
        return new Conversation.PrivateChat(Platform.WHATSAPP, Samples.REP);
    }

    private static Media photo(String message) {
        return new Media(
                "image/jpeg",
                "https://api.twilio.com/2010-04-01/Accounts/" + Webhooks.SID + "/Messages/" + message + "/Media/" + ME);
    }

    @Test
    void whatThereIsOfAMessageIsKnownByItsIds() {
        assertThat(copies.of(message("twilio:" + MM, alone(), photo(MM))))
                .containsExactly("Messages/" + MM, "Messages/" + MM + "/Media/" + ME);
        Conversation group = new Conversation.GroupChat(Platform.WHATSAPP, CH);
        String post = "Conversations/" + CH + "/Messages/" + IM;
        Media inGroup = new Media("image/jpeg", post + "/Media/" + ME);
        assertThat(copies.of(message("twilio:" + IM, group, inGroup))).containsExactly(post);
        assertThat(copies.of(inGroup)).containsExactly(post);
        assertThat(copies.of(new Incoming.Forwarded(
                        new EventId("twilio:" + SM),
                        Samples.CODE,
                        alone(),
                        Samples.REP,
                        "Ngozi",
                        "Hi",
                        List.of(),
                        Samples.NOON)))
                .containsExactly("Messages/" + SM);
        assertThat(copies.of(message("m1", alone(), new Media("image/jpeg", "https://evil.example/x"))))
                .isEmpty();
        assertThat(copies.of(message("twilio:held:0123:4", group))).isEmpty();
    }

    @Test
    void wordsAreRedactedAndAttachmentsDeleted() {
        twilioAnswers(200, "{}");
        assertThat(copies.erase("Messages/" + SM, clock.instant())).isInstanceOf(SendResult.Sent.class);
        assertThat(requests().getLast().getUrl()).endsWith("/Messages/" + SM + ".json");
        assertThat(requests().getLast().getBodyAsString()).isEqualTo("Body=");
        twilioAnswers(204, "");
        assertThat(copies.erase("Messages/" + MM + "/Media/" + ME, clock.instant()))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(requests().getLast().getMethod().getName()).isEqualTo("DELETE");
        assertThat(requests()).hasSize(2);
    }

    @Test
    void whatWasSaidInAGroupGoesOnceTheOthersHaveIt() {
        twilioAnswers(204, "");
        String post = "Conversations/" + CH + "/Messages/" + IM;
        assertThat(copies.erase(post, clock.instant()))
                .isEqualTo(new SendResult.NotTried("Twilio may still be passing it on", Duration.ofMinutes(15)));
        assertThat(requests()).isEmpty();
        assertThat(copies.erase(post, clock.instant().minus(Duration.ofMinutes(15))))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(requests())
                .singleElement()
                .satisfies(request -> assertThat(request.getMethod().getName() + " " + request.getUrl())
                        .isEqualTo("DELETE /v1/" + post));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Messages/" + SM, "Messages/" + MM + "/Media/" + ME, "Conversations/" + CH + "/Messages/" + IM})
    void everyFailureIsOneAttemptAndWhatIsGoneIsErased(String copy) {
        SourceCopies hasty = TwilioCopies.of(account, new TwilioApi(account, Faults.PATIENCE), clock);
        Instant since = clock.instant().minus(Duration.ofDays(1));
        List<ResponseDefinitionBuilder> failures = new ArrayList<>(Faults.all());
        for (int status : List.of(400, 401, 409)) {
            failures.add(aResponse().withStatus(status).withBody("<html>"));
        }
        int calls = 0;
        for (ResponseDefinitionBuilder failure : failures) {
            TWILIO.stubFor(any(anyUrl()).willReturn(failure));
            assertThat(hasty.erase(copy, since)).isInstanceOf(SendResult.TryLater.class);
            int soFar = ++calls;
            await().untilAsserted(() -> assertThat(requests()).hasSize(soFar));
        }
        twilioAnswers(404, "{\"code\":20404}");
        assertThat(hasty.erase(copy, since)).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void aRestThatTwilioAsksForIsKept() {
        TWILIO.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "30")));
        assertThat(copies.erase("Messages/" + SM, clock.instant()))
                .isEqualTo(new SendResult.TryLater("Twilio answered 429", Optional.of(Duration.ofSeconds(30))));
    }

    @Test
    void noOtherCallCanBeMadeOfAName() {
        for (String name : List.of("Messages/" + SM + "/../../Calls", "Calls/CA1", "", "Messages/" + IM)) {
            assertThat(copies.erase(name, clock.instant())).as(name).isInstanceOf(SendResult.Unreachable.class);
        }
        assertThat(requests()).isEmpty();
    }
}
