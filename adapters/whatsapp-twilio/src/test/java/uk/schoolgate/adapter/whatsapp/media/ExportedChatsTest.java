package uk.schoolgate.adapter.whatsapp.media;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.schoolgate.adapter.whatsapp.door.Webhooks;
import uk.schoolgate.adapter.whatsapp.export.ExportSummary;
import uk.schoolgate.core.flow.DocumentReader.Reading;
import uk.schoolgate.core.flow.SchoolDesk;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.policy.Answerer;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.screening.judging.Signal;
import uk.schoolgate.core.wording.Tongue;
import uk.schoolgate.core.wording.Wording;
import uk.schoolgate.testkit.InMemoryPolicyIndex;
import uk.schoolgate.testkit.PhraseJudge;
import uk.schoolgate.testkit.Samples;
import uk.schoolgate.testkit.SettableClock;

/** A chat that somebody exports and sends to the private line: fetched, looked into, answered in a few lines. */
class ExportedChatsTest {
    private static final String PATH = "/2010-04-01/Accounts/" + Webhooks.SID
            + "/Messages/MM00000000000000000000000000000001/Media/ME00000000000000000000000000000001";
    private static final String CHAT = """
            18/03/2026, 09:00 - Ann: morning all
            19/03/2026, 09:00 - Ben: Mrs Patel is a waste of space
            """;

    @RegisterExtension
    static final WireMockExtension TWILIO =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final ExportedChats chats = new ExportedChats(new TwilioMedia(
            Webhooks.account(Optional.of(URI.create(TWILIO.baseUrl())), true),
            ExportSummary.LARGEST_FILE,
            Duration.ofSeconds(60)));

    private static SchoolDesk desk() {
        PolicyIndex policies = new InMemoryPolicyIndex(List.of());
        PhraseJudge judge = new PhraseJudge().hears("waste of space", Signal.ATTACK);
        return SchoolDesk.of(
                Samples.school(),
                Samples.roll(),
                policies,
                Samples.screener(Samples.school(Mode.WATCH), Samples.roll(), judge, policies),
                new Answerer(policies, SettableClock.onATuesday()),
                Wording.english(),
                file -> file.toString());
    }

    private static Media document(String type) {
        return new Media(type, "https://api.twilio.com" + PATH);
    }

    private Reading send(String type, byte[] content) {
        TWILIO.stubFor(get(urlPathEqualTo(PATH)).willReturn(aResponse().withBody(content)));
        return chats.read(document(type), desk());
    }

    private String answer(String type, byte[] content) {
        return send(type, content) instanceof Reading.Answered(var said) ? said.plainText() : "";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void aTextOrAZipIsReadWhateverItIsSaidToBe() throws IOException {
        byte[] zip = zip("_chat.txt", bytes(CHAT));
        for (String type : List.of("text/plain", "text/plain; charset=utf-8", "application/octet-stream")) {
            assertThat(answer(type, bytes(CHAT))).as(type).contains("2 messages", "about 1 of them", "staff: 1");
        }
        for (String type : List.of("application/zip", "application/x-zip-compressed", "text/plain")) {
            assertThat(answer(type, zip)).as(type).contains("2 messages", "I’ve kept nothing");
        }
        Reading polish = chats.read(document("text/plain"), desk().in(Tongue.POLISH));
        assertThat(((Reading.Answered) polish).answer().title()).isEqualTo("O przesłanym czacie");
    }

    @Test
    void whatIsNoChatIsDeclinedKindly() throws IOException {
        assertThat(answer("text/plain", bytes("%PDF-1.7 …"))).contains("Export chat");
        assertThat(answer("application/zip", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}))
                .contains("Export chat");
        assertThat(answer("text/plain", new byte[0])).contains("Export chat");
        assertThat(answer("application/zip", zip("inner.zip", zip("_chat.txt", bytes(CHAT)))))
                .contains("Export chat");
        int asked = TWILIO.getAllServeEvents().size();
        assertThat(answer("application/pdf", bytes(CHAT))).contains("Export chat");
        assertThat(TWILIO.getAllServeEvents()).as("not even fetched").hasSize(asked);
    }

    @Test
    void whatAnotherProgramChangedIsAskedForAnew() throws IOException {
        assertThat(answer("text/plain", CHAT.getBytes(StandardCharsets.UTF_16))).contains("another program");
        assertThat(answer("text/plain", CHAT.replace("Ann", "Zoë").getBytes(StandardCharsets.ISO_8859_1)))
                .contains("another program");
        byte[] zip = zip("_chat.txt", bytes(CHAT));
        assertThat(answer("application/zip", java.util.Arrays.copyOf(zip, zip.length / 2)))
                .contains("damaged");
    }

    @Test
    void bombsAndGiantsAreTooLarge() throws IOException {
        assertThat(answer("application/zip", zip("_chat.txt", bytes(CHAT + "aaaaaaaaa\n".repeat(3_000_000)))))
                .contains("too large");
        assertThat(answer("text/plain", new byte[ExportSummary.LARGEST_FILE + 1]))
                .contains("too large", "32 MB");
    }

    @Test
    void whatTwilioDoesNotGiveIsTriedAgainOrAskedFor() {
        TWILIO.stubFor(get(urlPathEqualTo(PATH)).willReturn(aResponse().withStatus(503)));
        assertThat(chats.read(document("text/plain"), desk()))
                .isEqualTo(new Reading.NotNow("Twilio answered 503", Optional.empty()));
        TWILIO.stubFor(get(urlPathEqualTo(PATH)).willReturn(aResponse().withStatus(404)));
        assertThat(((Reading.Answered) chats.read(document("text/plain"), desk()))
                        .answer()
                        .plainText())
                .contains("send it again");
    }

    @Test
    void itTakesDocumentsOnWhatsAppAlone() {
        assertThat(chats.takes(Platform.WHATSAPP, document("text/plain"))).isTrue();
        assertThat(chats.takes(Platform.WHATSAPP, document("application/pdf"))).isTrue();
        assertThat(chats.takes(Platform.TEAMS, document("text/plain"))).isFalse();
        for (String type : List.of("image/webp", "video/mp4", "audio/ogg", "text/vcard", "text/x-vcard")) {
            assertThat(chats.takes(Platform.WHATSAPP, document(type))).as(type).isFalse();
        }
    }
}
