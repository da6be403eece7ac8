package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.flow.DocumentReader;
import uk.schoolgate.core.flow.IncomingWorker;
import uk.schoolgate.core.flow.OutgoingWorker;
import uk.schoolgate.core.flow.PlatformParts;
import uk.schoolgate.core.flow.SchoolDesk;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Directory;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.SendResult;
import uk.schoolgate.core.message.SourceCopies;
import uk.schoolgate.core.policy.Answerer;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.screening.Screener;
import uk.schoolgate.core.screening.judging.ChildSense;
import uk.schoolgate.core.screening.judging.Signal;
import uk.schoolgate.core.sealing.EvidenceKeys;
import uk.schoolgate.core.sealing.Sealer;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Wording;

/** Doors that only WhatsApp has: what is held, what is forwarded, and what comes back. */
class WhatsAppFlowTest {
    private static final String ATTACK = "Mrs Patel is a complete waste of space";

    private static final String ABOUT_STAFF = "Do not post abusive or offensive comments about staff on social media.";

    private final SettableClock clock = SettableClock.onATuesday();
    private final RecordingChannel whatsApp = new RecordingChannel(Platform.WHATSAPP);
    private final RecordingChannel teams = new RecordingChannel(Platform.TEAMS);
    private final RecordingMailer mailer = new RecordingMailer();
    private final InMemoryStore store = new InMemoryStore(clock);
    private final InMemoryNotebook notebook = new InMemoryNotebook(clock);

    @BeforeEach
    void start() {
        PolicyIndex policies = new InMemoryPolicyIndex(List.of(PolicyIndexContract.policy(
                "social.txt",
                Audience.EVERYONE,
                "Parents may not post photos of other people's children.",
                ABOUT_STAFF)));
        PhraseJudge judge = new PhraseJudge()
                .understands(" hit ", ChildSense.SENSITIVE)
                .hears("waste of space", Signal.ATTACK)
                .hears("stole", Signal.ALLEGATION)
                .hears("her dad hits her", Signal.SAFEGUARDING)
                .hears("unhappy with", Signal.COMPLAINT);
        Screener screener = Samples.screener(Samples.school(Mode.HOLD), Samples.roll(), judge, policies);
        SchoolDesk desk = SchoolDesk.of(
                Samples.school(Mode.HOLD),
                Samples.roll(),
                policies,
                screener,
                new Answerer(policies, clock),
                Wording.english(),
                file -> file.toString());
        Sealer sealer = new Sealer(EvidenceKeys.parse(EvidenceKeys.generate("k1")));
        var _ = store.incoming()
                .consume(new IncomingWorker(
                        code -> Optional.of(desk),
                        store,
                        sealer,
                        clock,
                        new PlatformParts(Directory.NONE, notebook, DocumentReader.NONE, SourceCopies.LEFT_ALONE)));
        var _ = store.outgoing()
                .consume(new OutgoingWorker(
                        code -> Optional.of(desk),
                        store,
                        Map.of(Platform.WHATSAPP, whatsApp, Platform.TEAMS, teams),
                        mailer,
                        clock));
    }

    private void held(String id, String text) {
        store.accept(new Incoming.Held(
                new EventId(id),
                Samples.CODE,
                new Conversation.GroupChat(Platform.WHATSAPP, Samples.KESTREL.address()),
                Samples.PARENT,
                "Dan",
                text,
                List.of(),
                clock.instant()));
    }

    @Test
    void whoseChildAForwardedMessageNamesDoesNotDecideOnIt() {
        forward("f1", "Grace hit my daughter again at lunch");
        assertThat(textsTo(Samples.REP)).last().asString().contains("somebody else at school decides");
        assertThat(textsTo(Samples.HEAD)).singleElement().asString().contains("Grace hit my daughter");
        String id = ConcernId.of(Samples.CODE, new EventId("f1")).value();
        store.accept(Samples.press("p1", Samples.REP, "dismiss:" + id));
        assertThat(store.concern(Samples.CODE, new ConcernId(id))
                        .orElseThrow()
                        .state()
                        .isOpen())
                .isTrue();
    }

