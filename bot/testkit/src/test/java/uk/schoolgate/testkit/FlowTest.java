package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.audit.AuditChain;
import uk.schoolgate.core.audit.AuditEntry;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.concern.ConcernState;
import uk.schoolgate.core.flow.Casebook;
import uk.schoolgate.core.flow.Commit;
import uk.schoolgate.core.flow.IncomingWorker;
import uk.schoolgate.core.flow.OutgoingWorker;
import uk.schoolgate.core.flow.SchoolDesk;
import uk.schoolgate.core.flow.WorkQueue;
import uk.schoolgate.core.handoff.Delivery;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.SendResult;
import uk.schoolgate.core.policy.Answerer;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Screener;
import uk.schoolgate.core.screening.judging.ChildSense;
import uk.schoolgate.core.screening.judging.Signal;
import uk.schoolgate.core.sealing.EvidenceKeys;
import uk.schoolgate.core.sealing.Sealer;
import uk.schoolgate.core.wording.Wording;

/** The main path, from a message to the inbox, over the in-memory adapters. */
class FlowTest {
    private static final String ATTACK = "Mrs Patel is a complete waste of space";
    private static final String NAMES_CHILD = "Ollie hit my daughter again at lunch";

    private final SettableClock clock = SettableClock.onATuesday();
    private final RecordingChannel whatsApp = new RecordingChannel(Platform.WHATSAPP);
    private final RecordingChannel teams = new RecordingChannel(Platform.TEAMS);
    private final RecordingMailer mailer = new RecordingMailer();
    private InMemoryStore store = new InMemoryStore(clock);

    @BeforeEach
    void start() {
        start(Mode.WATCH);
    }

    private void start(Mode mode) {
        store = new InMemoryStore(clock);
        Sealer sealer = new Sealer(EvidenceKeys.parse(EvidenceKeys.generate("k1")));
        SchoolDesk desk = desk(mode);
        var _ = store.incoming().consume(new IncomingWorker(code -> Optional.of(desk), store, sealer, clock));
        var _ = store.outgoing()
                .consume(new OutgoingWorker(
                        code -> Optional.of(desk),
                        store,
                        Map.of(Platform.WHATSAPP, whatsApp, Platform.TEAMS, teams),
                        mailer,
                        clock));
    }

    private SchoolDesk desk(Mode mode) {
        PolicyIndex policies = new InMemoryPolicyIndex(List.of(
                PolicyIndexContract.policy(
                        "social.txt", Audience.EVERYONE, "Parents may not post photos of other people's children."),
                PolicyIndexContract.policy("staff.txt", Audience.STAFF, "Staff must keep gifts under thirty pounds.")));
        Wording wording = Wording.english();
        PhraseJudge judge = new PhraseJudge()
                .understands(" hit ", ChildSense.SENSITIVE)
                .understands(" kicked ", ChildSense.SENSITIVE)
                .hears("waste of space", Signal.ATTACK)
                .hears("stole", Signal.ALLEGATION)
                .hears("her dad hits her", Signal.SAFEGUARDING);
        Screener screener = Samples.screener(Samples.school(mode), Samples.roll(), judge, policies);
        return SchoolDesk.of(
                Samples.school(mode),
                Samples.roll(),
                policies,
                screener,
                new Answerer(policies, clock),
                wording,
                file -> file.toString());
    }

    private void post(String id, PersonId author, String text) {
        store.accept(Samples.inKestrel(id, author, text));
    }

