package uk.schoolgate.adapter.whatsapp.media;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.door.Webhooks;

/** Attachments come from Twilio alone, and our credentials go nowhere else. */
class TwilioMediaTest {
    private static final String PATH = "/2010-04-01/Accounts/" + Webhooks.SID
            + "/Messages/MM00000000000000000000000000000001/Media/ME00000000000000000000000000000001";
    private static final String URL = "https://api.twilio.com" + PATH;
    private static final int LARGEST = 1000;

    @RegisterExtension
    static final WireMockExtension TWILIO =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @RegisterExtension
    static final WireMockExtension ELSEWHERE =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final TwilioMedia media = media(Duration.ofSeconds(20));

    private static TwilioMedia media(Duration patience) {
        return new TwilioMedia(Webhooks.account(Optional.of(URI.create(TWILIO.baseUrl())), true), LARGEST, patience);
    }

    @AfterEach
    void nobodyElseWasAsked() {
        assertThat(ELSEWHERE.getAllServeEvents()).isEmpty();
        media.close();
    }

    private static List<LoggedRequest> requests() {
        return TWILIO.getAllServeEvents().reversed().stream()
                .map(event -> event.getRequest())
                .toList();
    }

    private static String text(Fetched fetched) {
        return fetched instanceof Fetched.Content(byte[] bytes)
                ? new String(bytes, StandardCharsets.UTF_8)
                : fetched.toString();
    }

    @Test
    void itIsFetchedWithOurCredentials() {
        TWILIO.stubFor(get(urlPathEqualTo(PATH))
                .withBasicAuth(Webhooks.SID, Webhooks.TOKEN)
                .willReturn(ok("Zoë")));
        assertThat(text(media.fetch(URL))).isEqualTo("Zoë");
        assertThat(text(media.fetch(TWILIO.baseUrl() + PATH)))
                .as("as a stand-in writes it")
                .isEqualTo("Zoë");
    }

    @Test
    void theStoreOfFilesIsAskedWithoutThem() {
        TWILIO.stubFor(get(urlPathEqualTo(PATH)).willReturn(temporaryRedirect("/files/1?key=k")));
        TWILIO.stubFor(get(urlPathEqualTo("/files/1")).willReturn(ok("text")));
        assertThat(text(media.fetch(URL))).isEqualTo("text");
        assertThat(requests()).hasSize(2);
        assertThat(requests().getFirst().containsHeader("Authorization")).isTrue();
        assertThat(requests().getLast().containsHeader("Authorization")).isFalse();
    }

    @Test
    void noOtherHostIsAskedWhateverTwilioSays() {
        TWILIO.stubFor(get(urlPathEqualTo(PATH)).willReturn(temporaryRedirect(ELSEWHERE.baseUrl() + "/files/1")));
        assertThat(media.fetch(URL)).isInstanceOf(Fetched.NotNow.class);
        TWILIO.stubFor(get(urlPathEqualTo(PATH)).willReturn(temporaryRedirect("http://[::bad")));
        assertThat(media.fetch(URL)).isInstanceOf(Fetched.NotNow.class);
        TWILIO.stubFor(get(urlPathEqualTo(PATH)).willReturn(temporaryRedirect(PATH)));
        assertThat(media.fetch(URL)).as("round and round").isInstanceOf(Fetched.NotNow.class);
        assertThat(requests()).hasSize(2 + 4);
    }

    @Test
    void whatAWebhookNamesElsewhereIsNotFetched() {
        for (String url : List.of(
                ELSEWHERE.baseUrl() + PATH,
                "https://api.twilio.com.evil.example" + PATH,
                "https://api.twilio.com@evil.example" + PATH,
                "https://evil.example/?https://api.twilio.com" + PATH,
                "http://api.twilio.com" + PATH,
                "https://api.twilio.com:8443" + PATH,
                URL + "/../../../x",
                URL + "?x",
                URL.replace(Webhooks.SID, "AC00000000000000000000000000000099"),
                "file:///etc/passwd",
                "")) {
            assertThat(media.fetch(url)).as(url).isEqualTo(new Fetched.NotThere());
        }
        assertThat(requests()).isEmpty();
        assertThat(TwilioResource.at(URL.replace("api.", "api.dublin.ie1."), Webhooks.account()))
                .isPresent();
    }

