package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.audit.AuditEntry;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernAction;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.concern.ConcernState;
import uk.schoolgate.core.flow.DocumentReader;
import uk.schoolgate.core.flow.IncomingWorker;
import uk.schoolgate.core.flow.OutgoingWorker;
import uk.schoolgate.core.flow.PlatformParts;
import uk.schoolgate.core.flow.SchoolDesk;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Conversation.GroupChat;
import uk.schoolgate.core.message.Directory;
import uk.schoolgate.core.message.DirectoryUnavailableException;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.SendResult;
import uk.schoolgate.core.message.SourceCopies;
import uk.schoolgate.core.policy.Answerer;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.screening.judging.Signal;
import uk.schoolgate.core.sealing.EvidenceKeys;
import uk.schoolgate.core.sealing.Sealer;
import uk.schoolgate.core.wording.Wording;

/** What happens in the staff's groups, over the in-memory adapters: who may be quoted what, and cards that change. */
class StaffFlowTest {
    private static final String QUESTION = "@Schoolgate may staff keep gifts under thirty pounds";
    private static final String ATTACK = "Mrs Patel is a complete waste of space";
    private static final GroupChat STAFFROOM = new GroupChat(Platform.TEAMS, Samples.STAFF.address());
    private static final GroupChat THREAD =
            new GroupChat(Platform.TEAMS, Samples.STAFF.address() + ";messageid=1612289992105");
    private static final PersonId UNKNOWN_GUID = new PersonId("aaaaaaaa-0000-4000-8000-000000000001");
    private static final PersonId OTHER_GUID = new PersonId("aaaaaaaa-0000-4000-8000-000000000002");

    private final SettableClock clock = SettableClock.onATuesday();
    private final RecordingChannel teams = new RecordingChannel(Platform.TEAMS);
    private final InMemoryStore store = new InMemoryStore(clock);
    private final PlayedDirectory directory = new PlayedDirectory();
    private final RecordingMailer mailer = new RecordingMailer();

    /** A directory that tests tell what to say. */
    private static final class PlayedDirectory implements Directory {
        private final Map<PersonId, PersonId> known = new HashMap<>();
        private final Map<PersonId, String> emails = new HashMap<>();
        private boolean outsiders;
        private boolean silent;

        @Override
        public Incoming recognise(Incoming incoming) {
            if (silent) {
                throw new DirectoryUnavailableException("silent");
            }
            return switch (incoming) {
                case Incoming.Message message ->
                    new Incoming.Message(
                            message.id(),
                            message.school(),
                            message.conversation(),
                            named(message.author()),
                            message.sender(),
                            message.authorName(),
                            message.text(),
                            message.media(),
                            message.mentionsBot(),
                            message.repliesTo(),
                            message.at());
                case Incoming.Edited edited ->
                    new Incoming.Edited(
                            edited.id(),
                            edited.school(),
                            edited.conversation(),
                            edited.message(),
                            named(edited.author()),
                            edited.sender(),
                            edited.authorName(),
                            edited.text(),
                            edited.at());
                case Incoming.Press press ->
                    new Incoming.Press(
                            press.id(),
                            press.school(),
                            press.conversation(),
                            named(press.by()),
                            press.sender(),
                            press.action(),
                            press.at());
                default -> incoming;
            };
        }

        private PersonId named(PersonId sender) {
            return known.getOrDefault(sender, sender);
        }

        @Override
        public boolean hasOutsiders(SchoolCode school, Conversation conversation) {
            return outsiders;
        }

        @Override
        public Optional<String> emailOf(SchoolCode school, PersonId person) {
            return Optional.ofNullable(emails.get(person));
        }
    }

    @BeforeEach
    void start() {
        PolicyIndex policies = new InMemoryPolicyIndex(List.of(
                PolicyIndexContract.policy("staff.txt", Audience.STAFF, "Staff may keep gifts under thirty pounds.")));
        PhraseJudge judge = new PhraseJudge().hears("waste of space", Signal.ATTACK);
        SchoolDesk desk = SchoolDesk.of(
                Samples.school(),
                Samples.roll(),
                policies,
                Samples.screener(Samples.school(), Samples.roll(), judge, policies),
                new Answerer(policies, clock),
                Wording.english(),
                file -> file.toString());
        Sealer sealer = new Sealer(EvidenceKeys.parse(EvidenceKeys.generate("k1")));
        PlatformParts platforms =
                new PlatformParts(directory, Notebook.FORGETFUL, DocumentReader.NONE, SourceCopies.LEFT_ALONE);
        var _ = store.incoming()
                .consume(new IncomingWorker(code -> Optional.of(desk), store, sealer, clock, platforms));
        var _ = store.outgoing()
                .consume(new OutgoingWorker(
                        code -> Optional.of(desk), store, Map.of(Platform.TEAMS, teams), mailer, platforms, clock));
    }

