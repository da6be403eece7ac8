package uk.schoolgate.adapter.whatsapp.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.media.TwilioCopies;
import uk.schoolgate.adapter.whatsapp.people.Choices;
import uk.schoolgate.adapter.whatsapp.people.WaitingRoom;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.message.SourceCopies;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.testkit.InMemoryNotebook;
import uk.schoolgate.testkit.RecordingIntake;
import uk.schoolgate.testkit.Samples;
import uk.schoolgate.testkit.SettableClock;

/** Twilio's copies of what the door deals with by itself are erased too, though no worker sees a message. */
class DealtWithHereTest {
    private static final String PARENT = Samples.PARENT.value();
    private static final String GROUP = "CH000000000000000000000000000000aa";
    private static final String POST = "IM00000000000000000000000000000009";
    private static final String PHOTO = "ME00000000000000000000000000000001";

    private final SettableClock clock = SettableClock.onATuesday();
    private final InMemoryNotebook notebook = new InMemoryNotebook(clock);
    private final RecordingIntake intake = new RecordingIntake();
    private TwilioAccount account = Webhooks.erasing(Optional.empty());
    private int messages;

    private WebhookReply at(TwilioDoor door, String path, Map<String, String> form) {
        return door.receive(Webhooks.signed(path, form));
    }

    private TwilioDoor door(School... schools) {
        ServedSchools served = () -> List.of(schools).stream()
                .map(school -> new ServedSchools.Served(school, Samples.roll()))
                .toList();
        return TwilioDoor.of(account, served, notebook, intake, message -> Response.URGENT, Webhooks.ENGLISH, clock);
    }

    /** A school with one group, which Twilio knows. */
    private static School school(SchoolCode code, Mode mode) {
        School plain = Samples.school();
        Group group = new Group("4 Kestrel parents", Platform.WHATSAPP, GROUP, Set.of("Kestrel"), List.of(Samples.REP));
        return new School(
                code,
                plain.name(),
                plain.complaintsInbox(),
                plain.office(),
                plain.headteacher(),
                plain.safeguardingLead(),
                plain.chairOfGovernors(),
                List.of(),
                mode,
                plain.retention(),
                List.of(group));
    }

    private String nextSid() {
        return "SM%032d".formatted(++messages);
    }

    private WebhookReply write(String body, String... more) {
        return at(door(Samples.school()), TwilioAccount.MESSAGES, Webhooks.message(nextSid(), PARENT, body, more));
    }

    /** What is erased of what was taken in last. */
    private List<String> erasedOfTheLast() {
        TwilioApi api = new TwilioApi(account, Duration.ofSeconds(1));
        SourceCopies copies = TwilioCopies.of(account, api, clock);
        return copies.of(intake.taken().getLast());
    }

    private String lastWords() {
        return "Messages/SM%032d".formatted(messages);
    }

    private static String[] photo(String sid) {
        String url =
                "https://api.twilio.com/2010-04-01/Accounts/" + Webhooks.SID + "/Messages/" + sid + "/Media/" + PHOTO;
        return new String[] {"MediaUrl0", url, "MediaContentType0", "image/jpeg"};
    }

    @Test
    void whatIsStoppedOrComesAfterwards() {
        write("STOP");
        assertThat(erasedOfTheLast()).containsExactly(lastWords());
        String next = "SM%032d".formatted(messages + 1);
        write("My Ollie was hit by Dan", photo(next));
        assertThat(erasedOfTheLast()).containsExactly(lastWords(), lastWords() + "/Media/" + PHOTO);
        assertThat(intake.taken()).hasSize(2).allSatisfy(it -> {
            assertThat(it).isInstanceOf(Incoming.DealtWith.class);
            assertThat(it.toString()).doesNotContain("Ollie", PARENT);
        });
    }

    @Test
    void aHookThatComesTwiceIsOneErasure() {
        Map<String, String> stop = Webhooks.message(nextSid(), PARENT, "STOP");
        at(door(Samples.school()), TwilioAccount.MESSAGES, stop);
        at(door(Samples.school()), TwilioAccount.MESSAGES, stop);
        assertThat(intake.taken()).hasSize(1);
    }

