package uk.schoolgate.adapter.whatsapp.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import uk.schoolgate.adapter.whatsapp.Languages;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.people.BrokenTemplates;
import uk.schoolgate.adapter.whatsapp.people.Choices;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.adapter.whatsapp.people.QuotableMessages;
import uk.schoolgate.adapter.whatsapp.people.SchoolInUse;
import uk.schoolgate.adapter.whatsapp.people.SentMessages;
import uk.schoolgate.adapter.whatsapp.people.WaitingRoom;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Tongue;
import uk.schoolgate.core.wording.Wording;
import uk.schoolgate.testkit.InMemoryNotebook;
import uk.schoolgate.testkit.RecordingIntake;
import uk.schoolgate.testkit.Samples;
import uk.schoolgate.testkit.SettableClock;

/** What comes in through Twilio's webhooks. */
class TwilioDoorTest {
    private static final String PARENT = Samples.PARENT.value();
    private static final SchoolCode OTHER = new SchoolCode("OTH");
    private static final String GROUP = Samples.KESTREL.address();

    private final SettableClock clock = SettableClock.onATuesday();
    private final InMemoryNotebook notebook = new InMemoryNotebook(clock);
    private final Contacts contacts = new Contacts(notebook, clock);
    private final RecordingIntake intake = new RecordingIntake();
    private Response verdict = Response.NONE;
    private Languages languages = Webhooks.ENGLISH;

    private TwilioDoor door(Mode mode, Intake into, Function<Incoming.Message, Response> judge) {
        return door(Webhooks.account(), mode, notebook, into, judge);
    }

    private TwilioDoor door(
            TwilioAccount account, Mode mode, Notebook notes, Intake into, Function<Incoming.Message, Response> judge) {
        ServedSchools schools = () -> List.of(new ServedSchools.Served(Samples.school(mode), Samples.roll()));
        return TwilioDoor.of(account, schools, notes, into, judge, languages, clock);
    }

    private TwilioDoor door(Mode mode) {
        return door(mode, intake, message -> verdict);
    }

    private WebhookReply send(String path, Map<String, String> form) {
        return door(Mode.WATCH).receive(Webhooks.signed(path, form));
    }

    private Incoming only() {
        return intake.only(Incoming.class);
    }

    @Test
    void aMessageToThePrivateLineComesInOnceAndCountsAsContact() {
        Map<String, String> form = Webhooks.message("SM1", PARENT, "What time is lunch?");

        assertThat(send(TwilioAccount.MESSAGES, form).status()).isEqualTo(204);
        assertThat(send(TwilioAccount.MESSAGES, form).status()).isEqualTo(204);

        assertThat(only()).isInstanceOfSatisfying(Incoming.Message.class, message -> {
            assertThat(message.text()).isEqualTo("What time is lunch?");
            assertThat(message.author()).isEqualTo(Samples.PARENT);
            assertThat(message.conversation()).isInstanceOf(Conversation.PrivateChat.class);
        });
        assertThat(contacts.standing(Samples.CODE, Samples.PARENT)).isEqualTo(Contacts.Standing.WELCOME);
        assertThat(contacts.inWindow(Samples.CODE, Samples.PARENT, Webhooks.PRIVATE_NUMBER))
                .isTrue();
        clock.advance(Duration.ofHours(24));
        assertThat(contacts.inWindow(Samples.CODE, Samples.PARENT, Webhooks.PRIVATE_NUMBER))
                .isFalse();
    }

    @Test
    void aPersonWithoutANumberKeepsTheirOwnId() {
        send(TwilioAccount.MESSAGES, Webhooks.message("SM1", "GB.a1B2c3", "hello"));

        assertThat(((Incoming.Message) only()).author()).isEqualTo(new PersonId("whatsapp:GB.a1B2c3"));
    }

    @Test
    void stopStartAndHello() {
        send(TwilioAccount.MESSAGES, Webhooks.message("SM1", PARENT, "Hello TST"));
        assertThat(((Incoming.Message) only()).text()).isEqualTo("hello");

        assertThat(send(TwilioAccount.MESSAGES, Webhooks.message("SM2", PARENT, " Stop "))
                        .body())
                .contains("START");
        assertThat(contacts.standing(Samples.CODE, Samples.PARENT)).isEqualTo(Contacts.Standing.STOPPED);
        send(TwilioAccount.MESSAGES, Webhooks.message("SM3", PARENT, "What time is lunch?"));
        assertThat(intake.taken()).as("nothing comes in from who has stopped").hasSize(1);

        send(TwilioAccount.MESSAGES, Webhooks.message("SM4", PARENT, "START"));
        assertThat(contacts.standing(Samples.CODE, Samples.PARENT)).isEqualTo(Contacts.Standing.WELCOME);
        assertThat(intake.taken()).hasSize(2);
    }

