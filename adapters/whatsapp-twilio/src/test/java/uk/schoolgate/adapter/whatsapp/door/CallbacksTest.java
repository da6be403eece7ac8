package uk.schoolgate.adapter.whatsapp.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.people.BrokenTemplates;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.adapter.whatsapp.people.SentMessages;
import uk.schoolgate.adapter.whatsapp.people.WaitingRoom;
import uk.schoolgate.adapter.whatsapp.sending.Slowdown;
import uk.schoolgate.adapter.whatsapp.sending.Templates;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation.PrivateChat;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.testkit.InMemoryNotebook;
import uk.schoolgate.testkit.RecordingIntake;
import uk.schoolgate.testkit.Samples;
import uk.schoolgate.testkit.SettableClock;

/** What Twilio tells of messages that have left, in whichever order. */
class CallbacksTest {
    private static final Outgoing.Chat MESSAGE = new Outgoing.Chat(
            "m1", Samples.CODE, new PrivateChat(Platform.WHATSAPP, Samples.REP), Content.ofText("Please look"));

    private final SettableClock clock = SettableClock.onATuesday();
    private final InMemoryNotebook notebook = new InMemoryNotebook(clock);
    private final Contacts contacts = new Contacts(notebook, clock);
    private final SentMessages sent = new SentMessages(notebook);
    private final RecordingIntake intake = new RecordingIntake();

    @BeforeEach
    void leave() {
        contacts.wrote(Samples.CODE, Samples.REP, "Ngozi", Webhooks.PRIVATE_NUMBER, clock.instant());
        sent.leaving(MESSAGE);
    }

    private List<Incoming.Returned> returned() {
        return intake.taken(Incoming.Returned.class);
    }

    private int tell(String sid, String status, String code) {
        return tell(MESSAGE, "", sid, status, code);
    }

    /** @param more of the query of the callback's URL */
    private int tell(Outgoing.Chat message, String more, String sid, String status, String code) {
        ServedSchools schools = () -> List.of(new ServedSchools.Served(Samples.school(Mode.WATCH), Samples.roll()));
        TwilioDoor door = TwilioDoor.of(
                Webhooks.account(), schools, notebook, intake, incoming -> Response.NONE, Webhooks.ENGLISH, clock);
        String uri =
                TwilioAccount.STATUS + "?school=" + Samples.CODE.value() + "&m=" + SentMessages.markOf(message) + more;
        Map<String, String> form = Webhooks.form("MessageSid", sid, "MessageStatus", status);
        if (!code.isEmpty()) {
            form.put("ErrorCode", code);
        }
        return door.receive(Webhooks.signed(uri, form)).status();
    }

    @Test
    void onItsWayAndArrivedInAnyOrderIsNothingToDo() {
        sent.partTaken(MESSAGE, SentMessages.Way.WORDS, 1);
        for (String status : List.of("read", "queued", "delivered", "sent", "sending", "a status of tomorrow")) {
            assertThat(tell("SM1", status, "")).isEqualTo(204);
        }
        tell("SM1", "failed", "63024");
        assertThat(returned()).as("a failure of what has arrived").isEmpty();
    }