    private void write(String id, Conversation where, PersonId author, String text) {
        store.accept(new Incoming.Message(
                new EventId(id), Samples.CODE, where, author, "Ann", text, List.of(), false, Samples.NOON));
    }

    private static Conversation.PrivateChat chatWith(PersonId person) {
        return new Conversation.PrivateChat(Platform.TEAMS, person);
    }

    private String lastTo(PersonId person) {
        return teams.toPerson(person).getLast().content().plainText();
    }

    @Test
    void staffOnlyPoliciesAreQuotedAmongStaffAndNotBeforeOutsiders() {
        write("q1", STAFFROOM, Samples.TEACHER, QUESTION);
        assertThat(teams.toGroup(STAFFROOM.address()).getLast().content().plainText())
                .contains("under thirty pounds");
        directory.outsiders = true;
        write("q2", STAFFROOM, Samples.TEACHER, QUESTION);
        assertThat(teams.toGroup(STAFFROOM.address()).getLast().content().plainText())
                .doesNotContain("under thirty pounds");
    }

    /** Whoever posts them looks again who is there. */
    @Test
    void whatIsQuotedForStaffAloneIsMarkedAsThat() {
        write("q1", STAFFROOM, Samples.TEACHER, QUESTION);
        assertThat(teams.toGroup(STAFFROOM.address()).getLast().content().staffAlone())
                .isTrue();
        directory.outsiders = true;
        write("q2", STAFFROOM, Samples.TEACHER, QUESTION);
        assertThat(teams.toGroup(STAFFROOM.address()).getLast().content().staffAlone())
                .isFalse();
    }

    @Test
    void inPrivateOnlyPeopleOfTheRollAreStaff() {
        write("q1", chatWith(Samples.TEACHER), Samples.TEACHER, QUESTION);
        assertThat(lastTo(Samples.TEACHER)).contains("under thirty pounds");
        write("q2", chatWith(UNKNOWN_GUID), UNKNOWN_GUID, QUESTION);
        assertThat(lastTo(UNKNOWN_GUID)).doesNotContain("under thirty pounds");
    }

    @Test
    void anAnswerInAThreadGoesToTheThread() {
        write("q1", THREAD, Samples.TEACHER, QUESTION);
        assertThat(teams.toGroup(THREAD.address())).hasSize(1);
    }

    @Test
    void whatIsSaidInAThreadIsReviewedByTheGroupsReviewers() {
        write("m1", THREAD, Samples.TEACHER, ATTACK);
        assertThat(lastTo(Samples.SAFEGUARDING_LEAD)).contains("All staff");
    }

    @Test
    void theAuthorIsRecognisedBeforeAnybodyIsAskedToDecide() {
        directory.known.put(UNKNOWN_GUID, Samples.SAFEGUARDING_LEAD);
        write("m1", STAFFROOM, UNKNOWN_GUID, ATTACK);
        assertThat(lastTo(Samples.SAFEGUARDING_LEAD)).contains("private word");
        assertThat(lastTo(Samples.HEAD)).contains("Please look at a message");
    }

    private void edit(String id, PersonId author, String text) {
        store.accept(new Incoming.Edited(
                new EventId(id), Samples.CODE, STAFFROOM, new EventId("m1"), author, "T", text, clock.instant()));
    }

    private Concern concern() {
        return store.concern(Samples.CODE, ConcernId.of(Samples.CODE, new EventId("m1")))
                .orElseThrow();
    }

    private void press(PersonId by, ConcernAction.Verb verb) {
        String action = new ConcernAction(verb, concern().id()).token();
        store.accept(Samples.press("p-" + by.value() + verb, by, action));
    }

    private List<String> actions() {
        return store.auditTrail(Samples.CODE).stream()
                .map(entry -> entry.event().action())
                .toList();
    }