    @Test
    void whatTheLineSaysByItselfIsInTheLanguageThatAPersonChose() {
        languages = (school, person) -> Wording.in(person.equals(Samples.PARENT) ? Tongue.POLISH : Tongue.ENGLISH);
        Wording polish = Wording.in(Tongue.POLISH);
        assertThat(send(TwilioAccount.MESSAGES, Webhooks.message("SM1", PARENT, "STOP"))
                        .body())
                .contains(polish.say(Phrase.LINE_STOPPED));
        assertThat(send(TwilioAccount.MESSAGES, Webhooks.message("SM2", PARENT, "What time is lunch?"))
                        .body())
                .contains(polish.say(Phrase.LINE_IS_STOPPED));
        assertThat(send(TwilioAccount.MESSAGES, Webhooks.message("SM3", Samples.REP.value(), "STOP"))
                        .body())
                .contains("Send START");
    }

    @Test
    void aQuickReplyIsAPressAndAForwardedMessageIsOne() {
        send(TwilioAccount.MESSAGES, Webhooks.message("SM1", PARENT, "Yes", "ButtonPayload", "sure:C0123456789ABCDEF"));
        send(TwilioAccount.MESSAGES, Webhooks.message("SM2", PARENT, "Mrs Patel is useless", "Forwarded", "true"));
        send(TwilioAccount.MESSAGES, Webhooks.message("SM3", PARENT, "Sign this now", "FrequentlyForwarded", "true"));

        assertThat(intake.taken())
                .satisfiesExactly(
                        press -> assertThat(((Incoming.Press) press).action()).isEqualTo("sure:C0123456789ABCDEF"),
                        forwarded -> assertThat(((Incoming.Forwarded) forwarded).by())
                                .isEqualTo(Samples.PARENT),
                        often -> assertThat(often).isInstanceOf(Incoming.Forwarded.class));
    }

    /** A card that they were shown, under that id of Twilio's. */
    private void shown(SchoolCode school, PersonId person, String concern, String sid) {
        List<Button> buttons = List.of(
                new Button("Hand to the school", "hand-over:" + concern), new Button("No", "dismiss:" + concern));
        new Choices(notebook).offer(school, person, sid, buttons);
        new QuotableMessages(notebook)
                .left(
                        new Outgoing.Chat(
                                sid,
                                school,
                                new Conversation.PrivateChat(Platform.WHATSAPP, person),
                                new Content("Look", List.of(), buttons)),
                        sid);
    }

    private static Map<String, String> swiped(String sid, String text, String quoted) {
        return Webhooks.message(
                sid,
                PARENT,
                text,
                "OriginalRepliedMessageSid",
                quoted,
                "OriginalRepliedMessageSender",
                "whatsapp:" + Webhooks.PRIVATE_NUMBER);
    }

    @Test
    void aNumberInReplyToACardThatWasSwipedIsForThatCard() {
        shown(Samples.CODE, Samples.PARENT, "C0123456789ABCDEF", "SMA");
        shown(Samples.CODE, Samples.PARENT, "CFEDCBA9876543210", "SMB");

        assertThat(send(TwilioAccount.MESSAGES, Webhooks.message("SM1", PARENT, "1"))
                        .body())
                .contains("the three characters");
        send(TwilioAccount.MESSAGES, swiped("SM2", "1", "SMA"));
        send(TwilioAccount.MESSAGES, swiped("SM3", "2.", "SMB"));
        assertThat(intake.taken(Incoming.Press.class))
                .extracting(Incoming.Press::action)
                .containsExactly("hand-over:C0123456789ABCDEF", "dismiss:CFEDCBA9876543210");
    }

    /** An answer to the parent that has left under that id of Twilio's. */
    private void answered(String id, String sid) {
        Conversation chat = new Conversation.PrivateChat(Platform.WHATSAPP, Samples.PARENT);
        new QuotableMessages(notebook)
                .left(new Outgoing.Chat(id, Samples.CODE, chat, Content.ofText("No. The policy says it.")), sid);
    }

    @Test
    void whatTheySwipeToReplyIsKnownByItsOwnId() {
        answered("twilio:SM0/0", "SMA");
        send(TwilioAccount.MESSAGES, swiped("SM1", "👎", "SMA"));
        send(TwilioAccount.MESSAGES, swiped("SM2", "👎", "SMB"));
        send(TwilioAccount.MESSAGES, Webhooks.message("SM3", PARENT, "👎"));
        assertThat(intake.taken(Incoming.Message.class))
                .extracting(Incoming.Message::repliesTo)
                .containsExactly("twilio:SM0/0", "SMB", "");
    }

    @Test
    void whoSwipesAnAnswerAndTypesANumberHasChosenNothing() {
        answered("twilio:SM0/0", "SMA");
        send(TwilioAccount.MESSAGES, swiped("SM1", "1", "SMA"));
        assertThat(((Incoming.Message) only()).text()).isEqualTo("1");
    }

    @Test
    void whoSwipesWhatIsNoCardOfTheirsIsAskedWhichOneIsMeant() {
        shown(Samples.CODE, Samples.PARENT, "C0123456789ABCDEF", "SMA");
        shown(Samples.CODE, Samples.PARENT, "CFEDCBA9876543210", "SMB");
        shown(Samples.CODE, Samples.REP, "CAAAAAAAAAAAAAAAA", "SMC");
        for (String quoted : List.of("SMC", "SMD", "", "SMA:x", "../SMA")) {
            assertThat(send(TwilioAccount.MESSAGES, swiped("SM1", "1", quoted)).body())
                    .as(quoted)
                    .contains("the three characters");
        }
        assertThat(intake.taken()).isEmpty();
        send(TwilioAccount.MESSAGES, swiped("SM2", "What time is lunch?", "SMA"));
        assertThat(((Incoming.Message) only()).text()).isEqualTo("What time is lunch?");
    }

