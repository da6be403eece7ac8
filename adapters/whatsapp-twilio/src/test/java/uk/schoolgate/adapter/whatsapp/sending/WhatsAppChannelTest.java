package uk.schoolgate.adapter.whatsapp.sending;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.adapter.whatsapp.Languages;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.door.Webhooks;
import uk.schoolgate.adapter.whatsapp.people.BrokenTemplates;
import uk.schoolgate.adapter.whatsapp.people.Choices;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.adapter.whatsapp.people.WaitingRoom;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.SendResult;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.wording.Tongue;
import uk.schoolgate.core.wording.Wording;
import uk.schoolgate.testkit.InMemoryNotebook;
import uk.schoolgate.testkit.RecordingIntake;
import uk.schoolgate.testkit.Samples;
import uk.schoolgate.testkit.SettableClock;

/** What goes out through Twilio, on a stand-in for it; every call must fit Twilio's own description of its API. */
class WhatsAppChannelTest {
    private static final String MESSAGES = "/2010-04-01/Accounts/" + Webhooks.SID + "/Messages.json";
    private static final PersonId REP = Samples.REP;

    @RegisterExtension
    static final WireMockExtension TWILIO =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final SettableClock clock = SettableClock.onATuesday();
    private final HookedNotebook notebook = new HookedNotebook(new InMemoryNotebook(clock));
    private final Contacts contacts = new Contacts(notebook, clock);
    private Languages languages = Webhooks.ENGLISH;
    private WhatsAppChannel channel;

    @BeforeEach
    void start() {
        channel = newChannel(Duration.ofSeconds(20));
        TWILIO.stubFor(post(urlPathEqualTo(MESSAGES))
                .willReturn(okJson("{\"sid\":\"SM00000000000000000000000000000001\"}")
                        .withStatus(201)));
        TWILIO.stubFor(post(urlPathMatching("/v1/Conversations/.*/Messages"))
                .willReturn(okJson("{\"sid\":\"IM00000000000000000000000000000001\"}")
                        .withStatus(201)));
        TWILIO.stubFor(get(urlPathEqualTo("/v1/Content")).willReturn(okJson("{\"contents\":[]}")));
        TWILIO.stubFor(post(urlPathEqualTo("/v1/Content"))
                .willReturn(okJson("{\"sid\":\"HX00000000000000000000000000000001\"}")
                        .withStatus(201)));
    }

    private WhatsAppChannel newChannel(Duration patience) {
        TwilioAccount account = Webhooks.account(Optional.of(URI.create(TWILIO.baseUrl())), true);
        ServedSchools schools = () -> List.of(new ServedSchools.Served(Samples.school(), Samples.roll()));
        return new WhatsAppChannel(account, new TwilioApi(account, patience), schools, notebook, languages, clock);
    }

    @AfterEach
    void everyCallFitsTwiliosDescription() {
        OfficialApi.requireFit(requests());
    }

    private List<LoggedRequest> requests() {
        return TWILIO.getAllServeEvents().reversed().stream()
                .map(event -> event.getRequest())
                .toList();
    }

    private List<String> bodies() {
        return requests().stream().map(LoggedRequest::getBodyAsString).toList();
    }

    private void inTouch() {
        contacts.wrote(Samples.CODE, REP, "Ngozi", Webhooks.PRIVATE_NUMBER, clock.instant());
    }

    private static Outgoing.Chat toRep(String id, Content content) {
        return new Outgoing.Chat(id, Samples.CODE, new Conversation.PrivateChat(Platform.WHATSAPP, REP), content);
    }

    private static Outgoing.Chat toGroup(String id) {
        return new Outgoing.Chat(
                id,
                Samples.CODE,
                new Conversation.GroupChat(Platform.WHATSAPP, "CH00000000000000000000000000000001"),
                Content.ofText("It says so."));
    }

    private static Content card() {
        return new Content(
                "Please look",
                List.of(new Block.Quote("He said it", "")),
                List.of(
                        new Button("Hand to the school", "hand-over:C0123456789ABCDEF"),
                        new Button("No action", "dismiss:C0123456789ABCDEF")));
    }