    @Test
    void ofARecordingNobodyHearsThatNothingInItCrossesALine() {
        forward("f1", "", new Media("audio/ogg", "ME1"));
        assertThat(textsTo(Samples.REP)).containsExactly(Wording.english().say(Phrase.BOT_CANNOT_READ_PICTURE));
    }

    private void forward(String id, String text, Media... media) {
        store.accept(new Incoming.Forwarded(
                new EventId(id),
                Samples.CODE,
                new Conversation.PrivateChat(Platform.WHATSAPP, Samples.REP),
                Samples.REP,
                "Ngozi",
                text,
                List.of(media),
                clock.instant()));
    }

    private List<String> textsTo(PersonId person) {
        return (person.isPhone() ? whatsApp : teams)
                .toPerson(person).stream()
                        .map(chat -> chat.content().plainText())
                        .toList();
    }

    private void press(String id, String label) {
        Button button = whatsApp.toPerson(Samples.REP).reversed().stream()
                .flatMap(chat -> chat.content().buttons().stream())
                .filter(it -> it.label().equals(label))
                .findFirst()
                .orElseThrow();
        store.accept(Samples.press(id, Samples.REP, button.action()));
    }

    @Test
    void whatIsHeldForReviewIsToldToItsAuthorAlone() {
        held("h1", ATTACK);

        assertThat(textsTo(Samples.PARENT)).singleElement().asString().contains("passed your message on", "same words");
        assertThat(textsTo(Samples.REP)).isEmpty();
        assertThat(textsTo(Samples.HEAD)).isEmpty();
    }

    @Test
    void whatWasHeldBecauseItWasLateIsAskedForAgain() {
        held("h1", "What time is lunch?");
        assertThat(textsTo(Samples.PARENT)).containsExactly(Wording.english().say(Phrase.HOLD_LATE));
        assertThat(textsTo(Samples.HEAD)).isEmpty();
    }

    @Test
    void whatIsHeldAsUrgentReachesItsContactAndCannotBeInsistedOn() {
        held("h1", "Mrs Patel stole the trip money");

        assertThat(textsTo(Samples.HEAD)).hasSize(1);
        assertThat(textsTo(Samples.PARENT)).hasSize(2).noneMatch(text -> text.contains("same words"));
    }

    @Test
    void aForwardIsAnsweredToWhoSentItAndHandedOverWithWhatTheyKnow() {
        forward("f1", ATTACK);
        assertThat(textsTo(Samples.REP)).singleElement().asString().contains("send this on", "hears nothing");
        assertThat(whatsApp.toPerson(Samples.REP).getFirst().content().blocks())
                .filteredOn(Block.Quote.class::isInstance)
                .as("the clause")
                .first()
                .satisfies(quote -> assertThat(((Block.Quote) quote).text()).isEqualTo(ABOUT_STAFF));

        press("p1", "Hand to the school");
        store.accept(Samples.inPrivate("a1", Samples.REP, "Dan’s mum"));
        store.accept(Samples.inPrivate("a1", Samples.REP, "Dan’s mum"));
        store.accept(Samples.inPrivate("a2", Samples.REP, "skip"));
        store.accept(Samples.inPrivate("a3", Samples.REP, "Monday evening"));
        press("p2", "Yes, hand it over");

        assertThat(mailer.to("complaints@test.example")).singleElement().satisfies(mail -> {
            assertThat(mail.text()).contains(ATTACK, "Dan’s mum", "a group that the bot is not in (Monday evening)");
            assertThat(mail.subject())
                    .as("where it was, in the words of whoever sent it on, may name a child")
                    .endsWith("in one of your groups");
        });
        assertThat(textsTo(Samples.PARENT)).isEmpty();
    }