    @Test
    void whatIsForwardedStopsNothingAndAnswersNoCard() {
        new Choices(notebook)
                .offer(Samples.CODE, Samples.PARENT, "m1", List.of(new Button("Yes", "sure:C0123456789ABCDEF")));
        for (String text : List.of("STOP", "1", "Hello TST")) {
            send(TwilioAccount.MESSAGES, Webhooks.message("SM" + text, PARENT, text, "Forwarded", "true"));
        }
        assertThat(intake.taken(Incoming.Forwarded.class))
                .extracting(Incoming.Forwarded::text)
                .containsExactly("STOP", "1", "Hello TST");
        assertThat(contacts.standing(Samples.CODE, Samples.PARENT)).isEqualTo(Contacts.Standing.WELCOME);
    }

    @Test
    void aGroupMessageGetsItsAuthorsNameBeforeAndComesInAfter() {
        WebhookReply before = send(
                TwilioAccount.CONVERSATIONS, Webhooks.post("onMessageAdd", GROUP, PARENT, "Is there \"PE\" today?"));
        assertThat(before.status()).isEqualTo(200);
        assertThat(before.body()).isEqualTo("{\"body\":\"*Dan Smith*\\nIs there \\\"PE\\\" today?\"}");
        assertThat(intake.taken()).isEmpty();

        send(
                TwilioAccount.CONVERSATIONS,
                Webhooks.post(
                        "onMessageAdded", GROUP, PARENT, "*Dan Smith*\nIs there \"PE\" today?", "MessageSid", "IM1"));
        assertThat(only()).isInstanceOfSatisfying(Incoming.Message.class, message -> {
            assertThat(message.text()).isEqualTo("Is there \"PE\" today?");
            assertThat(message.conversation().key()).isEqualTo("whatsapp:group:" + GROUP);
        });
        assertThat(contacts.inWindow(Samples.CODE, Samples.PARENT, Webhooks.PRIVATE_NUMBER))
                .as("a message to the group opens no window of the private line")
                .isFalse();
    }

    @Test
    void whatWeWriteOurselvesAndStrangeGroupsPassBy() {
        Map<String, String> ours = Webhooks.post("onMessageAdded", GROUP, PARENT, "An answer", "MessageSid", "IM1");
        ours.put("Author", "Schoolgate");
        assertThat(send(TwilioAccount.CONVERSATIONS, ours).body()).isEqualTo("{}");
        send(TwilioAccount.CONVERSATIONS, Webhooks.post("onMessageAdded", "CH9", PARENT, "Hi", "MessageSid", "IM2"));
        assertThat(intake.taken()).isEmpty();
    }

    @Test
    void onHoldAMessageForReviewPassesOnlyWhenItsAuthorInsists() {
        verdict = Response.REVIEW;
        WebhookRequest request = Webhooks.signed(
                TwilioAccount.CONVERSATIONS, Webhooks.post("onMessageAdd", GROUP, PARENT, "Mrs Patel is useless"));

        assertThat(door(Mode.HOLD).receive(request).status()).isEqualTo(422);
        assertThat(only()).isInstanceOf(Incoming.Held.class);
        assertThat(door(Mode.HOLD).receive(request).body()).contains("Mrs Patel is useless");
        assertThat(door(Mode.HOLD).receive(request).status())
                .as("the next of the same words starts afresh")
                .isEqualTo(422);
        clock.advance(Duration.ofMinutes(11));
        assertThat(door(Mode.HOLD).receive(request).status()).isEqualTo(422);
    }

    @Test
    void whatIsUrgentNeverPassesAndIsOneMessageHoweverItComes() {
        verdict = Response.URGENT;
        for (int i = 0; i < 3; i++) {
            assertThat(door(Mode.HOLD)
                            .receive(Webhooks.signed(
                                    TwilioAccount.CONVERSATIONS,
                                    Webhooks.post("onMessageAdd", GROUP, PARENT, "I will hurt him")))
                            .status())
                    .isEqualTo(422);
        }
        door(Mode.HOLD)
                .receive(Webhooks.signed(
                        TwilioAccount.CONVERSATIONS,
                        Webhooks.post("onMessageAdded", GROUP, PARENT, "I will hurt him", "MessageSid", "IM7")));
        assertThat(only()).isInstanceOf(Incoming.Held.class);
    }