    @Test
    void outsideTheWindowItComesBackToBeSentAnotherWayOnce() {
        tell("SM1", "sent", "");
        tell("SM1", "undelivered", "63016");
        tell("SM1", "undelivered", "63016");
        tell("SM1", "sent", "");
        assertThat(returned()).singleElement().satisfies(it -> {
            assertThat(it.message()).isEqualTo(MESSAGE);
            assertThat(it.lost()).isEmpty();
        });
        assertThat(contacts.inWindow(Samples.CODE, Samples.REP, Webhooks.PRIVATE_NUMBER))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"63015", "21610", "63003", "63024"})
    void whoCannotBeReachedIsNotTriedAgainUntilTheyWrite(String code) {
        tell("SM1", "failed", code);
        assertThat(returned())
                .singleElement()
                .satisfies(it -> assertThat(it.lost()).contains("Twilio " + code));
        assertThat(contacts.standing(Samples.CODE, Samples.REP)).isEqualTo(Contacts.Standing.UNREACHABLE);
        contacts.wrote(Samples.CODE, Samples.REP, "", Webhooks.PRIVATE_NUMBER, clock.instant());
        assertThat(contacts.standing(Samples.CODE, Samples.REP)).isEqualTo(Contacts.Standing.WELCOME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"63032", "63038", "63049"})
    void whatIsWithheldTakesAnotherWay(String code) {
        tell("SM1", "undelivered", code);
        assertThat(returned())
                .singleElement()
                .satisfies(it -> assertThat(it.lost()).contains("Twilio " + code));
        assertThat(contacts.standing(Samples.CODE, Samples.REP)).isEqualTo(Contacts.Standing.WELCOME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", "", "<script>", "+447700900131"})
    void whatFailsForAnUnknownReasonComesBackThreeTimesAndThenTakesAnotherWayAndSaysNoMoreThanANumber(String code) {
        Outgoing.Chat message = MESSAGE;
        for (int attempt = 1; attempt <= 3; attempt++) {
            tell(message, "", "SM" + attempt, "undelivered", code);
            assertThat(returned()).hasSize(attempt);
            assertThat(returned().getLast().lost()).as("return %d", attempt).isEmpty();
            message = new Outgoing.Chat(
                    returned().getLast().id().value() + "/0", message.school(), message.to(), message.content());
            sent.leaving(message);
        }
        assertThat(slowdown().left(Samples.CODE, Webhooks.PRIVATE_NUMBER))
                .as("nothing else waits for it")
                .isEmpty();
        tell(message, "", "SM9", "undelivered", code);
        assertThat(returned().getLast().lost().orElseThrow()).matches("Twilio ([0-9]{1,6}|without a code)");
        assertThat(contacts.standing(Samples.CODE, Samples.REP)).isEqualTo(Contacts.Standing.WELCOME);
    }

    private Slowdown slowdown() {
        return new Slowdown(notebook, List::of, clock);
    }

    @ParameterizedTest
    @ValueSource(strings = {"63018", "63017", "20429", "14107", "21611"})
    void whatWasTooFastComesBackToBeSentAgainAfterARestOfTheNumber(String code) {
        tell("SM1", "failed", code);
        assertThat(returned()).singleElement().satisfies(it -> {
            assertThat(it.message()).isEqualTo(MESSAGE);
            assertThat(it.lost()).isEmpty();
        });
        assertThat(slowdown().left(Samples.CODE, Webhooks.PRIVATE_NUMBER))
                .hasValueSatisfying(rest -> assertThat(rest).isPositive());
        assertThat(contacts.inWindow(Samples.CODE, Samples.REP, Webhooks.PRIVATE_NUMBER))
                .isTrue();
    }

    @Test
    void whatIsTooFastAgainAndAgainTakesAnotherWayAfterAnHour() {
        Outgoing.Chat message = MESSAGE;
        Instant start = clock.instant();
        int attempts = 0;
        while (returned().isEmpty() || returned().getLast().lost().isEmpty()) {
            attempts++;
            assertThat(attempts).as("it comes to an end").isLessThan(50);
            tell(message, "", "SM" + attempts, "undelivered", "63018");
            // As it is sent again: under an id that tells of its coming back.
            message = new Outgoing.Chat(
                    returned().getLast().id().value() + "/0", message.school(), message.to(), message.content());
            sent.leaving(message);
            clock.advance(slowdown()
                    .left(Samples.CODE, Webhooks.PRIVATE_NUMBER)
                    .orElse(Duration.ZERO)
                    .plusSeconds(1));
        }
        assertThat(returned().getLast().lost()).contains("Twilio 63018");
        assertThat(Duration.between(start, clock.instant())).isBetween(Duration.ofMinutes(45), Duration.ofMinutes(120));
    }

    @Test
    void severalPartsThatFailBringTheMessageBackOnce() {
        tell("SM1", "undelivered", "63018");
        tell("SM2", "undelivered", "63018");
        tell("SM3", "failed", "99999");
        assertThat(returned()).hasSize(1);
    }

    @Test
    void aLateFailureDoesNotCloseAWindowThatTheirNextMessageOpened() {
        String left = "&at=" + clock.instant().toEpochMilli();
        clock.advance(Duration.ofMinutes(10));
        contacts.wrote(Samples.CODE, Samples.REP, "", Webhooks.PRIVATE_NUMBER, clock.instant());
        tell(MESSAGE, left, "SM1", "undelivered", "63016");
        assertThat(contacts.inWindow(Samples.CODE, Samples.REP, Webhooks.PRIVATE_NUMBER))
                .as("they wrote after it had left")
                .isTrue();
        assertThat(returned())
                .singleElement()
                .satisfies(it -> assertThat(it.lost()).isEmpty());

        Outgoing.Chat next = new Outgoing.Chat("m2", MESSAGE.school(), MESSAGE.to(), MESSAGE.content());
        sent.leaving(next);
        clock.advance(Duration.ofMinutes(1));
        tell(next, "&at=" + clock.instant().toEpochMilli(), "SM2", "undelivered", "63016");
        assertThat(contacts.inWindow(Samples.CODE, Samples.REP, Webhooks.PRIVATE_NUMBER))
                .as("they had written before it left")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"63016", "63041", "63018"})
    void aTemplateThatDidNotArriveKnocksAgainOrGoesAnotherWay(String code) {
        WaitingRoom waiting = new WaitingRoom(notebook, clock);
        waiting.keep(MESSAGE, Samples.REP);
        waiting.knocking(MESSAGE, Samples.REP);
        tell(MESSAGE, "&t=review", "SM1", "undelivered", code);

        Outgoing.Chat again = returned().getLast().message();
        assertThat(waiting.hasKnockedForAnother(again, Samples.REP)).isFalse();
        waiting.comeIn(Samples.CODE, Samples.REP, "SM9", intake);
        assertThat(returned()).as("sent again already, it waits for nobody").hasSize(1);
    }

    @Test
    void whatWentAnotherWayWaitsForItsReaderAllTheSame() {
        WaitingRoom waiting = new WaitingRoom(notebook, clock);
        waiting.keep(MESSAGE, Samples.REP);
        waiting.knocking(MESSAGE, Samples.REP);
        tell(MESSAGE, "&t=review", "SM1", "undelivered", "63049");
        assertThat(returned().getLast().lost()).isPresent();
        Outgoing.Chat next = new Outgoing.Chat("m2", MESSAGE.school(), MESSAGE.to(), MESSAGE.content());
        assertThat(waiting.hasKnockedForAnother(next, Samples.REP))
                .as("the next message knocks")
                .isFalse();
        waiting.comeIn(Samples.CODE, Samples.REP, "SM9", intake);
        assertThat(returned()).hasSize(2);
    }

    @Test
    void quickRepliesThatTwilioRefusesAreNumbersForAnHourAndCloseNoWindow() {
        tell("SM1", "failed", "21656");
        assertThat(returned())
                .singleElement()
                .satisfies(it -> assertThat(it.lost()).isEmpty());
        assertThat(new BrokenTemplates(notebook).whyNot(Samples.CODE, Templates.QUICK_REPLIES))
                .contains("Twilio 21656");
        assertThat(contacts.inWindow(Samples.CODE, Samples.REP, Webhooks.PRIVATE_NUMBER))
                .isTrue();
    }

    @Test
    void thatOnePartArrivedDoesNotHideThatAnotherFailed() {
        sent.partTaken(MESSAGE, SentMessages.Way.WORDS, 1);
        tell("SM1", "delivered", "");
        sent.partTaken(MESSAGE, SentMessages.Way.WORDS, 2);
        tell("SM2", "undelivered", "63024");
        assertThat(returned())
                .singleElement()
                .satisfies(it -> assertThat(it.message()).isEqualTo(MESSAGE));
    }

    @Test
    void itsWordsAreForgottenWhenAllOfItHasArrived() {
        sent.partTaken(MESSAGE, SentMessages.Way.WORDS, 2);
        tell("SM1", "delivered", "");
        assertThat(sent.find(Samples.CODE, SentMessages.markOf(MESSAGE), "SM2")).isPresent();
        tell("SM2", "read", "");
        assertThat(sent.find(Samples.CODE, SentMessages.markOf(MESSAGE), "SM3")).isEmpty();
    }

    @Test
    void whatIsOfNoMessageOfOursIsPassedOver() {
        ServedSchools none = List::of;
        TwilioDoor door = TwilioDoor.of(
                Webhooks.account(), none, notebook, intake, message -> Response.NONE, Webhooks.ENGLISH, clock);
        Map<String, String> form = Webhooks.form("MessageSid", "SM1", "MessageStatus", "failed", "ErrorCode", "63024");
        assertThat(door.receive(Webhooks.signed(TwilioAccount.STATUS + "?school=TST&m=other", form))
                        .status())
                .isEqualTo(204);
        assertThat(door.receive(Webhooks.signed(TwilioAccount.STATUS, form)).status())
                .isEqualTo(400);
        assertThat(returned()).isEmpty();
    }
}