    @Test
    void whereFilesMayBe() {
        TwilioAccount account = Webhooks.account();
        assertThat(List.of(
                        "https://mms.twiliocdn.com/AC1/x?Expires=1",
                        "https://media.twiliocdn.com/x",
                        "https://s3-external-1.amazonaws.com/media.twiliocdn.com/AC1/x",
                        "https://api.twilio.com:443/x"))
                .allMatch(url -> MediaHosts.mayBeAsked(URI.create(url), account));
        assertThat(List.of(
                        "http://mms.twiliocdn.com/x",
                        "https://mms.twiliocdn.com:8443/x",
                        "https://me@mms.twiliocdn.com/x",
                        "https://eviltwiliocdn.com/x",
                        "https://twiliocdn.com.evil.example/x",
                        "https://s3-external-1.amazonaws.com/other-bucket/x",
                        "https://s3.amazonaws.com/media.twiliocdn.com/x",
                        "https://169.254.169.254/latest",
                        "ftp://mms.twiliocdn.com/x",
                        "mailto:a@twiliocdn.com"))
                .noneMatch(url -> MediaHosts.mayBeAsked(URI.create(url), account));
    }

    @Test
    void noMoreIsTakenThanAllowed() {
        TWILIO.stubFor(get(urlPathEqualTo(PATH)).willReturn(ok("x".repeat(LARGEST))));
        assertThat(text(media.fetch(URL))).hasSize(LARGEST);
        TWILIO.stubFor(get(urlPathEqualTo(PATH)).willReturn(ok("x".repeat(LARGEST + 1))));
        assertThat(media.fetch(URL)).as("said beforehand").isEqualTo(new Fetched.TooLarge());
        TWILIO.stubFor(get(urlPathEqualTo(PATH))
                .willReturn(ok("x".repeat(50 * LARGEST)).withChunkedDribbleDelay(50, 100)));
        assertThat(media.fetch(URL)).as("not said beforehand").isEqualTo(new Fetched.TooLarge());
    }

    @Test
    void everyFailureIsOneAttemptAndAnAnswer() {
        TWILIO.stubFor(get(urlPathEqualTo(PATH)).willReturn(aResponse().withStatus(404)));
        assertThat(media.fetch(URL)).isEqualTo(new Fetched.NotThere());
        TWILIO.stubFor(
                get(urlPathEqualTo(PATH)).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "7")));
        assertThat(media.fetch(URL))
                .isEqualTo(new Fetched.NotNow("Twilio answered 429", Optional.of(Duration.ofSeconds(7))));
        for (int status : List.of(401, 403, 500, 502, 503)) {
            TWILIO.stubFor(get(urlPathEqualTo(PATH))
                    .willReturn(aResponse().withStatus(status).withBody("<html>")));
            assertThat(media.fetch(URL)).isEqualTo(new Fetched.NotNow("Twilio answered " + status, Optional.empty()));
        }
        assertThat(requests()).hasSize(7);
        TWILIO.stubFor(get(urlPathEqualTo(PATH)).willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
        assertThat(media.fetch(URL)).isInstanceOf(Fetched.NotNow.class);
    }

    @Test
    void aSlowAnswerIsNotWaitedForBeyondItsTime() {
        TWILIO.stubFor(get(urlPathEqualTo(PATH)).willReturn(ok("x".repeat(500)).withChunkedDribbleDelay(50, 20_000)));
        try (TwilioMedia hasty = media(Duration.ofMillis(300))) {
            assertThat(hasty.fetch(URL)).isEqualTo(new Fetched.NotNow("no answer from Twilio", Optional.empty()));
        }
    }
}