    /** Twilio lists it to whoever asks, long after the hooks. */
    @Test
    void whatIsUrgentAndWasPublishedAllTheSameIsOneMessageStillDaysLater() {
        verdict = Response.URGENT;
        WebhookRequest published = Webhooks.signed(
                TwilioAccount.CONVERSATIONS,
                Webhooks.post("onMessageAdded", GROUP, PARENT, "I will hurt him", "MessageSid", "IM7"));
        door(Mode.HOLD)
                .receive(Webhooks.signed(
                        TwilioAccount.CONVERSATIONS, Webhooks.post("onMessageAdd", GROUP, PARENT, "I will hurt him")));
        door(Mode.HOLD).receive(published);
        clock.advance(Duration.ofMinutes(12));
        door(Mode.HOLD).receive(published);
        clock.advance(Duration.ofDays(3));
        door(Mode.HOLD).receive(published);
        assertThat(only()).isInstanceOf(Incoming.Held.class);
    }

    @Test
    void whatWasHeldForReviewAndIsPublishedAllTheSameComesInToBeReviewed() {
        verdict = Response.REVIEW;
        door(Mode.HOLD)
                .receive(Webhooks.signed(
                        TwilioAccount.CONVERSATIONS,
                        Webhooks.post("onMessageAdd", GROUP, PARENT, "Mrs Patel is useless")));
        WebhookRequest published = Webhooks.signed(
                TwilioAccount.CONVERSATIONS,
                Webhooks.post("onMessageAdded", GROUP, PARENT, "Mrs Patel is useless", "MessageSid", "IM7"));
        door(Mode.HOLD).receive(published);
        door(Mode.HOLD).receive(published);
        assertThat(intake.taken())
                .satisfiesExactly(
                        held -> assertThat(held).isInstanceOf(Incoming.Held.class),
                        seen -> assertThat(seen).isInstanceOf(Incoming.Message.class));
    }