    @Test
    void aPressAndWhatCameWithIt() {
        write("Hand over", "ButtonPayload", "sure:C0123456789ABCDEF");
        assertThat(intake.taken().getLast()).isInstanceOf(Incoming.Press.class);
        assertThat(erasedOfTheLast()).containsExactly(lastWords());

        new Choices(notebook)
                .offer(Samples.CODE, Samples.PARENT, "m1", List.of(new Button("Yes", "sure:C0123456789ABCDEF")));
        write("1", photo("SM%032d".formatted(messages + 1)));
        assertThat(intake.taken().get(1)).isInstanceOf(Incoming.Press.class);
        assertThat(erasedOfTheLast()).containsExactly(lastWords() + "/Media/" + PHOTO);
    }

    @Test
    void aKnockAndANumberThatCouldMeanTwoCards() {
        write("Show me", "ButtonPayload", WaitingRoom.KNOCK);
        assertThat(erasedOfTheLast()).containsExactly(lastWords());
        for (String message : List.of("m1", "m2")) {
            new Choices(notebook)
                    .offer(Samples.CODE, Samples.PARENT, message, List.of(new Button("Yes", "sure:C0123456789ABCDEF")));
        }
        assertThat(write("1").body()).contains("three characters");
        assertThat(erasedOfTheLast()).containsExactly(lastWords());
    }

    @Test
    void whoIsOfNoSchoolHereAndWhoIsNotOnWhatsApp() {
        TwilioDoor both = door(Samples.school(), school(new SchoolCode("OTH"), Mode.WATCH));
        at(both, TwilioAccount.MESSAGES, Webhooks.message(nextSid(), "+447700900999", "My Ollie was hit"));
        assertThat(erasedOfTheLast()).containsExactly(lastWords());

        Map<String, String> text = Webhooks.message(nextSid(), PARENT, "My Ollie was hit");
        text.put("From", "+447700900999");
        assertThat(at(both, TwilioAccount.MESSAGES, text).status()).isEqualTo(400);
        assertThat(erasedOfTheLast()).containsExactly(lastWords());
    }

    @Test
    void whatWasHeldAsUrgentAndPublishedAllTheSame() {
        post("onMessageAdd");
        assertThat(post("onMessageAdded", "MessageSid", POST).status()).isEqualTo(204);
        assertThat(intake.taken()).hasSize(2);
        assertThat(erasedOfTheLast()).containsExactly("Conversations/" + GROUP + "/Messages/" + POST);
    }

    @Test
    void butNotWhatCameWithIt() {
        String media = "[{\"Sid\":\"" + PHOTO + "\",\"ContentType\":\"image/jpeg\"}]";
        post("onMessageAdd", "Media", media);
        post("onMessageAdded", "Media", media, "MessageSid", POST);
        assertThat(intake.only(Incoming.Held.class).media())
                .as("which may be evidence")
                .containsExactly(new Media("image/jpeg", PHOTO));
    }

    private WebhookReply post(String event, String... more) {
        return at(
                door(school(Samples.CODE, Mode.HOLD)),
                TwilioAccount.CONVERSATIONS,
                Webhooks.post(event, GROUP, PARENT, "I will hurt him", more));
    }

    private void callback(String school, String sid, String status) {
        at(
                door(Samples.school()),
                TwilioAccount.STATUS + "?school=" + school + "&m=0123",
                Webhooks.form("MessageSid", sid, "MessageStatus", status));
    }

    @Test
    void whatWeWroteToSomebodyOnceItHasArrivedOrFailed() {
        String card = nextSid();
        for (String status : List.of("queued", "sent")) {
            callback("TST", card, status);
        }
        assertThat(intake.taken()).as("Twilio is still sending it").isEmpty();
        callback("TST", card, "delivered");
        callback("TST", card, "read");
        assertThat(intake.taken()).hasSize(1);
        assertThat(erasedOfTheLast()).containsExactly(lastWords());
        callback("TST", nextSid(), "undelivered");
        assertThat(erasedOfTheLast()).containsExactly(lastWords());
        callback("OTH", nextSid(), "delivered");
        assertThat(intake.taken()).as("of a school that is not served here").hasSize(2);
    }

    @Test
    void whereTheCopiesAreKeptNothingIsTakenIn() {
        account = Webhooks.account();
        write("STOP");
        write("My Ollie was hit by Dan");
        assertThat(intake.taken()).isEmpty();
    }
}