    @Test
    void aForwardOfWhichNothingIsKnownSaysSoAndShowsNoMadeUpAuthor() {
        forward("f1", ATTACK);
        press("p1", "Hand to the school");
        for (String id : List.of("a1", "a2", "a3")) {
            store.accept(Samples.inPrivate(id, Samples.REP, "skip"));
        }
        press("p2", "Yes, hand it over");
        assertThat(mailer.to("complaints@test.example")).singleElement().satisfies(mail -> {
            assertThat(mail.text())
                    .contains(
                            "Written by: somebody whose name was not given\n",
                            "Sent on to Schoolgate: ",
                            "nobody has checked it")
                    .doesNotContain("Incidents of this author");
            assertThat(mail.attachments().getFirst().content())
                    .contains("Named[id=, name=somebody whose name was not given]", "earlierIncidents=0");
            assertThat(mail.toString()).doesNotContain("forwarded:");
        });
        assertThat(store.incidents(Samples.CODE)).hasSize(1);
    }

    @Test
    void aForwardedSignOfAChildAtRiskIsForTheSafeguardingLeadAlone() {
        forward("f1", "Grace told mine that her dad hits her");

        assertThat(textsTo(Samples.SAFEGUARDING_LEAD))
                .singleElement()
                .asString()
                .contains("her dad hits her");
        assertThat(textsTo(Samples.REP)).singleElement().asString().contains("nobody else", "999");
        assertThat(whatsApp.toPerson(Samples.REP).getFirst().content().buttons())
                .isEmpty();
        assertThat(textsTo(Samples.HEAD)).isEmpty();

        String id = ConcernId.of(Samples.CODE, new EventId("f1")).value();
        store.accept(Samples.press("p1", Samples.REP, "hand-over:" + id));
        store.accept(Samples.press("p2", Samples.REP, "sure:" + id));
        assertThat(mailer.to("complaints@test.example")).isEmpty();
        assertThat(textsTo(Samples.REP)).hasSize(3).last().asString().contains("isn’t yours to decide");
    }

    @Test
    void aForwardedAllegationIsForTheHeadteacherAlone() {
        forward("f1", "Mrs Patel stole the trip money");

        assertThat(textsTo(Samples.HEAD)).hasSize(1);
        assertThat(whatsApp.toPerson(Samples.REP))
                .singleElement()
                .satisfies(chat -> assertThat(chat.content().buttons()).isEmpty());
    }

    @Test
    void aForwardedDecentComplaintIsNeitherKeptNorOfferedToTheSchool() {
        forward("f1", "I am unhappy with how Mrs Patel handled it");

        assertThat(textsTo(Samples.REP)).singleElement().asString().contains("school office");
        assertThat(whatsApp.toPerson(Samples.REP).getFirst().content().buttons())
                .isEmpty();
        assertThat(store.concern(Samples.CODE, ConcernId.of(Samples.CODE, new EventId("f1"))))
                .isEmpty();
    }

    @Test
    void aForwardThatIsFineIsSaidToBe() {
        forward("f1", "What time is lunch?");

        assertThat(textsTo(Samples.REP)).singleElement().asString().contains("nothing in this message");
    }

    @Test
    void aMessageThatCameBackGoesOutAgainOrAnotherWay() {
        Outgoing.Chat toHead = new Outgoing.Chat(
                "m1", Samples.CODE, new Conversation.PrivateChat(Platform.TEAMS, Samples.HEAD), Content.ofText("Look"));
        store.accept(new Incoming.Returned(new EventId("r1"), Samples.CODE, toHead, Optional.empty(), clock.instant()));
        assertThat(textsTo(Samples.HEAD)).containsExactly("Look");

        store.accept(new Incoming.Returned(
                new EventId("r2"), Samples.CODE, toHead, Optional.of("Twilio 63024"), clock.instant()));
        assertThat(mailer.to("head@test.example")).hasSize(1);
    }

    @Test
    void anUrgentWordThatIsSentAgainIsStillKnownAsUrgent() {
        Outgoing.Chat urgent = new Outgoing.Chat(
                "urgent:C0123456789ABCDEF:e1/0",
                Samples.CODE,
                new Conversation.PrivateChat(Platform.TEAMS, Samples.HEAD),
                Content.ofText("Look"));
        store.accept(new Incoming.Returned(
                new EventId("twilio:back:1:x"), Samples.CODE, urgent, Optional.empty(), clock.instant()));
        assertThat(teams.toPerson(Samples.HEAD))
                .extracting(Outgoing.Chat::id)
                .containsExactly("urgent:C0123456789ABCDEF:twilio:back:1:x");
    }