    @Test
    void whoHasNeverBeenInTouchIsNotMessaged() {
        assertThat(channel.deliver(toRep("m1", Content.ofText("Hi")))).isInstanceOf(SendResult.Unreachable.class);
        inTouch();
        contacts.stop(Samples.CODE, REP);
        assertThat(channel.deliver(toRep("m1", Content.ofText("Hi")))).isInstanceOf(SendResult.Unreachable.class);
        assertThat(requests()).isEmpty();
    }

    @Test
    void whoHasStoppedIsToldWhatThatEndedAndNothingElse() {
        inTouch();
        contacts.stop(Samples.CODE, REP);
        contacts.owe(Samples.CODE, REP, new EventId("twilio:stop:1"));
        assertThat(channel.deliver(toRep("twilio:stop:11/0", Content.ofText("Hi"))))
                .isInstanceOf(SendResult.Unreachable.class);
        assertThat(requests()).isEmpty();
        assertThat(channel.deliver(toRep("twilio:stop:1/0", Content.ofText("You sent STOP"))))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void noTemplateGoesToWhoHasStopped() {
        inTouch();
        clock.advance(Duration.ofDays(2));
        contacts.stop(Samples.CODE, REP);
        contacts.owe(Samples.CODE, REP, new EventId("twilio:stop:1"));
        assertThat(channel.deliver(toRep("twilio:stop:1/0", Content.ofText("You sent STOP"))))
                .isInstanceOf(SendResult.Unreachable.class);
        assertThat(requests()).isEmpty();
    }

    @Test
    void withinTheWindowWordsLeaveOnceHoweverOftenTheyAreDelivered() {
        inTouch();
        assertThat(channel.deliver(toRep("m1", Content.ofText("Null & “void”"))))
                .isEqualTo(new SendResult.Sent("SM00000000000000000000000000000001"));
        assertThat(channel.deliver(toRep("m1", Content.ofText("Null & “void”"))))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(bodies())
                .singleElement()
                .asString()
                .contains("Body=Null+%26+%E2%80%9Cvoid%E2%80%9D", "To=whatsapp%3A%2B447700900131", "StatusCallback=");
    }

    @Test
    void longWordsAreSplitAfterSentencesAndASecondAttemptGoesOnWhereTheFirstStopped() {
        inTouch();
        TWILIO.stubFor(post(urlPathEqualTo(MESSAGES))
                .inScenario("second fails")
                .whenScenarioStateIs("Started")
                .willReturn(okJson("{\"sid\":\"SM1\"}"))
                .willSetStateTo("second"));
        TWILIO.stubFor(post(urlPathEqualTo(MESSAGES))
                .inScenario("second fails")
                .whenScenarioStateIs("second")
                .willReturn(aResponse().withStatus(500))
                .willSetStateTo("mended"));
        TWILIO.stubFor(post(urlPathEqualTo(MESSAGES))
                .inScenario("second fails")
                .whenScenarioStateIs("mended")
                .willReturn(okJson("{\"sid\":\"SM2\"}")));
        String whole = "This is a sentence of some length. ".repeat(100).strip();
        Outgoing.Chat message = toRep("m1", Content.ofText(whole));
        assertThat(channel.deliver(message)).isInstanceOf(SendResult.TryLater.class);
        assertThat(channel.deliver(message)).isInstanceOf(SendResult.Sent.class);
        assertThat(bodies().get(1)).as("the part that failed").isEqualTo(bodies().get(2));
        List<String> pieces = requests().stream()
                .map(request -> request.formParameter("Body").firstValue())
                .toList();
        assertThat(pieces).hasSize(4).allSatisfy(piece -> {
            assertThat(piece).endsWith("length.");
            assertThat(piece.length()).isLessThanOrEqualTo(1600);
        });
        assertThat(String.join(" ", pieces.get(0), pieces.get(2), pieces.get(3)))
                .isEqualTo(whole);
    }

    @Test
    void aCardHasQuickRepliesThatAreMadeOnce() {
        inTouch();
        assertThat(channel.deliver(toRep("m1", card()))).isInstanceOf(SendResult.Sent.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(channel.deliver(toRep("m2", card()))).isInstanceOf(SendResult.Sent.class);
        assertThat(bodies())
                .filteredOn(body -> body.contains("twilio/quick-reply"))
                .hasSize(1);
        assertThat(bodies())
                .filteredOn(body -> body.contains("ContentVariables="))
                .hasSize(2);
    }

    /** Its words are too long for a variable. */
    private static Content longCard() {
        return new Content("", List.of(new Block.Text("Please look at this. ".repeat(15))), card().buttons());
    }

    @Test
    void wordsTooLongForAVariableLeaveBeforeTheirButtons() {
        inTouch();
        assertThat(channel.deliver(toRep("m1", longCard()))).isInstanceOf(SendResult.Sent.class);
        List<String> sent =
                bodies().stream().filter(body -> body.contains("To=")).toList();
        assertThat(sent).hasSize(2);
        assertThat(sent.getFirst()).contains("Body=Please+look").doesNotContain("ContentSid=");
        assertThat(sent.getLast()).contains("ContentSid=", "choose").doesNotContain("look");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Please\nlook", "Please\tlook", "Please     look"})
    void wordsThatAVariableMayNotHoldLeaveBeforeTheirButtons(String words) {
        inTouch();
        Content content = new Content("", List.of(new Block.Text(words)), card().buttons());
        assertThat(channel.deliver(toRep("m1", content))).isInstanceOf(SendResult.Sent.class);
        List<LoggedRequest> sent = requests().stream()
                .filter(request -> request.getBodyAsString().contains("To="))
                .toList();
        assertThat(sent).hasSize(2);
        assertThat(sent.getFirst().formParameter("Body").firstValue()).isEqualTo(words);
        assertThat(sent.getLast().formParameter("ContentVariables").firstValue())
                .contains("choose")
                .doesNotContain("look");
    }

    @Test
    void shortWordsOnOneLineStandAboveTheirButtons() {
        inTouch();
        Content content = new Content("", List.of(new Block.Text("Please    look")), card().buttons());
        assertThat(channel.deliver(toRep("m1", content))).isInstanceOf(SendResult.Sent.class);
        assertThat(bodies().stream().filter(body -> body.contains("To=")))
                .singleElement()
                .asString()
                .contains("ContentVariables=", "look");
    }

    private static final String WORDS = "SM00000000000000000000000000000001";
    private static final String BUTTONS = "SM00000000000000000000000000000002";

    private static void buttonsHaveTheirOwnId() {
        TWILIO.stubFor(post(urlPathEqualTo(MESSAGES))
                .withRequestBody(containing("ContentSid="))
                .willReturn(okJson("{\"sid\":\"" + BUTTONS + "\"}").withStatus(201)));
    }

    @Test
    void whoSwipesAnyPartOfACardAnswersIt() {
        inTouch();
        buttonsHaveTheirOwnId();
        channel.deliver(toRep("m0", card()));
        channel.deliver(toRep("m1", longCard()));
        Choices choices = new Choices(notebook);
        assertThat(List.of(WORDS, BUTTONS))
                .allSatisfy(sid -> assertThat(choices.read(Samples.CODE, REP, "2", sid))
                        .isEqualTo(new Choices.Reply.Chosen("dismiss:C0123456789ABCDEF")));
    }

    @Test
    void whoSwipesTheTemplateThatAnnouncesACardHasNotSeenIt() {
        inTouch();
        clock.advance(Duration.ofDays(2));
        reviewTemplateIsThere();
        buttonsHaveTheirOwnId();
        assertThat(channel.deliver(toRep("m1", card()))).isEqualTo(new SendResult.Sent(BUTTONS));
        assertThat(new Choices(notebook).read(Samples.CODE, REP, "2", BUTTONS)).isEqualTo(new Choices.Reply.Words());
    }

    @Test
    void withoutQuickRepliesACardIsAnsweredByNumberAndCode() {
        inTouch();
        TWILIO.stubFor(
                post(urlPathEqualTo("/v1/Content")).willReturn(aResponse().withStatus(400)));
        assertThat(channel.deliver(toRep("m1", card()))).isInstanceOf(SendResult.Sent.class);
        assertThat(bodies().getLast()).contains("Reply+1+", "Reply+2+");
    }

    @Test
    void numbersAndChoicesAreExplainedInTheLanguageThatAPersonChose() {
        languages = (school, person) -> Wording.in(Tongue.POLISH);
        channel = newChannel(Duration.ofSeconds(20));
        inTouch();
        Content longCard = new Content("", List.of(new Block.Text("Prosimy spojrzeć. ".repeat(20))), card().buttons());
        assertThat(channel.deliver(toRep("m1", longCard))).isInstanceOf(SendResult.Sent.class);
        assertThat(bodies().getLast()).contains("Prosz%C4%99+wybra%C4%87");

        clock.advance(Duration.ofSeconds(5));
        new BrokenTemplates(notebook).broken(Samples.CODE, Templates.QUICK_REPLIES, "Twilio 21656");
        assertThat(channel.deliver(toRep("m2", card()))).isInstanceOf(SendResult.Sent.class);
        assertThat(bodies().getLast()).contains("prosz%C4%99+odpisa%C4%87+1+");
    }

    @Test
    void outsideTheWindowATemplateSaysThatSomethingWaits() {
        inTouch();
        clock.advance(Duration.ofDays(2));
        TWILIO.stubFor(get(urlPathEqualTo("/v1/Content"))
                .willReturn(okJson("{\"contents\":[{\"friendly_name\":\"schoolgate_review_en\",\"sid\":"
                        + "\"HX00000000000000000000000000000009\"}]}")));
        assertThat(channel.deliver(toRep("m1", card()))).isInstanceOf(SendResult.Sent.class);
        assertThat(channel.deliver(toRep("m2", Content.ofText("Hi")))).isInstanceOf(SendResult.Sent.class);
        assertThat(bodies())
                .filteredOn(body -> body.contains("To="))
                .as("one knock, and nothing of what waits")
                .singleElement()
                .asString()
                .contains("ContentSid=HX00000000000000000000000000000009")
                .doesNotContain("Body=", "said");
    }

    @Test
    void intoAGroupUnderTheBotsName() {
        assertThat(channel.deliver(toGroup("m1"))).isEqualTo(new SendResult.Sent("IM00000000000000000000000000000001"));
        assertThat(bodies()).singleElement().asString().contains("Author=Schoolgate");
    }

    @Test
    void everyFailureIsOneAttemptAndAnAnswer() {
        inTouch();
        everyFailureIsOneAttemptAndAnAnswer(() -> post(urlPathEqualTo(MESSAGES)), toRep("m1", Content.ofText("Hi")));
    }

    @Test
    void soItIsOfWhatGoesIntoAGroup() {
        everyFailureIsOneAttemptAndAnAnswer(
                () -> post(urlPathMatching("/v1/Conversations/.*/Messages")), toGroup("m1"));
    }

    @Test
    void soItIsOfTheListOfTemplates() {
        inTouch();
        clock.advance(Duration.ofDays(2));
        everyFailureIsOneAttemptAndAnAnswer(() -> get(urlPathEqualTo("/v1/Content")), toRep("m1", card()));
    }

    @Test
    void soItIsOfQuickRepliesThatAreMade() {
        inTouch();
        // A refusal is no failure here: the card has numbers then.
        everyFailureIsOneAttemptAndAnAnswer(
                () -> post(urlPathEqualTo("/v1/Content")), toRep("m1", card()), 2, Faults.quick());
    }

    private void everyFailureIsOneAttemptAndAnAnswer(Supplier<MappingBuilder> call, Outgoing.Chat message) {
        List<ResponseDefinitionBuilder> failures = new ArrayList<>(Faults.quick());
        failures.add(aResponse().withStatus(400).withBody("{\"code\":99999}"));
        everyFailureIsOneAttemptAndAnAnswer(call, message, 1, failures);
    }

    /** @param calls that one attempt makes, the last of which fails */
    private void everyFailureIsOneAttemptAndAnAnswer(
            Supplier<MappingBuilder> call, Outgoing.Chat message, int calls, List<ResponseDefinitionBuilder> failures) {
        int made = 0;
        for (ResponseDefinitionBuilder failure : failures) {
            TWILIO.stubFor(call.get().willReturn(failure));
            clock.advance(Duration.ofSeconds(10));
            assertThat(channel.deliver(message)).isInstanceOf(SendResult.TryLater.class);
            made += calls;
            int soFar = made;
            await().untilAsserted(() -> assertThat(requests()).hasSize(soFar));
        }
    }

    @Test
    void anAnswerThatDoesNotComeIsWaitedForNoLongerThanAllowed() {
        inTouch();
        TWILIO.stubFor(post(urlPathEqualTo(MESSAGES))
                .willReturn(aResponse().withStatus(201).withFixedDelay(3_000)));
        assertThat(newChannel(Duration.ofMillis(200)).deliver(toRep("m1", Content.ofText("Hi"))))
                .isEqualTo(new SendResult.TryLater("no answer from Twilio", Optional.empty()));
    }

    private static ResponseDefinitionBuilder late() {
        return aResponse().withStatus(201).withFixedDelay(3_000);
    }

    @Test
    void soItIsOfGroupsAndOfQuickReplies() {
        SendResult noAnswer = new SendResult.TryLater("no answer from Twilio", Optional.empty());
        WhatsAppChannel hasty = newChannel(Duration.ofMillis(200));
        inTouch();
        TWILIO.stubFor(post(urlPathMatching("/v1/Conversations/.*/Messages")).willReturn(late()));
        assertThat(hasty.deliver(toGroup("m1"))).isEqualTo(noAnswer);
        TWILIO.stubFor(post(urlPathEqualTo("/v1/Content")).willReturn(late()));
        assertThat(hasty.deliver(toRep("m2", card()))).isEqualTo(noAnswer);
        TWILIO.stubFor(get(urlPathEqualTo("/v1/Content")).willReturn(late()));
        assertThat(hasty.deliver(toRep("m3", card()))).isEqualTo(noAnswer);
        clock.advance(Duration.ofDays(2));
        assertThat(hasty.deliver(toRep("m4", card()))).as("a template").isEqualTo(noAnswer);
    }

    @Test
    void tooManyRequestsRestsTheNumberForAsLongAsTwilioAsks() {
        inTouch();
        TWILIO.stubFor(post(urlPathEqualTo(MESSAGES))
                .willReturn(aResponse()
                        .withStatus(429)
                        .withHeader("Retry-After", "30")
                        .withBody("{\"code\":20429}")));
        assertThat(channel.deliver(toRep("m1", Content.ofText("Hi"))))
                .isInstanceOfSatisfying(
                        SendResult.TryLater.class,
                        later -> assertThat(later.notBefore())
                                .hasValueSatisfying(wait ->
                                        assertThat(wait).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(46))));
        clock.advance(Duration.ofSeconds(20));
        channel.deliver(toRep("m2", Content.ofText("Hi")));
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aProxyThatAsksForADayRestsTheNumberForAnHour() {
        inTouch();
        TWILIO.stubFor(post(urlPathEqualTo(MESSAGES))
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "86400")));
        assertThat(channel.deliver(toRep("m1", Content.ofText("Hi"))))
                .isInstanceOfSatisfying(
                        SendResult.TryLater.class,
                        later -> assertThat(later.notBefore())
                                .hasValueSatisfying(wait -> assertThat(wait)
                                        .isLessThan(Duration.ofHours(1).plusMinutes(31))));
    }

    @Test
    void aRateCodeRestsTheNumberWhateverTheStatusAndLongerEachTime() {
        inTouch();
        List<Duration> rests = new ArrayList<>();
        for (String code : List.of("63018", "14107", "63017", "21611")) {
            TWILIO.stubFor(post(urlPathEqualTo(MESSAGES))
                    .willReturn(aResponse().withStatus(400).withBody("{\"code\":" + code + "}")));
            int before = requests().size();
            SendResult result = channel.deliver(toRep("m" + code, Content.ofText("Hi")));
            assertThat(result).isInstanceOf(SendResult.TryLater.class);
            rests.add(((SendResult.TryLater) result).notBefore().orElseThrow());
            channel.deliver(toRep("other" + code, Content.ofText("Hi")));
            assertThat(requests()).as("the number rests after " + code).hasSize(before + 1);
            clock.advance(rests.getLast().plusSeconds(1));
        }
        assertThat(rests.getLast()).isGreaterThan(rests.getFirst().multipliedBy(2));
    }

    private void refused(String code) {
        TWILIO.stubFor(post(urlPathEqualTo(MESSAGES))
                .willReturn(aResponse().withStatus(400).withBody("{\"code\":" + code + "}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"63038", "63032", "63049"})
    void whatIsWithheldIsTriedAgainAfterHours(String code) {
        inTouch();
        refused(code);
        assertThat(channel.deliver(toRep("m1", Content.ofText("Hi"))))
                .isEqualTo(new SendResult.TryLater("Twilio answered 400 " + code, Optional.of(Duration.ofHours(6))));
    }

    @Test
    void aWindowThatTwilioSaysIsClosedIsClosedAndTheNextAttemptKnocks() {
        inTouch();
        refused("63016");
        assertThat(channel.deliver(toRep("m1", card()))).isInstanceOf(SendResult.TryLater.class);
        reviewTemplateIsThere();
        TWILIO.stubFor(post(urlPathEqualTo(MESSAGES)).willReturn(okJson("{\"sid\":\"SM2\"}")));
        clock.advance(Duration.ofSeconds(5));
        assertThat(channel.deliver(toRep("m1", card()))).isEqualTo(new SendResult.Sent("SM2"));
        assertThat(bodies().getLast()).contains("ContentSid=HX00000000000000000000000000000009");
    }

    @Test
    void whatIsFasterThanOurPaceIsNotTriedAndSoonHasItsTurn() {
        inTouch();
        SendResult result = new SendResult.Sent("");
        int sent = 0;
        while (result instanceof SendResult.Sent) {
            result = channel.deliver(toRep("m" + sent++, Content.ofText("Hi")));
            assertThat(sent).isLessThan(100);
        }
        assertThat(result)
                .isInstanceOfSatisfying(
                        SendResult.NotTried.class,
                        notTried -> assertThat(notTried.after()).isLessThan(Duration.ofSeconds(1)));
        clock.advance(((SendResult.NotTried) result).after());
        assertThat(channel.deliver(toRep("m" + (sent - 1), Content.ofText("Hi"))))
                .isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void whatCameBackForAnUnknownReasonRestsTwiceAsLongEachTimeAndHoldsUpNothingElse() {
        inTouch();
        Returns returns = new Returns(notebook, clock);
        Outgoing.Chat message = toRep("m1", Content.ofText("Hi"));
        List<Duration> rests = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            returns.rest(message);
            message = toRep(Returns.next(message).value() + "/0", Content.ofText("Hi"));
            SendResult result = channel.deliver(message);
            assertThat(result).isInstanceOf(SendResult.NotTried.class);
            rests.add(((SendResult.NotTried) result).after());
        }
        assertThat(requests()).isEmpty();
        assertThat(rests.getFirst()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(46));
        assertThat(rests.getLast()).isBetween(Duration.ofMinutes(2), Duration.ofSeconds(181));
        assertThat(channel.deliver(toRep("m2", Content.ofText("Hi")))).isInstanceOf(SendResult.Sent.class);
        clock.advance(rests.getLast());
        assertThat(channel.deliver(message)).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void whoWritesWhileSomethingIsPutAsideForThemGetsItInWords() {
        inTouch();
        clock.advance(Duration.ofDays(2));
        reviewTemplateIsThere();
        channel.deliver(toRep("m1", card()));
        notebook.afterWriting("whatsapp:waiting:", this::inTouch);
        assertThat(channel.deliver(toRep("m2", card()))).isInstanceOf(SendResult.NotTried.class);
        assertThat(channel.deliver(toRep("m2", card()))).isInstanceOf(SendResult.Sent.class);
        assertThat(bodies().getLast()).contains("ContentVariables=").contains("dismiss");
        assertThat(waitingForTheirMessage()).extracting(Outgoing.Chat::id).containsExactly("m1");
    }

    private static void buttonsAreRefused() {
        TWILIO.stubFor(post(urlPathEqualTo(MESSAGES))
                .withRequestBody(containing("ContentSid="))
                .willReturn(aResponse().withStatus(400).withBody("{\"code\":21656}")));
    }

    @Test
    void quickRepliesThatTwilioRefusesAreReplacedByNumbers() {
        inTouch();
        buttonsAreRefused();
        assertThat(channel.deliver(toRep("m1", card()))).isInstanceOf(SendResult.TryLater.class);
        clock.advance(Duration.ofSeconds(5));
        assertThat(channel.deliver(toRep("m1", card()))).isInstanceOf(SendResult.Sent.class);
        assertThat(bodies().getLast()).contains("Reply+1+", "Reply+2+").doesNotContain("ContentSid=");
    }

    @Test
    void wordsThatLeftBeforeTheirButtonsWereRefusedAreFollowedByNumbers() {
        inTouch();
        buttonsAreRefused();
        assertThat(channel.deliver(toRep("m1", longCard()))).isInstanceOf(SendResult.TryLater.class);
        clock.advance(Duration.ofSeconds(5));
        assertThat(channel.deliver(toRep("m1", longCard()))).isInstanceOf(SendResult.Sent.class);
        assertThat(bodies()).filteredOn(body -> body.contains("Please+look")).hasSize(1);
        assertThat(bodies().getLast()).contains("Reply+1+", "Reply+2+").doesNotContain("ContentSid=", "Please+look");
    }

    @Test
    void whoseWindowClosesBetweenTwoPartsIsToldByATemplate() {
        inTouch();
        TWILIO.stubFor(post(urlPathEqualTo(MESSAGES))
                .withRequestBody(containing("ContentSid="))
                .willReturn(aResponse().withStatus(503)));
        assertThat(channel.deliver(toRep("m1", longCard()))).isInstanceOf(SendResult.TryLater.class);
        clock.advance(Duration.ofDays(2));
        reviewTemplateIsThere();
        TWILIO.stubFor(post(urlPathEqualTo(MESSAGES)).willReturn(okJson("{\"sid\":\"SM2\"}")));
        assertThat(channel.deliver(toRep("m1", longCard()))).isEqualTo(new SendResult.Sent("SM2"));
        assertThat(bodies().getLast()).contains("ContentSid=HX00000000000000000000000000000009");
        assertThat(waitingForTheirMessage()).extracting(Outgoing.Chat::id).containsExactly("m1");
    }

    @Test
    void aKnockThatDidNotLeaveIsTriedAgainAndNothingWaitsTwice() {
        inTouch();
        clock.advance(Duration.ofDays(2));
        reviewTemplateIsThere();
        TWILIO.stubFor(post(urlPathEqualTo(MESSAGES)).willReturn(aResponse().withStatus(503)));
        assertThat(channel.deliver(toRep("m1", card()))).isInstanceOf(SendResult.TryLater.class);
        assertThat(waitingForTheirMessage()).as("it is in the outbox still").isEmpty();
        TWILIO.stubFor(post(urlPathEqualTo(MESSAGES)).willReturn(okJson("{\"sid\":\"SM2\"}")));
        assertThat(channel.deliver(toRep("m1", card()))).isInstanceOf(SendResult.Sent.class);
        assertThat(bodies().getLast())
                .contains("ContentSid=", "t%3Dreview", "at%3D" + clock.instant().toEpochMilli());
        assertThat(waitingForTheirMessage()).extracting(Outgoing.Chat::id).containsExactly("m1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"63024", "63015", "21610", "63003", "21211", "21614"})
    void whoCannotBeReachedIsNotTriedAgainUntilTheyWrite(String code) {
        inTouch();
        refused(code);
        assertThat(channel.deliver(toRep("m1", Content.ofText("Hi")))).isInstanceOf(SendResult.Unreachable.class);
        channel.deliver(toRep("m2", Content.ofText("Hi")));
        assertThat(requests()).hasSize(1);
        inTouch();
        clock.advance(Duration.ofSeconds(1));
        channel.deliver(toRep("m3", Content.ofText("Hi")));
        assertThat(requests()).hasSize(2);
    }

    private void reviewTemplateIsThere() {
        TWILIO.stubFor(get(urlPathEqualTo("/v1/Content"))
                .willReturn(okJson("{\"contents\":[{\"friendly_name\":\"schoolgate_review_en\",\"sid\":"
                        + "\"HX00000000000000000000000000000009\"}]}")));
    }

    private List<Outgoing.Chat> waitingForTheirMessage() {
        RecordingIntake intake = new RecordingIntake();
        new WaitingRoom(notebook, clock).comeIn(Samples.CODE, REP, "SM1", intake);
        return intake.taken(Incoming.Returned.class).stream()
                .map(Incoming.Returned::message)
                .toList();
    }

    @Test
    void withoutItsTemplateAMessageGoesAnotherWayAndStillWaitsForItsReader() {
        inTouch();
        clock.advance(Duration.ofDays(2));
        for (String id : List.of("m1", "m1", "m2")) {
            assertThat(channel.deliver(toRep(id, card())))
                    .isEqualTo(
                            new SendResult.NotSetUp("the WhatsApp template schoolgate_review_en (not in the account)"));
        }
        assertThat(bodies()).noneMatch(body -> body.contains("To="));
        assertThat(waitingForTheirMessage()).extracting(Outgoing.Chat::id).containsExactly("m1", "m2");

        reviewTemplateIsThere();
        assertThat(channel.deliver(toRep("m3", card()))).as("mended").isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void aTemplateThatTwilioRefusesIsTriedAgainAfterAnHour() {
        inTouch();
        clock.advance(Duration.ofDays(2));
        reviewTemplateIsThere();
        for (String code : List.of("63016", "63027", "63041", "21655")) {
            TWILIO.stubFor(post(urlPathEqualTo(MESSAGES))
                    .willReturn(aResponse().withStatus(400).withBody("{\"code\":" + code + "}")));
            int before = requests().size();
            assertThat(channel.deliver(toRep("m" + code, card())))
                    .isInstanceOfSatisfying(
                            SendResult.NotSetUp.class,
                            notSetUp -> assertThat(notSetUp.what()).contains("schoolgate_review_en", code));
            int after = requests().size();
            assertThat(after).isGreaterThan(before);
            assertThat(channel.deliver(toRep("again", card()))).isInstanceOf(SendResult.NotSetUp.class);
            assertThat(requests()).as("believed for an hour").hasSize(after);
            clock.advance(Duration.ofMinutes(61));
        }
    }

    @Test
    void noMoreWaitsForAPersonThanCanBeKept() {
        inTouch();
        clock.advance(Duration.ofDays(2));
        reviewTemplateIsThere();
        for (int i = 0; i < 20; i++) {
            assertThat(channel.deliver(toRep("m" + i, card()))).isInstanceOf(SendResult.Sent.class);
        }
        assertThat(channel.deliver(toRep("m20", card()))).isInstanceOf(SendResult.Unreachable.class);
        assertThat(channel.deliver(toRep("m3", card()))).as("kept before").isInstanceOf(SendResult.Sent.class);
        assertThat(waitingForTheirMessage()).hasSize(20);
    }

    /** A notebook in which something else may happen right after a note was written. */
    private static final class HookedNotebook implements Notebook {
        private final Notebook notes;
        private String prefix = "";
        private Runnable then = () -> {};

        HookedNotebook(Notebook notes) {
            this.notes = notes;
        }

        void afterWriting(String prefix, Runnable then) {
            this.prefix = prefix;
            this.then = then;
        }

        @Override
        public Optional<String> read(SchoolCode school, String key) {
            return notes.read(school, key);
        }

        @Override
        public void write(SchoolCode school, String key, String text, Duration life) {
            notes.write(school, key, text, life);
            if (!prefix.isEmpty() && key.startsWith(prefix)) {
                prefix = "";
                then.run();
            }
        }
    }
}