    private void press(String id, PersonId by, String label) {
        Outgoing.Chat last = chatsOf(by).getLast();
        Button button = last.content().buttons().stream()
                .filter(it -> it.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "no button " + label + " under: " + last.content().plainText()));
        store.accept(Samples.press(id, by, button.action()));
    }

    private List<Outgoing.Chat> chatsOf(PersonId person) {
        return (person.isPhone() ? whatsApp : teams).toPerson(person);
    }

    private List<String> textsTo(PersonId person) {
        return chatsOf(person).stream().map(chat -> chat.content().plainText()).toList();
    }

    private Optional<ConcernState> stateOf(String message) {
        return store.concern(Samples.CODE, ConcernId.of(Samples.CODE, new EventId(message)))
                .map(concern -> concern.state());
    }

    @Test
    void aConfirmedAttackReachesTheComplaintsInboxOnce() {
        post("m1", Samples.PARENT, ATTACK);
        assertThat(textsTo(Samples.PARENT))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("private word"));
        assertThat(textsTo(Samples.REP))
                .singleElement()
                .satisfies(text -> assertThat(text).contains(ATTACK, "Dan Smith"));
        assertThat(whatsApp.toGroup(Samples.KESTREL.address())).isEmpty();

        press("b1", Samples.REP, "Hand to the school");
        assertThat(mailer.to("complaints@test.example")).isEmpty();
        press("b2", Samples.REP, "Yes, hand it over");

        Mail mail = mailer.to("complaints@test.example").getFirst();
        assertThat(mailer.to("complaints@test.example")).hasSize(1);
        assertThat(mail.subject()).startsWith("[TST-26-0001]").contains("4 Kestrel parents");
        assertThat(mail.text()).contains(ATTACK, "Dan Smith", "Ngozi Okafor");
        assertThat(mail.html()).contains("waste of space");
        assertThat(textsTo(Samples.REP)).anySatisfy(text -> assertThat(text).contains("TST-26-0001 has arrived"));
        assertThat(store.incidents(Samples.CODE))
                .extracting(Incident::delivery)
                .singleElement()
                .isInstanceOf(Delivery.Delivered.class);
        assertThat(AuditChain.firstBroken(store.auditTrail(Samples.CODE))).isEmpty();
        assertThat(store.auditTrail(Samples.CODE))
                .extracting(entry -> entry.event().action())
                .containsExactly("concern.raised", "concern.asked", "concern.confirmed", "incident.delivered");
    }

    @Test
    void pressingTwiceHandsOverOnce() {
        post("m1", Samples.PARENT, ATTACK);
        press("b1", Samples.REP, "Hand to the school");
        press("b2", Samples.REP, "Yes, hand it over");
        String sure = "sure:" + ConcernId.of(Samples.CODE, new EventId("m1"));
        store.accept(Samples.press("b3", Samples.REP, sure));
        assertThat(mailer.to("complaints@test.example")).hasSize(1);
        assertThat(textsTo(Samples.REP).getLast()).contains("already closed");
    }

    @Test
    void nobodyElseCanDecideByForgingAButton() {
        post("m1", Samples.PARENT, ATTACK);
        String id = ConcernId.of(Samples.CODE, new EventId("m1")).value();
        for (PersonId stranger : List.of(Samples.PARENT, Samples.OTHER_PARENT, Samples.TEACHER)) {
            store.accept(Samples.press("x-" + stranger.value(), stranger, "sure:" + id));
            store.accept(Samples.press("y-" + stranger.value(), stranger, "dismiss:" + id));
            store.accept(Samples.press("z-" + stranger.value(), stranger, "take-on:" + id));
        }
        store.accept(Samples.press("r", Samples.OTHER_PARENT, "removed:" + id));
        assertThat(stateOf("m1")).containsInstanceOf(ConcernState.Open.class);
        assertThat(mailer.to("complaints@test.example")).isEmpty();
        assertThat(store.auditTrail(Samples.CODE))
                .extracting(entry -> entry.event().action())
                .contains("press.refused");
    }

    @Test
    void aDismissedConcernIsErased() {
        post("m1", Samples.OTHER_PARENT, NAMES_CHILD);
        press("b1", Samples.REP, "No action");
        assertThat(stateOf("m1")).containsInstanceOf(ConcernState.Dismissed.class);
        assertThat(store.concern(Samples.CODE, ConcernId.of(Samples.CODE, new EventId("m1"))))
                .hasValueSatisfying(
                        concern -> assertThat(concern.evidence().text()).isEmpty());
        assertThat(mailer.to("complaints@test.example")).isEmpty();
    }

    @Test
    void theAuthorCanTakeItBack() {
        post("m1", Samples.PARENT, NAMES_CHILD.replace("Ollie", "Zuzia"));
        press("b1", Samples.PARENT, "I’ve removed it");
        assertThat(stateOf("m1")).containsInstanceOf(ConcernState.Removed.class);
        assertThat(textsTo(Samples.REP).getLast()).contains("taken the message back");
    }

    @Test
    void aDeletedMessageClosesItsConcernKindly() {
        post("m1", Samples.PARENT, ATTACK);
        store.accept(deleted("d1", "m1"));
        assertThat(stateOf("m1")).containsInstanceOf(ConcernState.Removed.class);
        assertThat(textsTo(Samples.PARENT).getLast()).contains("Thank you");
        assertThat(textsTo(Samples.REP).getLast()).contains("taken the message back");
    }

    @Test
    void anEditThatMendsItClosesItAndOneThatDoesNotJoinsTheEvidence() {
        post("m1", Samples.PARENT, ATTACK);
        store.accept(edited("e1", "m1", "Mrs Patel is still a complete waste of space"));
        assertThat(stateOf("m1")).containsInstanceOf(ConcernState.Open.class);
        assertThat(store.concern(Samples.CODE, ConcernId.of(Samples.CODE, new EventId("m1"))))
                .hasValueSatisfying(concern -> assertThat(concern.evidence().changes())
                        .singleElement()
                        .satisfies(change -> assertThat(change.text()).contains("still")));
        store.accept(edited("e2", "m1", "Does anybody know when the fair starts?"));
        assertThat(stateOf("m1")).containsInstanceOf(ConcernState.Removed.class);
    }

    @Test
    void anEditCanRaiseWhatTheMessageDidNot() {
        post("m1", Samples.PARENT, "Does anybody know when the fair starts?");
        store.accept(edited("e1", "m1", ATTACK));
        assertThat(stateOf("m1")).containsInstanceOf(ConcernState.Open.class);
        assertThat(textsTo(Samples.REP))
                .singleElement()
                .satisfies(text -> assertThat(text).contains(ATTACK));
    }

    private static Incoming.Edited edited(String id, String message, String text) {
        return new Incoming.Edited(
                new EventId(id),
                Samples.CODE,
                new Conversation.GroupChat(Platform.WHATSAPP, Samples.KESTREL.address()),
                new EventId(message),
                Samples.PARENT,
                "Somebody",
                text,
                Samples.NOON);
    }

    private static Incoming.Deleted deleted(String id, String message) {
        return new Incoming.Deleted(
                new EventId(id),
                Samples.CODE,
                new Conversation.GroupChat(Platform.WHATSAPP, Samples.KESTREL.address()),
                new EventId(message),
                Samples.NOON);
    }

    @Test
    void anObjectionBringsInASecondPerson() {
        post("m1", Samples.PARENT, ATTACK);
        assertThat(chatsOf(Samples.HEAD)).isEmpty();
        press("b1", Samples.PARENT, "I think it’s wrong");
        assertThat(textsTo(Samples.HEAD))
                .singleElement()
                .satisfies(text -> assertThat(text).contains(ATTACK, "flagging this was wrong"));
    }

    @Test
    void aReviewerNeverDecidesOnTheirOwnChild() {
        // Grace is the rep's daughter: the headteacher is asked instead.
        post("m1", Samples.PARENT, "That Grace kicked my son again");
        assertThat(chatsOf(Samples.REP)).isEmpty();
        assertThat(textsTo(Samples.HEAD))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("Grace"));
    }

    @Test
    void aReviewerNeverDecidesOnTheirOwnMessage() {
        post("m1", Samples.REP, ATTACK);
        assertThat(textsTo(Samples.REP))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("private word"));
        assertThat(chatsOf(Samples.HEAD)).hasSize(1);
    }

    @Test
    void aSignOfHarmGoesToTheSafeguardingLeadAlone() {
        post("m1", Samples.PARENT, "My neighbour's girl says her dad hits her and she is scared to go home");
        assertThat(chatsOf(Samples.REP)).isEmpty();
        assertThat(chatsOf(Samples.HEAD)).isEmpty();
        assertThat(textsTo(Samples.SAFEGUARDING_LEAD))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("scared to go home"));
        assertThat(mailer.to("dsl@test.example")).hasSize(1);
        assertThat(mailer.to("head@test.example")).isEmpty();
        assertThat(mailer.to("complaints@test.example")).isEmpty();
        assertThat(textsTo(Samples.PARENT).getFirst()).contains("Mr Fielding", "999");
    }

    @Test
    void anUrgentConcernIsToldAgainUntilSomebodyTakesItOn() {
        post("m1", Samples.PARENT, "My neighbour's girl says her dad hits her");
        clock.advance(Duration.ofMinutes(31));
        store.settle();
        assertThat(chatsOf(Samples.SAFEGUARDING_LEAD)).hasSize(2);
        press("b1", Samples.SAFEGUARDING_LEAD, "I’ve taken it on");
        clock.advance(Duration.ofDays(2));
        store.settle();
        assertThat(textsTo(Samples.SAFEGUARDING_LEAD)).hasSize(3);
        assertThat(stateOf("m1")).containsInstanceOf(ConcernState.TakenOn.class);
    }

    /** While a new version comes, one bot takes in for a school that another does not know yet. */
    @Test
    void whatIsForASchoolThatIsNotKnownYetWaitsForIt() {
        store = new InMemoryStore(clock);
        AtomicReference<Optional<SchoolDesk>> known = new AtomicReference<>(Optional.empty());
        var _ = store.incoming()
                .consume(new IncomingWorker(
                        code -> known.get(),
                        store,
                        new Sealer(EvidenceKeys.parse(EvidenceKeys.generate("k1"))),
                        clock));
        post("m1", Samples.PARENT, ATTACK);
        assertThat(stateOf("m1")).isEmpty();
        known.set(Optional.of(desk(Mode.WATCH)));
        clock.advance(Duration.ofMinutes(1));
        store.settle();
        assertThat(stateOf("m1")).containsInstanceOf(ConcernState.Open.class);
    }

    @Test
    void afterAnOutageAnUrgentConcernIsToldAgainOnce() {
        post("m1", Samples.PARENT, "My neighbour's girl says her dad hits her");
        int before = chatsOf(Samples.SAFEGUARDING_LEAD).size();
        clock.advance(Duration.ofHours(60));
        store.settle();
        assertThat(chatsOf(Samples.SAFEGUARDING_LEAD)).hasSize(before + 1);
    }

    @Test
    void anAllegationAboutTheHeadGoesToTheChairOfGovernors() {
        post("m1", Samples.PARENT, "Mrs Adeyemi stole money from the PTA, thief");
        assertThat(chatsOf(Samples.HEAD)).isEmpty();
        assertThat(mailer.to("head@test.example")).isEmpty();
        assertThat(chatsOf(Samples.CHAIR)).hasSize(1);
        assertThat(mailer.to("chair@test.example")).hasSize(1);
    }

    @Test
    void nobodyDecidingMeansAReminderThenTheNextPersonThenTheEnd() {
        post("m1", Samples.PARENT, ATTACK);
        clock.advance(Duration.ofHours(25));
        store.settle();
        assertThat(textsTo(Samples.REP)).hasSize(2);
        clock.advance(Duration.ofHours(24));
        store.settle();
        assertThat(chatsOf(Samples.HEAD)).hasSize(1);
        // Seven school days after a Tuesday is the Thursday of the next week.
        clock.advance(Duration.ofDays(6));
        store.settle();
        assertThat(stateOf("m1")).containsInstanceOf(ConcernState.Open.class);
        assertThat(mailer.to("office@test.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("4 Kestrel parents", "Ngozi Okafor")
                        .doesNotContain("waste of space", "Patel"));
        clock.advance(Duration.ofDays(1));
        store.settle();
        assertThat(stateOf("m1")).containsInstanceOf(ConcernState.Expired.class);
    }

    @Test
    void aKindWordIsSaidOnceAWeek() {
        post("m1", Samples.OTHER_PARENT, "thanks for having Zuzia");
        post("m2", Samples.OTHER_PARENT, "thanks for having Zuzia again");
        assertThat(chatsOf(Samples.OTHER_PARENT)).hasSize(1);
        clock.advance(Duration.ofDays(8));
        post("m3", Samples.OTHER_PARENT, "thanks for having Zuzia once more");
        assertThat(chatsOf(Samples.OTHER_PARENT)).hasSize(2);
        assertThat(store.auditTrail(Samples.CODE)).isEmpty();
    }

    @Test
    void inShadowModeNobodyIsToldAndItIsNoted() {
        start(Mode.SHADOW);
        post("m1", Samples.PARENT, ATTACK);
        assertThat(chatsOf(Samples.PARENT)).isEmpty();
        assertThat(chatsOf(Samples.REP)).isEmpty();
        assertThat(store.auditTrail(Samples.CODE))
                .extracting(
                        entry -> entry.event().action(), entry -> entry.event().detail())
                .containsExactly(tuple("shadow.REVIEW", "STAFF_ATTACK"));
    }

    @Test
    void aQuestionInTheGroupIsAnsweredThereWithTheQuote() {
        post("m1", Samples.PARENT, "@Schoolgate may parents post photos of other people's children?");
        assertThat(whatsApp.toGroup(Samples.KESTREL.address()))
                .singleElement()
                .satisfies(chat -> assertThat(chat.content().plainText())
                        .contains("“Parents may not post photos of other people's children.”", "Title of social.txt"));
    }

    @Test
    void whatThePoliciesDontSayIsNotMadeUp() {
        post("m1", Samples.PARENT, "Schoolgate, when is the Christmas fair this year then?");
        assertThat(whatsApp.toGroup(Samples.KESTREL.address()))
                .singleElement()
                .satisfies(chat -> assertThat(chat.content().plainText()).contains("don’t say", "01632 960999"));
    }

    @Test
    void aQuestionThatNamesAChildIsAnsweredInPrivate() {
        post("m1", Samples.OTHER_PARENT, "@Schoolgate may parents post photos of Zuzia?");
        assertThat(whatsApp.toGroup(Samples.KESTREL.address()))
                .extracting(chat -> chat.content().plainText())
                .containsExactly("I’ve answered you in our private chat.");
        assertThat(textsTo(Samples.OTHER_PARENT))
                .anySatisfy(text -> assertThat(text).contains("may not post photos"));
    }

    @Test
    void staffOnlyPoliciesStayWithStaff() {
        String question = "Staff must keep gifts under thirty pounds?";
        store.accept(Samples.inPrivate("m1", Samples.PARENT, question));
        assertThat(textsTo(Samples.PARENT))
                .singleElement()
                .satisfies(text -> assertThat(text).doesNotContain("thirty pounds", "staff.txt"));
        store.accept(Samples.inPrivate("m2", Samples.TEACHER, question));
        assertThat(textsTo(Samples.TEACHER))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("thirty pounds"));
    }

    @Test
    void aGroupMessageToNobodyGetsNoAnswer() {
        post("m1", Samples.PARENT, "Does anyone know what time the fair starts?");
        assertThat(whatsApp.toGroup(Samples.KESTREL.address())).isEmpty();
        assertThat(chatsOf(Samples.PARENT)).isEmpty();
    }

    @Test
    void helloIsAnsweredWithWhatTheBotIs() {
        store.accept(Samples.inPrivate("m1", Samples.PARENT, "Hello!"));
        assertThat(textsTo(Samples.PARENT))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("a bot", "Test Primary School"));
    }

    @Test
    void aMailServerThatIsDownForADayGetsTheIncidentInTheEnd() {
        mailer.failWith(new SendResult.TryLater("the mail server answered 421", Optional.empty()));
        confirm("m1");
        assertThat(store.incidents(Samples.CODE))
                .extracting(Incident::delivery)
                .singleElement()
                .isInstanceOf(Delivery.Retrying.class);
        for (int i = 0; i < 60; i++) {
            clock.advance(Duration.ofMinutes(31));
            store.settle();
        }
        mailer.work();
        clock.advance(Duration.ofHours(1));
        store.settle();
        assertThat(mailer.to("complaints@test.example")).hasSize(1);
    }

    @Test
    void anInboxThatCannotBeReachedIsNotLostAndAPersonIsTold() {
        mailer.failWith(new SendResult.Unreachable("the mail server answered 550"));
        confirm("m1");
        advance(Duration.ofMinutes(6));
        assertThat(store.incidents(Samples.CODE))
                .extracting(Incident::delivery)
                .singleElement()
                .isInstanceOf(Delivery.Retrying.class);
        advance(Duration.ofMinutes(30));
        assertThat(store.incidents(Samples.CODE))
                .extracting(Incident::delivery)
                .singleElement()
                .isInstanceOf(Delivery.Dead.class);
        assertThat(textsTo(Samples.REP).getLast()).contains("TST-26-0001 has not reached");
        assertThat(store.auditTrail(Samples.CODE))
                .extracting(entry -> entry.event().action())
                .contains("incident.dead");
    }

    @Test
    void aMailServerThatRefusesForAWhileGetsTheIncidentInTheEnd() {
        mailer.failWith(new SendResult.Unreachable("the mail server answered 554"));
        confirm("m1");
        advance(Duration.ofMinutes(2));
        mailer.work();
        advance(Duration.ofMinutes(10));
        assertThat(mailer.to("complaints@test.example")).hasSize(1);
        assertThat(store.incidents(Samples.CODE))
                .extracting(Incident::delivery)
                .singleElement()
                .isInstanceOf(Delivery.Delivered.class);
    }

    private void advance(Duration time) {
        for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plusSeconds(30)) {
            clock.advance(Duration.ofSeconds(30));
            store.settle();
        }
    }

    @Test
    void whatAnOutageUsedUpDoesNotMakeTheFirstRefusalTheLastWord() {
        mailer.failWith(new SendResult.TryLater("the mail server refused the connection", Optional.empty()));
        confirm("m1");
        advance(Duration.ofHours(2));
        mailer.failWith(new SendResult.Unreachable("the mail server answered 554"));
        advance(Duration.ofMinutes(31));
        assertThat(store.incidents(Samples.CODE))
                .extracting(Incident::delivery)
                .singleElement()
                .isInstanceOf(Delivery.Retrying.class);
        mailer.work();
        advance(Duration.ofMinutes(31));
        assertThat(mailer.to("complaints@test.example")).hasSize(1);
    }

    private IncomingWorker worker() {
        Sealer sealer = new Sealer(EvidenceKeys.parse(EvidenceKeys.generate("k1")));
        SchoolDesk desk = desk(Mode.WATCH);
        return new IncomingWorker(code -> Optional.of(desk), store, sealer, clock);
    }

    @Test
    void aPressThatIsGivenUpIsToldToWhoPressedAndToTheHead() {
        post("m1", Samples.PARENT, ATTACK);
        ConcernId id = ConcernId.of(Samples.CODE, new EventId("m1"));
        Commit commit = worker().givenUp(Samples.press("p1", Samples.REP, "sure:" + id.value()), "OutOfLuck");
        assertThat(commit.outgoing())
                .filteredOn(Outgoing.Chat.class::isInstance)
                .extracting(item -> ((Outgoing.Chat) item).to().key())
                .containsExactly("whatsapp:person:" + Samples.REP.value(), "teams:person:S01");
        assertThat(commit.audit()).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("work.given-up");
            assertThat(event.subject()).isEqualTo(id.value());
        });
    }

    @Test
    void anUrgentWordGoesOnAndOnlyItsContactHearsWhenItsRepetitionFails() {
        post("m1", Samples.PARENT, "My neighbour's girl says her dad hits her");
        ConcernId id = ConcernId.of(Samples.CODE, new EventId("m1"));
        Incoming.Alarm alarm =
                new Incoming.Alarm(new EventId("a1"), Samples.CODE, id.value(), "TELL_AGAIN", clock.instant());
        Commit commit = worker().givenUp(alarm, "OutOfLuck");
        assertThat(commit.alarms()).singleElement().satisfies(next -> {
            assertThat(next.step()).isEqualTo("TELL_AGAIN");
            assertThat(next.concern()).isEqualTo(id.value());
            assertThat(next.at()).isAfter(clock.instant());
        });
        assertThat(commit.outgoing())
                .extracting(Outgoing::orderingKey)
                .containsExactly("teams:person:S02", "mail:dsl@test.example");
    }

    @Test
    void somebodyWithoutTeamsIsToldByMail() {
        teams.failWith(new SendResult.Unreachable("not installed"));
        post("m1", Samples.REP, ATTACK);
        assertThat(mailer.to("head@test.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains(ATTACK));
    }

    @Test
    void theAuditTrailNamesNobodyOutsideTheStaff() {
        confirm("m1");
        assertThat(store.auditTrail(Samples.CODE))
                .extracting(AuditEntry::toString)
                .noneMatch(entry -> entry.contains("7700900"));
    }

    @Test
    void theSameMessageTwiceIsOneConcern() {
        post("m1", Samples.PARENT, ATTACK);
        post("m1", Samples.PARENT, ATTACK);
        assertThat(chatsOf(Samples.REP)).hasSize(1);
    }

    @Test
    void anAttackInTheStaffRoomIsReviewedInTeams() {
        store.accept(new Incoming.Message(
                new EventId("m1"),
                Samples.CODE,
                new Conversation.GroupChat(Platform.TEAMS, Samples.STAFF.address()),
                Samples.TEACHER,
                "Anna Patel",
                "the head is a complete waste of space",
                List.of(),
                false,
                Samples.NOON));
        assertThat(chatsOf(Samples.SAFEGUARDING_LEAD)).hasSize(1);
        assertThat(chatsOf(Samples.TEACHER)).hasSize(1);
    }

    private void confirm(String message) {
        post(message, Samples.PARENT, ATTACK);
        press("ask-" + message, Samples.REP, "Hand to the school");
        press("sure-" + message, Samples.REP, "Yes, hand it over");
        assertThat(store.concern(Samples.CODE, ConcernId.of(Samples.CODE, new EventId(message))))
                .hasValueSatisfying(concern -> assertThat(concern.category()).isEqualTo(Category.STAFF_ATTACK));
    }

    @Test
    void everybodyIsWrittenToInTheirLanguage() {
        store.accept(Samples.inPrivate("l1", Samples.PARENT, "Polski"));
        assertThat(textsTo(Samples.PARENT))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("po polsku", "przetłumaczył komputer", "English"));
        store.accept(Samples.inPrivate("l2", Samples.REP, "اردو"));

        post("m1", Samples.PARENT, ATTACK);
        assertThat(textsTo(Samples.PARENT).getLast())
                .contains("pracowników szkoły")
                .doesNotContain("private word");
        assertThat(textsTo(Samples.REP).getLast())
                .contains("براہِ کرم ایک پیغام دیکھیں", "توہین", ATTACK)
                .doesNotContain("insults");
        press("b1", Samples.REP, "اسکول کو دیں");
        press("b2", Samples.REP, "جی ہاں، دے دیں");
        assertThat(textsTo(Samples.REP).getLast()).contains("TST-26-0001", "پہنچ گیا");
        assertThat(mailer.to("complaints@test.example").getFirst().text())
                .contains("Handed over by", "Attack on a member of staff");

        store.accept(Samples.inPrivate("l3", Samples.PARENT, "English"));
        store.accept(Samples.inPrivate("l4", Samples.PARENT, "hello"));
        assertThat(textsTo(Samples.PARENT).getLast()).contains("I’m Schoolgate", "Polski · اردو");
    }

    @Test
    void whatAWholeGroupReadsStaysEnglish() {
        store.accept(Samples.inPrivate("l1", Samples.PARENT, "polski"));
        post("m1", Samples.PARENT, "@Schoolgate may I post photos of other children?");
        assertThat(whatsApp.toGroup(Samples.KESTREL.address())
                        .getLast()
                        .content()
                        .plainText())
                .contains("No. The policy says:");
    }

    @Test
    void anIncidentKeepsTheNumberOfItsReferenceWhenAnotherIsOpenedMeanwhile() {
        post("m1", Samples.PARENT, ATTACK);
        press("ask", Samples.REP, "Hand to the school");
        AtomicInteger asked = new AtomicInteger();
        Casebook moving = (Casebook) Proxy.newProxyInstance(
                Casebook.class.getClassLoader(),
                new Class<?>[] {Casebook.class},
                (proxy, method, arguments) -> method.getName().equals("lastIncidentNumber")
                        ? asked.getAndIncrement()
                        : method.invoke(store, arguments));
        SchoolDesk desk = desk(Mode.WATCH);
        Sealer sealer = new Sealer(EvidenceKeys.parse(EvidenceKeys.generate("k1")));
        ConcernId concern = ConcernId.of(Samples.CODE, new EventId("m1"));
        Commit commit = new IncomingWorker(code -> Optional.of(desk), moving, sealer, clock)
                .work(new WorkQueue.Delivery<>(
                        Samples.press("p1", Samples.REP, "sure:" + concern.value()), WorkQueue.Tries.FIRST))
                .commit();
        assertThat(commit.opened()).hasValueSatisfying(opened -> {
            assertThat(opened.incident().reference().value()).isEqualTo("TST-26-0001");
            assertThat(opened.number()).isEqualTo(1);
        });
    }
}