    @Test
    void whoCannotBeLookedAtInTimeIsPassedOnByChoice() {
        Gate gate = new Gate(
                message -> {
                    try {
                        Thread.sleep(60_000);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return Response.URGENT;
                },
                Duration.ofMillis(30));
        try (gate) {
            assertThat(gate.turn().judge(Samples.inKestrel("m1", Samples.PARENT, "hello")))
                    .isEmpty();
        }
        TwilioDoor failing = door(Mode.HOLD, intake, message -> {
            throw new IllegalStateException("no desk");
        });
        assertThat(failing.receive(Webhooks.signed(
                                TwilioAccount.CONVERSATIONS, Webhooks.post("onMessageAdd", GROUP, PARENT, "hello")))
                        .status())
                .isEqualTo(200);
    }

    private static final Notebook NO_NOTEBOOK = new Notebook() {
        @Override
        public Optional<String> read(SchoolCode school, String key) {
            throw new StoreUnavailableException("down", new IllegalStateException());
        }

        @Override
        public void write(SchoolCode school, String key, String text, Duration life) {
            throw new StoreUnavailableException("down", new IllegalStateException());
        }
    };

    private static RecordingIntake noIntake() {
        RecordingIntake away = new RecordingIntake();
        away.goAway();
        return away;
    }

    private int onHold(boolean passWhenLate, Notebook notes, Intake into) {
        return door(Webhooks.account(Optional.empty(), passWhenLate), Mode.HOLD, notes, into, message -> verdict)
                .receive(HELLO)
                .status();
    }

    private static final WebhookRequest HELLO =
            Webhooks.signed(TwilioAccount.CONVERSATIONS, Webhooks.post("onMessageAdd", GROUP, PARENT, "hello"));

    @Test
    void withoutAStoreWatchedGroupsMessagesPass() {
        for (String author : List.of(PARENT, "+447700900999")) {
            String name =
                    author.equals(PARENT) ? "Dan Smith" : Wording.english().say(Phrase.GROUP_MEMBER);
            assertThat(door(Webhooks.account(), Mode.WATCH, NO_NOTEBOOK, noIntake(), message -> verdict)
                            .receive(Webhooks.signed(
                                    TwilioAccount.CONVERSATIONS, Webhooks.post("onMessageAdd", GROUP, author, "hello")))
                            .body())
                    .isEqualTo("{\"body\":\"*" + name + "*\\nhello\"}");
        }
    }

    @Test
    void withoutAStoreAMessageOnHoldIsJudgedAllTheSame() {
        for (boolean passWhenLate : List.of(true, false)) {
            verdict = Response.NUDGE;
            assertThat(onHold(passWhenLate, NO_NOTEBOOK, noIntake())).isEqualTo(200);
            verdict = Response.REVIEW;
            assertThat(onHold(passWhenLate, NO_NOTEBOOK, noIntake()))
                    .as("its author could not be told")
                    .isEqualTo(passWhenLate ? 200 : 422);
            verdict = Response.URGENT;
            assertThat(onHold(passWhenLate, NO_NOTEBOOK, noIntake())).isEqualTo(422);
            assertThat(onHold(passWhenLate, notebook, noIntake())).isEqualTo(422);
        }
        assertThat(intake.taken()).isEmpty();
        assertThat(onHold(true, NO_NOTEBOOK, intake)).isEqualTo(422);
        assertThat(only()).as("its contact hears of it").isInstanceOf(Incoming.Held.class);
    }

    @Test
    void whatWasUrgentAMomentAgoDoesNotPassBecauseItCouldNotBeLookedAtAgain() {
        verdict = Response.URGENT;
        assertThat(onHold(true, notebook, intake)).isEqualTo(422);
        assertThat(door(Mode.HOLD, intake, message -> {
                            throw new IllegalStateException("no desk");
                        })
                        .receive(HELLO)
                        .status())
                .isEqualTo(422);
        assertThat(intake.taken()).hasSize(1);
    }

    @Test
    void onlyWhoHasHeardWhyMayInsist() {
        assertThat(door(Webhooks.account(Optional.empty(), false), Mode.HOLD, notebook, intake, message -> {
                            throw new IllegalStateException("no desk");
                        })
                        .receive(HELLO)
                        .status())
                .isEqualTo(422);
        clock.advance(Duration.ofMinutes(1));
        verdict = Response.REVIEW;
        assertThat(onHold(false, notebook, intake)).isEqualTo(422);
        assertThat(intake.taken()).as("the author is told why").hasSize(2);
        clock.advance(Duration.ofMinutes(1));
        assertThat(onHold(false, notebook, intake)).isEqualTo(200);
    }

    /** A store that answers nobody until it is let go. */
    private final class HangingNotebook implements Notebook, AutoCloseable {
        private final CountDownLatch released = new CountDownLatch(1);

        @Override
        public void close() {
            released.countDown();
        }

        @Override
        public Optional<String> read(SchoolCode school, String key) {
            hang();
            return notebook.read(school, key);
        }

        @Override
        public void write(SchoolCode school, String key, String text, Duration life) {
            hang();
            notebook.write(school, key, text, life);
        }

        private void hang() {
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private int whileTheStoreHangs(boolean passWhenLate, String author) {
        HangingNotebook hanging = new HangingNotebook();
        ServedSchools schools = () -> List.of(new ServedSchools.Served(Samples.school(Mode.HOLD), Samples.roll()));
        // Closing waits for what comes late.
        try (Gate gate = new Gate(message -> verdict, Duration.ofSeconds(1));
                hanging) {
            int status = TwilioDoor.of(
                            Webhooks.account(Optional.empty(), passWhenLate),
                            schools,
                            hanging,
                            intake,
                            gate,
                            languages,
                            clock)
                    .receive(Webhooks.signed(
                            TwilioAccount.CONVERSATIONS, Webhooks.post("onMessageAdd", GROUP, author, "hello")))
                    .status();
            assertThat(intake.taken()).isEmpty();
            return status;
        }
    }

    @Test
    void aStoreThatHangsKeepsNothingUrgentFromBeingHeldAndTakesItInLater() {
        verdict = Response.URGENT;
        assertThat(whileTheStoreHangs(true, "+447700900999")).isEqualTo(422);
        assertThat(only()).isInstanceOf(Incoming.Held.class);
    }

    @Test
    void whatPassedWhileTheStoreHungIsNotSaidToBeHeld() {
        verdict = Response.REVIEW;
        assertThat(whileTheStoreHangs(true, PARENT)).isEqualTo(200);
        assertThat(intake.taken()).isEmpty();
    }

    @Test
    void whatWasHeldWhileTheStoreHungIsTakenInLater() {
        verdict = Response.REVIEW;
        assertThat(whileTheStoreHangs(false, PARENT)).isEqualTo(422);
        assertThat(only()).isInstanceOf(Incoming.Held.class);
    }

    @Test
    void aNameThatWasNotKnownBeforeIsTakenOffAfterwards() {
        contacts.wrote(Samples.CODE, new PersonId("+447700900999"), "Zed", Webhooks.GROUP_NUMBER, clock.instant());
        String shown = "*" + Wording.english().say(Phrase.GROUP_MEMBER) + "*\nhello";
        send(
                TwilioAccount.CONVERSATIONS,
                Webhooks.post("onMessageAdded", GROUP, "+447700900999", shown, "MessageSid", "IM1"));
        assertThat(((Incoming.Message) only()).text()).isEqualTo("hello");
    }

    @Test
    void aLongNameIsNotCutInTheMidstOfAnEmoji() {
        String name = "Z".repeat(39) + "🎒🎒";
        contacts.wrote(Samples.CODE, new PersonId("+447700900999"), name, Webhooks.GROUP_NUMBER, clock.instant());
        WebhookReply before =
                send(TwilioAccount.CONVERSATIONS, Webhooks.post("onMessageAdd", GROUP, "+447700900999", "hello"));
        String shown = "*" + "Z".repeat(39) + "🎒*";
        assertThat(before.body()).isEqualTo("{\"body\":\"" + shown + "\\nhello\"}");
        send(
                TwilioAccount.CONVERSATIONS,
                Webhooks.post("onMessageAdded", GROUP, "+447700900999", shown + "\nhello", "MessageSid", "IM1"));
        assertThat(((Incoming.Message) only()).text()).isEqualTo("hello");
    }

    @Test
    void aSchoolMayHaveWhatCannotBeLookedAtHeld() {
        TwilioDoor door = door(Webhooks.account(Optional.empty(), false), Mode.HOLD, notebook, intake, message -> {
            throw new IllegalStateException("no desk");
        });
        WebhookRequest request =
                Webhooks.signed(TwilioAccount.CONVERSATIONS, Webhooks.post("onMessageAdd", GROUP, PARENT, "hello"));
        assertThat(door.receive(request).status()).isEqualTo(422);
        assertThat(only()).as("so that its author hears of it").isInstanceOf(Incoming.Held.class);
    }

    @Test
    void aNameDoesNotMakeAMessageTooLong() {
        String prefix = "*Dan Smith*\n";
        for (int length : List.of(1600 - prefix.length(), 1601 - prefix.length(), 1600)) {
            String body = "x".repeat(length);
            assertThat(send(TwilioAccount.CONVERSATIONS, Webhooks.post("onMessageAdd", GROUP, PARENT, body))
                            .body())
                    .as("%d characters", length)
                    .isEqualTo(
                            length + prefix.length() <= 1600
                                    ? "{\"body\":\"" + prefix.replace("\n", "\\n") + body + "\"}"
                                    : "{}");
        }
    }

    private static String mayBeCut(String body) {
        return body + "\n" + Wording.english().say(Phrase.LINE_MAY_BE_CUT);
    }

    @Test
    void wordsToThePrivateLineThatMayHaveBeenCutSaySo() {
        send(TwilioAccount.MESSAGES, Webhooks.message("SM1", PARENT, "x".repeat(1599)));
        send(TwilioAccount.MESSAGES, Webhooks.message("SM2", PARENT, "x".repeat(1600)));
        assertThat(intake.taken())
                .extracting(it -> ((Incoming.Message) it).text())
                .containsExactly("x".repeat(1599), mayBeCut("x".repeat(1600)));
    }

    @Test
    void wordsInAGroupThatMayHaveBeenCutSaySo() {
        String whole = "x".repeat(1600 - "*Dan Smith*\n".length());
        String longest = "x".repeat(1600);
        for (String body : List.of("*Dan Smith*\n" + whole, longest)) {
            String sid = "IM" + intake.taken().size();
            send(TwilioAccount.CONVERSATIONS, Webhooks.post("onMessageAdded", GROUP, PARENT, body, "MessageSid", sid));
        }
        verdict = Response.REVIEW;
        door(Mode.HOLD)
                .receive(Webhooks.signed(
                        TwilioAccount.CONVERSATIONS, Webhooks.post("onMessageAdd", GROUP, PARENT, longest)));
        assertThat(intake.taken())
                .satisfiesExactly(
                        first -> assertThat(((Incoming.Message) first).text()).isEqualTo(whole),
                        second -> assertThat(((Incoming.Message) second).text()).isEqualTo(mayBeCut(longest)),
                        held -> assertThat(((Incoming.Held) held).text()).isEqualTo(mayBeCut(longest)));
    }

    @Test
    void wordsWithAPictureArePublishedAsTheyAre() {
        String media = "[{\"Sid\":\"ME00000000000000000000000000000001\",\"ContentType\":\"image/jpeg\"}]";
        for (Mode mode : List.of(Mode.WATCH, Mode.HOLD)) {
            assertThat(door(mode)
                            .receive(Webhooks.signed(
                                    TwilioAccount.CONVERSATIONS,
                                    Webhooks.post("onMessageAdd", GROUP, PARENT, "Our cake", "Media", media))))
                    .isEqualTo(WebhookReply.PUBLISH);
        }
    }

    @Test
    void stopIsUnderstoodAsPeopleWriteIt() {
        for (String stop :
                List.of("STOP!", "Stop.", "please stop", "Stop please", "stop, thanks", "STOP ALL", "stop 🛑")) {
            contacts.start(Samples.CODE, Samples.PARENT);
            send(TwilioAccount.MESSAGES, Webhooks.message("SM" + stop, PARENT, stop));
            assertThat(contacts.standing(Samples.CODE, Samples.PARENT)).as(stop).isEqualTo(Contacts.Standing.STOPPED);
        }
        contacts.start(Samples.CODE, Samples.PARENT);
        for (String other : List.of("When does the bus stop?", "Stop it", "stop the bullying please")) {
            send(TwilioAccount.MESSAGES, Webhooks.message("SM" + other, PARENT, other));
            assertThat(contacts.standing(Samples.CODE, Samples.PARENT))
                    .as(other)
                    .isEqualTo(Contacts.Standing.WELCOME);
        }
    }

    /** Two schools on one number, to both of which the parent has written. */
    private ServedSchools both() {
        School first = Samples.school();
        School second = new School(
                OTHER,
                "Other Primary School",
                first.complaintsInbox(),
                first.office(),
                first.headteacher(),
                first.safeguardingLead(),
                first.chairOfGovernors(),
                List.of(),
                Mode.WATCH,
                first.retention(),
                List.of());
        for (SchoolCode school : List.of(Samples.CODE, OTHER)) {
            contacts.wrote(school, Samples.PARENT, "Dan", Webhooks.PRIVATE_NUMBER, clock.instant());
        }
        return () -> List.of(
                new ServedSchools.Served(first, Samples.roll()), new ServedSchools.Served(second, Samples.roll()));
    }

    /** To which school a message from the parent comes in. */
    private SchoolCode comesTo(String sid, String text, String... more) {
        int before = intake.taken().size();
        TwilioDoor.of(Webhooks.account(), both(), notebook, intake, message -> Response.NONE, languages, clock)
                .receive(Webhooks.signed(TwilioAccount.MESSAGES, Webhooks.message(sid, PARENT, text, more)));
        assertThat(intake.taken()).hasSizeGreaterThan(before);
        clock.advance(Duration.ofMinutes(1));
        return intake.taken().getLast().school();
    }

    @Test
    void ofSeveralSchoolsItIsTheOneThatWasNamedOrWrittenToLast() {
        assertThat(comesTo("SM1", "What time is lunch?")).isEqualTo(Samples.CODE);
        assertThat(comesTo("SM2", "Hello OTH")).isEqualTo(OTHER);
        assertThat(comesTo("SM3", "What time is lunch?")).isEqualTo(OTHER);
        assertThat(comesTo("SM4", "Hello TST")).isEqualTo(Samples.CODE);
        assertThat(comesTo("SM5", "What time is lunch?")).isEqualTo(Samples.CODE);
    }

    @Test
    void aButtonOrANumberIsForTheSchoolThatShowedIt() {
        assertThat(comesTo("SM1", "Hello TST")).isEqualTo(Samples.CODE);
        List<Button> buttons = List.of(new Button("Hand over", "sure:C0123456789ABCDEF"));
        new SchoolInUse(both(), notebook, clock).shows(OTHER, Samples.PARENT, buttons);
        assertThat(comesTo("SM2", "Hand over", "ButtonPayload", "sure:C0123456789ABCDEF"))
                .isEqualTo(OTHER);
        assertThat(comesTo("SM3", "Hello TST")).isEqualTo(Samples.CODE);
        assertThat(comesTo("SM4", "Hand over", "ButtonPayload", "sure:CFFFFFFFFFFFFFFFF"))
                .as("nobody has shown it")
                .isEqualTo(Samples.CODE);
        new Choices(notebook).offer(OTHER, Samples.PARENT, "m1", buttons);
        assertThat(comesTo("SM5", "1")).isEqualTo(OTHER);
    }

    @Test
    void whatSwipesACardIsForTheSchoolThatShowedItAlthoughAnotherHasOneThatWaits() {
        assertThat(comesTo("SM1", "Hello TST")).isEqualTo(Samples.CODE);
        shown(Samples.CODE, Samples.PARENT, "C0123456789ABCDEF", "SMA");
        shown(OTHER, Samples.PARENT, "CFEDCBA9876543210", "SMB");
        assertThat(comesTo("SM2", "1", "OriginalRepliedMessageSid", "SMB")).isEqualTo(OTHER);
        assertThat(((Incoming.Press) intake.taken().getLast()).action()).isEqualTo("hand-over:CFEDCBA9876543210");
        assertThat(comesTo("SM3", "1", "OriginalRepliedMessageSid", "SMA")).isEqualTo(Samples.CODE);
    }

    @Test
    void whatWaitsComesFromTheSchoolThatKnocked() {
        assertThat(comesTo("SM1", "Hello TST")).isEqualTo(Samples.CODE);
        Outgoing.Chat letter = new Outgoing.Chat(
                "m1", OTHER, new Conversation.PrivateChat(Platform.WHATSAPP, Samples.PARENT), Content.ofText("Look"));
        WaitingRoom waiting = new WaitingRoom(notebook, clock);
        waiting.keep(letter, Samples.PARENT);
        waiting.knocking(letter, Samples.PARENT);
        assertThat(comesTo("SM2", "Show me", "ButtonPayload", WaitingRoom.KNOCK))
                .isEqualTo(OTHER);
    }

    @Test
    void stopMeansEverySchoolOnTheNumber() {
        ServedSchools both = both();
        TwilioDoor door =
                TwilioDoor.of(Webhooks.account(), both, notebook, intake, message -> Response.NONE, languages, clock);
        door.receive(Webhooks.signed(TwilioAccount.MESSAGES, Webhooks.message("SM1", PARENT, "STOP")));
        for (SchoolCode school : List.of(Samples.CODE, OTHER)) {
            assertThat(contacts.standing(school, Samples.PARENT)).isEqualTo(Contacts.Standing.STOPPED);
        }
        door.receive(Webhooks.signed(TwilioAccount.MESSAGES, Webhooks.message("SM2", PARENT, "Start")));
        for (SchoolCode school : List.of(Samples.CODE, OTHER)) {
            assertThat(contacts.standing(school, Samples.PARENT)).isEqualTo(Contacts.Standing.WELCOME);
        }
    }

    @Test
    void withoutAStoreTwilioIsAskedToTryAgain() {
        TwilioDoor door = door(Mode.WATCH, noIntake(), message -> Response.NONE);
        assertThat(door.receive(Webhooks.signed(TwilioAccount.MESSAGES, Webhooks.message("SM1", PARENT, "hi")))
                        .status())
                .isEqualTo(503);
    }

    @Test
    void anotherAccountIsRefusedEvenWhenSigned() {
        Map<String, String> form = Webhooks.message("SM1", PARENT, "hi");
        form.put("AccountSid", "AC00000000000000000000000000000002");
        assertThat(send(TwilioAccount.MESSAGES, form).status()).isEqualTo(403);
    }

    @Test
    void ofTenThousandMutatedWebhooksNoneIsAcceptedAndNoneFails() {
        Random random = new Random(20_261_121);
        List<WebhookRequest> originals = List.of(
                Webhooks.signed(TwilioAccount.MESSAGES, Webhooks.message("SM1", PARENT, "Zoë’s lunch & “PE” 🎒 100%")),
                Webhooks.signed(
                        TwilioAccount.CONVERSATIONS,
                        Webhooks.post("onMessageAdded", GROUP, PARENT, "hello", "MessageSid", "IM1")),
                Webhooks.signed(TwilioAccount.CONVERSATIONS, Webhooks.post("onMessageAdd", GROUP, PARENT, "hello")),
                Webhooks.signed(
                        TwilioAccount.STATUS + "?school=TST&m=abc",
                        Webhooks.form("MessageSid", "SM1", "MessageStatus", "failed", "ErrorCode", "63016")));
        TwilioDoor door = door(Mode.WATCH);
        int tried = 0;
        while (tried < 10_000) {
            WebhookRequest original = originals.get(random.nextInt(originals.size()));
            WebhookRequest mutated = Mutation.of(original, random);
            if (Mutation.saysTheSame(original, mutated)) {
                continue;
            }
            tried++;
            int status = door.receive(mutated).status();
            assertThat(status)
                    .as(() -> mutated.rawUri() + " " + mutated.signature() + " "
                            + new String(mutated.body(), StandardCharsets.ISO_8859_1))
                    .isBetween(400, 499);
        }
        assertThat(intake.taken()).isEmpty();
        originals.forEach(original ->
                assertThat(door.receive(original).status()).as("unmutated").isLessThan(300));
    }

    private Incoming.Returned callback(String more, String code) {
        Outgoing.Chat message = new Outgoing.Chat(
                "m1" + more + code,
                Samples.CODE,
                new Conversation.PrivateChat(Platform.WHATSAPP, Samples.REP),
                Content.ofText("Look"));
        new SentMessages(notebook).leaving(message);
        int before = intake.taken().size();
        send(
                TwilioAccount.STATUS + "?school=TST&m=" + SentMessages.markOf(message) + more,
                Webhooks.form("MessageSid", "SM9", "MessageStatus", "undelivered", "ErrorCode", code));
        assertThat(intake.taken()).hasSize(before + 1);
        return (Incoming.Returned) intake.taken().getLast();
    }

    @Test
    void aTemplateThatTwilioDidNotSendIsBrokenAndNotTheWindow() {
        contacts.wrote(Samples.CODE, Samples.REP, "Ngozi", Webhooks.PRIVATE_NUMBER, clock.instant());
        assertThat(callback("&t=review", "63016").lost()).isEmpty();
        assertThat(contacts.inWindow(Samples.CODE, Samples.REP, Webhooks.PRIVATE_NUMBER))
                .isTrue();
        assertThat(new BrokenTemplates(notebook).whyNot(Samples.CODE, "schoolgate_review_en"))
                .contains("Twilio 63016");
        assertThat(callback("&t=nonsense", "63016").lost()).isEmpty();
        assertThat(contacts.inWindow(Samples.CODE, Samples.REP, Webhooks.PRIVATE_NUMBER))
                .isFalse();
        assertThat(callback("&t=review", "63024").lost()).contains("Twilio 63024");
    }

    @Test
    void aDocumentIsAMessageHoweverItCame() {
        String url = "https://api.twilio.com/2010-04-01/Accounts/" + Webhooks.SID
                + "/Messages/MM00000000000000000000000000000001/Media/ME00000000000000000000000000000001";
        send(
                TwilioAccount.MESSAGES,
                Webhooks.message(
                        "SM1",
                        PARENT,
                        "chat.txt",
                        "MediaUrl0",
                        url,
                        "MediaContentType0",
                        "text/plain",
                        "Forwarded",
                        "true"));
        assertThat(only())
                .isInstanceOfSatisfying(
                        Incoming.Message.class,
                        message -> assertThat(message.media()).containsExactly(new Media("text/plain", url)));
    }

    @Test
    void mediaInAGroupIsKnownByItsMessage() {
        String media = "[{\"Sid\":\"ME00000000000000000000000000000001\",\"ContentType\":\"image/jpeg\"}]";
        send(
                TwilioAccount.CONVERSATIONS,
                Webhooks.post("onMessageAdded", GROUP, PARENT, "", "MessageSid", "IM1", "Media", media));
        assertThat(only())
                .isInstanceOfSatisfying(
                        Incoming.Message.class,
                        message -> assertThat(message.media().getFirst().reference())
                                .isEqualTo("Conversations/" + GROUP
                                        + "/Messages/IM1/Media/ME00000000000000000000000000000001"));
    }
}