    /** The staff list may get an address, or lose it, between a message and what becomes of it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAuthorMayMendTheirMessageWhateverTheListSaysOfThemByThen(boolean listed) {
        known(UNKNOWN_GUID, !listed);
        write("m1", STAFFROOM, UNKNOWN_GUID, ATTACK);
        known(UNKNOWN_GUID, listed);
        edit("e1", UNKNOWN_GUID, "I am cross with Mrs Patel");
        assertThat(actions()).contains("message.mended").doesNotContain("edit.refused");
        assertThat(concern().state()).isInstanceOf(ConcernState.Removed.class);
        assertThat(lastTo(listed ? Samples.TEACHER : UNKNOWN_GUID))
                .as("thanked where they are reached now")
                .contains("Thank you");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAuthorMayTakeBackAndObjectWhateverTheListSaysOfThemByThen(boolean listed) {
        known(UNKNOWN_GUID, !listed);
        write("m1", STAFFROOM, UNKNOWN_GUID, ATTACK);
        press(UNKNOWN_GUID, ConcernAction.Verb.OBJECT);
        known(UNKNOWN_GUID, listed);
        press(UNKNOWN_GUID, ConcernAction.Verb.REMOVED);
        assertThat(actions()).contains("concern.objected", "concern.removed").doesNotContain("press.refused");
        assertThat(concern().authors()).containsExactly(listed ? Samples.TEACHER : UNKNOWN_GUID);
        assertThat(concern().review().objectionOf(concern().authors().getFirst()))
                .isPresent();
    }

    private void known(PersonId sender, boolean listed) {
        if (listed) {
            directory.known.put(sender, Samples.TEACHER);
        } else {
            directory.known.remove(sender);
        }
    }

    @Test
    void nobodyElsePassesForTheAuthor() {
        write("m1", STAFFROOM, UNKNOWN_GUID, ATTACK);
        directory.known.put(OTHER_GUID, Samples.TEACHER);
        edit("e1", OTHER_GUID, "I am cross with Mrs Patel");
        press(OTHER_GUID, ConcernAction.Verb.REMOVED);
        press(Samples.TEACHER, ConcernAction.Verb.OBJECT);
        assertThat(actions()).contains("edit.refused").doesNotContain("concern.removed", "concern.objected");
        assertThat(actions()).filteredOn("press.refused"::equals).hasSize(2);
        assertThat(concern().state().isOpen()).isTrue();
    }

    @Test
    void whoWasAskedToDecideOnTheirOwnWordsMayNotOnceThatComesOut() {
        write("m1", STAFFROOM, UNKNOWN_GUID, ATTACK);
        assertThat(lastTo(Samples.SAFEGUARDING_LEAD)).contains("Please look at a message");
        directory.known.put(UNKNOWN_GUID, Samples.SAFEGUARDING_LEAD);
        press(UNKNOWN_GUID, ConcernAction.Verb.DISMISS);
        assertThat(actions()).contains("press.refused");
        assertThat(concern().state().isOpen()).isTrue();
    }

    @Test
    void aMessageWaitsWhileNobodySaysWhoWroteIt() {
        directory.silent = true;
        write("m1", STAFFROOM, Samples.TEACHER, ATTACK);
        for (int i = 0; i < 30; i++) {
            clock.advance(Duration.ofMinutes(6));
            store.settle();
        }
        assertThat(teams.toPerson(Samples.TEACHER)).isEmpty();
        directory.silent = false;
        clock.advance(Duration.ofMinutes(6));
        store.settle();
        assertThat(lastTo(Samples.TEACHER)).contains("private word");
    }

    @Test
    void whatItsAuthorTookBackWhileItWaitedIsNoLongerFlagged() {
        directory.silent = true;
        write("m1", STAFFROOM, Samples.TEACHER, ATTACK);
        write("m2", STAFFROOM, Samples.TEACHER, ATTACK);
        write("m3", STAFFROOM, Samples.TEACHER, ATTACK);
        directory.silent = false;
        store.accept(
                new Incoming.Deleted(new EventId("d1"), Samples.CODE, STAFFROOM, new EventId("m1"), clock.instant()));
        store.accept(new Incoming.Edited(
                new EventId("e1"),
                Samples.CODE,
                STAFFROOM,
                new EventId("m2"),
                Samples.TEACHER,
                "T",
                "I am cross with Mrs Patel",
                clock.instant()));
        clock.advance(Duration.ofMinutes(6));
        store.settle();
        assertThat(store.concern(Samples.CODE, ConcernId.of(Samples.CODE, new EventId("m1"))))
                .as("deleted")
                .isEmpty();
        assertThat(store.concern(Samples.CODE, ConcernId.of(Samples.CODE, new EventId("m2"))))
                .as("mended")
                .isEmpty();
        assertThat(store.concern(Samples.CODE, ConcernId.of(Samples.CODE, new EventId("m3"))))
                .as("left as it was")
                .isPresent();
    }

    @Test
    void aCardThatWaitedUntilThereWasNothingToDecideIsNotShownAnyMore() {
        teams.failWith(new SendResult.TryLater("throttled", Optional.empty()));
        write("m1", STAFFROOM, Samples.TEACHER, ATTACK);
        store.accept(
                new Incoming.Deleted(new EventId("d1"), Samples.CODE, STAFFROOM, new EventId("m1"), clock.instant()));
        teams.work();
        clock.advance(Duration.ofMinutes(1));
        store.settle();
        assertThat(Stream.of(Samples.HEAD, Samples.SAFEGUARDING_LEAD)
                        .flatMap(reviewer -> teams.toPerson(reviewer).stream()))
                .as("who was to decide reads only how it ended")
                .isNotEmpty()
                .allSatisfy(chat -> assertThat(chat.content().plainText()).doesNotContain(ATTACK));
        assertThat(teams.toPerson(Samples.TEACHER))
                .as("the author reads what was wrong")
                .anySatisfy(chat -> assertThat(chat.content().plainText()).contains("private word"));
        assertThat(store.auditTrail(Samples.CODE))
                .extracting(entry -> entry.event().action())
                .contains("card.outdated");
    }

    @Test
    void theBotIntroducesItselfOnceInAChat() {
        store.accept(new Incoming.Joined(new EventId("j1"), Samples.CODE, STAFFROOM, Samples.NOON));
        store.accept(new Incoming.Joined(new EventId("j2"), Samples.CODE, STAFFROOM, Samples.NOON));
        assertThat(teams.toGroup(STAFFROOM.address()))
                .singleElement()
                .satisfies(chat -> assertThat(chat.content().plainText()).contains("a bot", "keep only"));
    }

    /** Teams tells of one arrival, and of one removal, with a thread and without. */
    @Test
    void aThreadOfAChatIsNoOtherChatToComeToOrToLeave() {
        store.accept(new Incoming.Joined(new EventId("j1"), Samples.CODE, THREAD, Samples.NOON));
        store.accept(new Incoming.Joined(new EventId("j2"), Samples.CODE, STAFFROOM, Samples.NOON));
        assertThat(teams.toGroup(THREAD.address())).hasSize(1);
        assertThat(teams.toGroup(STAFFROOM.address())).isEmpty();
        store.accept(new Incoming.Left(new EventId("l1"), Samples.CODE, THREAD, Samples.NOON));
        store.accept(new Incoming.Left(new EventId("l2"), Samples.CODE, STAFFROOM, Samples.NOON.plusMillis(80)));
        assertThat(mailer.to("office@test.example")).hasSize(1);
    }

