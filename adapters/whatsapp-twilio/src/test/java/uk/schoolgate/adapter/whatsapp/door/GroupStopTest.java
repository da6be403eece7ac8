package uk.schoolgate.adapter.whatsapp.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.media.TwilioCopies;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi;
import uk.schoolgate.core.message.Conversation.GroupChat;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.testkit.InMemoryNotebook;
import uk.schoolgate.testkit.RecordingIntake;
import uk.schoolgate.testkit.Samples;
import uk.schoolgate.testkit.SettableClock;

/** STOP in a hosted group ends what the bot says to its author; what parents say to one another does not. */
class GroupStopTest {
    private static final String GROUP = Samples.KESTREL.address();
    private static final String PARENT = Samples.PARENT.value();

    private final SettableClock clock = SettableClock.onATuesday();
    private final InMemoryNotebook notebook = new InMemoryNotebook(clock);
    private final Contacts contacts = new Contacts(notebook, clock);
    private final RecordingIntake intake = new RecordingIntake();
    private Mode mode = Mode.WATCH;

    private WebhookReply hook(String event, String body, String... more) {
        ServedSchools schools = () -> List.of(new ServedSchools.Served(Samples.school(mode), Samples.roll()));
        return TwilioDoor.of(
                        Webhooks.account(), schools, notebook, intake, _ -> Response.REVIEW, Webhooks.ENGLISH, clock)
                .receive(Webhooks.signed(TwilioAccount.CONVERSATIONS, Webhooks.post(event, GROUP, PARENT, body, more)));
    }

    private Contacts.Standing standing() {
        return contacts.standing(Samples.CODE, Samples.PARENT);
    }

    @ParameterizedTest
    @EnumSource
    void itIsNotPassedOnAndStopsThePrivateLine(Mode ofTheSchool) {
        mode = ofTheSchool;
        assertThat(hook("onMessageAdd", " Stop ").status()).isEqualTo(422);
        assertThat(standing()).isEqualTo(Contacts.Standing.STOPPED);
        assertThat(intake.only(Incoming.OptedOut.class).by()).isEqualTo(Samples.PARENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Stop!", "Stop please", "stop it you two", "When does the bus stop?", "STOP 🛑", ""})
    void whatParentsSayToOneAnotherIsAMessage(String body) {
        contacts.wrote(Samples.CODE, Samples.PARENT, "Dan", Webhooks.PRIVATE_NUMBER, clock.instant());
        assertThat(hook("onMessageAdd", body).status()).isEqualTo(200);
        hook("onMessageAdded", body, "MessageSid", "IM1");
        assertThat(standing()).isEqualTo(Contacts.Standing.WELCOME);
        assertThat(intake.only(Incoming.Message.class).text()).isEqualTo(body);
    }

    @Test
    void aPictureWithTheWordIsAMessage() {
        String media = "[{\"Sid\":\"ME1\",\"ContentType\":\"image/jpeg\"}]";
        assertThat(hook("onMessageAdd", "stop", "Media", media).status()).isEqualTo(200);
        assertThat(intake.taken()).isEmpty();
    }

    @Test
    void whatTheGroupSawSinceTheStoreWasAwayStopsAllTheSame() {
        intake.goAway();
        assertThat(hook("onMessageAdd", "STOP").status())
                .as("nobody would have heard of it")
                .isEqualTo(200);
        assertThat(hook("onMessageAdded", "*Dan Smith*\nSTOP", "MessageSid", "IM1")
                        .status())
                .isEqualTo(503);
        intake.comeBack();
        String sid = "IM00000000000000000000000000000001";
        assertThat(hook("onMessageAdded", "*Dan Smith*\nSTOP", "MessageSid", sid)
                        .status())
                .isEqualTo(204);
        assertThat(standing()).isEqualTo(Contacts.Standing.STOPPED);
        Incoming.OptedOut optedOut = intake.only(Incoming.OptedOut.class);
        assertThat(optedOut.id().value()).as("its copy is erased by it").isEqualTo("twilio:" + sid);
    }

    @Test
    void toldOfOnceMoreItDoesNotStopWhoHasStartedAgain() {
        hook("onMessageAdded", "STOP", "MessageSid", "IM1");
        contacts.start(Samples.CODE, Samples.PARENT);
        clock.advance(Duration.ofMinutes(10));
        hook("onMessageAdded", "STOP", "MessageSid", "IM1");
        assertThat(contacts.standing(Samples.CODE, Samples.PARENT)).isNotEqualTo(Contacts.Standing.STOPPED);
        hook("onMessageAdd", "STOP");
        assertThat(standing()).isEqualTo(Contacts.Standing.STOPPED);
    }

    @Test
    void itsCopyIsErased() {
        TwilioAccount erasing = Webhooks.erasing(Optional.empty());
        String group = "CH000000000000000000000000000000aa";
        String sid = "IM00000000000000000000000000000001";
        Incoming.OptedOut published = new Incoming.OptedOut(
                new EventId("twilio:" + sid),
                Samples.CODE,
                new GroupChat(Platform.WHATSAPP, group),
                Samples.PARENT,
                Samples.NOON);
        assertThat(TwilioCopies.of(erasing, new TwilioApi(erasing, Duration.ofSeconds(1)), clock)
                        .of(published))
                .containsExactly("Conversations/" + group + "/Messages/" + sid);
    }
}