    private void handOver() {
        forward("f1", ATTACK);
        press("p1", "Hand to the school");
    }

    private void say(String id, String text) {
        store.accept(Samples.inPrivate(id, Samples.REP, text));
    }

    @Test
    void aQuestionInTheMidstOfHandingOverIsAnsweredAndIsNoAnswer() {
        handOver();
        say("q1", "Can I post photos of other people's children?");
        assertThat(textsTo(Samples.REP).reversed().get(1)).contains("may not post photos");
        assertThat(textsTo(Samples.REP).getLast()).contains("Who wrote it?");
        say("q2", "help");
        assertThat(textsTo(Samples.REP).reversed().get(1)).contains("bot");
        say("q3", "what happens when somebody parks on the zigzags?");
        say("a1", "I think it was Dan, is he the one in Robin?");
        say("a2", "Kestrel mums");
        say("q4", "thanks");
        say("a3", "when we came home from swimming");
        press("p2", "Yes, hand it over");

        assertThat(mailer.to("complaints@test.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("I think it was Dan", "Kestrel mums (when we came home from swimming)")
                        .doesNotContain("zigzags", "thanks", "help"));
    }

    @Test
    void whoTurnsToAnotherForwardHandsTheFirstOverWithWhatTheyHadSaid() {
        handOver();
        say("a1", "Dan’s mum");
        forward("f2", "That head is a waste of space, Mrs Patel too");
        press("p2", "Hand to the school");
        assertThat(textsTo(Samples.REP).getLast()).contains("Who wrote it?");
        store.accept(Samples.press(
                "p3",
                Samples.REP,
                "sure:" + ConcernId.of(Samples.CODE, new EventId("f1")).value()));

        assertThat(mailer.to("complaints@test.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains(ATTACK, "Dan’s mum"));
    }

    @Test
    void whoLeavesTheQuestionsUnansweredIsReminded() {
        handOver();
        int told = textsTo(Samples.REP).size();
        clock.advance(Duration.ofHours(30));
        store.settle();
        assertThat(whatsApp.toPerson(Samples.REP)).hasSize(told + 1);
        assertThat(whatsApp.toPerson(Samples.REP).getLast().content().buttons())
                .extracting(Button::label)
                .contains("Hand to the school");
    }

    @Test
    void stopEndsTheQuestionsAndHandsNothingOver() {
        handOver();
        say("a1", "Dan’s mum");
        say("s1", "STOP");
        assertThat(textsTo(Samples.REP).getLast()).contains("handed nothing to the school");
        say("s2", "Kestrel mums");
        assertThat(textsTo(Samples.REP).getLast()).doesNotContain("When was it?");
        assertThat(mailer.to("complaints@test.example")).isEmpty();

        press("p2", "Hand to the school");
        assertThat(textsTo(Samples.REP).getLast()).contains("Who wrote it?");
    }

    @Test
    void whatIsNotSetUpGoesAnotherWayAndTheOfficeHearsOfItOnceADay() {
        whatsApp.failWith(new SendResult.NotSetUp("the template schoolgate_notice_en is missing"));
        for (int i = 0; i < 3; i++) {
            forward("f" + i, "What time is lunch?");
        }
        assertThat(mailer.to("office@test.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("schoolgate_notice_en", "mending"));
        clock.advance(Duration.ofDays(2));
        store.settle();
        forward("f4", "What time is lunch?");
        assertThat(mailer.to("office@test.example")).hasSize(2);

        teams.failWith(new SendResult.NotSetUp("the app is not installed"));
        Outgoing.Chat toHead = new Outgoing.Chat(
                "m1", Samples.CODE, new Conversation.PrivateChat(Platform.TEAMS, Samples.HEAD), Content.ofText("Look"));
        store.accept(new Incoming.Returned(new EventId("r1"), Samples.CODE, toHead, Optional.empty(), clock.instant()));
        assertThat(mailer.to("head@test.example")).hasSize(1);
        assertThat(mailer.to("office@test.example")).hasSize(3);
    }
}