    @Test
    void theOfficeHearsOnceThatTheBotWasTakenOutOfAGroup() {
        store.accept(new Incoming.Left(new EventId("l1"), Samples.CODE, STAFFROOM, Samples.NOON));
        store.accept(new Incoming.Left(new EventId("l2"), Samples.CODE, STAFFROOM, Samples.NOON.plusMillis(80)));
        assertThat(mailer.to("office@test.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("“All staff”", "have me added again"));
        store.accept(new Incoming.Left(
                new EventId("l3"), Samples.CODE, new GroupChat(Platform.TEAMS, "19:other@thread.v2"), Samples.NOON));
        assertThat(mailer.to("office@test.example"))
                .hasSize(2)
                .anySatisfy(mail -> assertThat(mail.text()).contains("not on my list"));
        assertThat(store.auditTrail(Samples.CODE))
                .filteredOn(entry -> entry.event().action().equals("group.left"))
                .extracting(entry -> entry.event().detail())
                .containsExactly("All staff", "not listed");
    }

    /** Asking a platform again before the time that it named makes it name a longer one. */
    @Test
    void whatAPlatformAsksToHaveLaterIsNotSentBefore() {
        teams.failWith(new SendResult.TryLater("429", Optional.of(Duration.ofMinutes(2))));
        store.accept(new Incoming.Joined(new EventId("j1"), Samples.CODE, STAFFROOM, Samples.NOON));
        teams.work();
        clock.advance(Duration.ofSeconds(119));
        store.settle();
        assertThat(teams.toGroup(STAFFROOM.address())).isEmpty();
        clock.advance(Duration.ofSeconds(2));
        store.settle();
        assertThat(teams.toGroup(STAFFROOM.address())).hasSize(1);
    }

    @Test
    void anAnswerAsksWhetherItWasRightAndKeepsOneOpinionAPerson() {
        write("q1", chatWith(Samples.TEACHER), Samples.TEACHER, QUESTION);
        Outgoing.Chat answer = teams.toPerson(Samples.TEACHER).getLast();
        assertThat(answer.content().buttons()).extracting(Button::label).containsExactly("Yes", "No");
        String no = answer.content().buttons().getLast().action();
        store.accept(Samples.press("p1", Samples.TEACHER, no));
        store.accept(Samples.press("p2", Samples.TEACHER, no));
        assertThat(store.auditTrail(Samples.CODE))
                .filteredOn(entry -> entry.event().action().equals("answer.wrong"))
                .singleElement()
                .satisfies(entry -> assertThat(actor(entry)).startsWith("p-"));
        assertThat(teams.toPerson(Samples.TEACHER)).hasSize(1);
    }

    private static String actor(AuditEntry entry) {
        return entry.event().actor();
    }

    @Test
    void aDecidedCardIsReplacedForEverybodyWhoHasIt() {
        write("m1", STAFFROOM, Samples.TEACHER, ATTACK);
        Outgoing.Chat card = teams.toPerson(Samples.SAFEGUARDING_LEAD).getLast();
        assertThat(card.placement().replaces()).isFalse();
        String subject = card.placement().subject();

        store.accept(Samples.press("p1", Samples.SAFEGUARDING_LEAD, buttonOf(card, "Hand to the school")));
        Outgoing.Chat sure = teams.toPerson(Samples.SAFEGUARDING_LEAD).getLast();
        assertThat(sure.placement().replaces()).isTrue();
        assertThat(sure.placement().subject()).isEqualTo(subject);
        assertThat(sure.content().plainText()).contains(ATTACK, "Are you sure?");

        store.accept(Samples.press("p2", Samples.SAFEGUARDING_LEAD, buttonOf(sure, "Yes, hand it over")));
        assertThat(teams.toPerson(Samples.SAFEGUARDING_LEAD)).anySatisfy(chat -> {
            assertThat(chat.placement().replaces()).isTrue();
            assertThat(chat.content().plainText()).contains("The school has it as");
            assertThat(chat.content().buttons()).isEmpty();
        });
    }

    /** A supply teacher, or a guest: the platform has shown them, and the staff list does not have them. */
    @Test
    void whoCannotBeReachedInChatIsToldByTheEmailThatThePlatformKnows() {
        PersonId supply = new PersonId("aaaaaaaa-0000-4000-8000-000000000042");
        teams.failWith(new SendResult.Unreachable("the app is not installed for them"));
        write("m1", STAFFROOM, supply, ATTACK);
        assertThat(mailer.to("supply@agency.example")).isEmpty();
        directory.emails.put(supply, "supply@agency.example");
        write("m2", STAFFROOM, supply, ATTACK);
        assertThat(mailer.to("supply@agency.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Only you can see this"));
    }

    /** What was said among staff, and answered in private since it names a child. */
    @Test
    void whatIsForStaffAloneIsEmailedToAddressesOfTheStaffListOnly() {
        PersonId supply = new PersonId("aaaaaaaa-0000-4000-8000-000000000042");
        directory.emails.put(supply, "supply@agency.example");
        teams.failWith(new SendResult.Unreachable("the app is not installed for them"));
        write("q1", STAFFROOM, supply, QUESTION + " from Ollie Smith");
        write("q2", STAFFROOM, Samples.HEAD, QUESTION + " from Ollie Smith");
        assertThat(mailer.all())
                .filteredOn(mail -> mail.text().contains("Staff may keep gifts under thirty pounds"))
                .extracting(Mail::to)
                .containsExactly("head@test.example");
    }

    @Test
    void theAuthorsPrivateWordKnowsTheGroupItIsAbout() {
        write("m1", STAFFROOM, Samples.TEACHER, ATTACK);
        assertThat(teams.toPerson(Samples.TEACHER).getLast().placement().origin())
                .contains(STAFFROOM);
    }

    private static String buttonOf(Outgoing.Chat card, String label) {
        return card.content().buttons().stream()
                .filter(button -> button.label().equals(label))
                .findFirst()
                .orElseThrow()
                .action();
    }
}
