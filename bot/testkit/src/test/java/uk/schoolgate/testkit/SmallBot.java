package uk.schoolgate.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.flow.IncomingWorker;
import uk.schoolgate.core.flow.OutgoingWorker;
import uk.schoolgate.core.flow.PlatformParts;
import uk.schoolgate.core.flow.SchoolDesk;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.policy.Answerer;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.school.Deputies;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.school.SchoolHours;
import uk.schoolgate.core.screening.judging.ChildSense;
import uk.schoolgate.core.screening.judging.Signal;
import uk.schoolgate.core.sealing.EvidenceKeys;
import uk.schoolgate.core.sealing.Sealer;
import uk.schoolgate.core.wording.Wording;

/** A whole bot for the small school of {@link Samples}, in memory and in the test's own thread. */
final class SmallBot {
    static final String ATTACK = "Mrs Patel is a complete waste of space";
    static final String THREAT = "Somebody should burn the place down on friday";
    static final String AT_RISK = "My neighbour's girl says her dad hits her and she is scared to go home";
    static final String ALLEGATION_AGAINST_HEAD = "Mrs Adeyemi stole money from the PTA";
    static final PersonId DEPUTY = Samples.TEACHER;

    final SettableClock clock = SettableClock.onATuesday();
    final RecordingChannel whatsApp = new RecordingChannel(Platform.WHATSAPP);
    final RecordingChannel teams = new RecordingChannel(Platform.TEAMS);
    final RecordingMailer mailer = new RecordingMailer();
    final InMemoryStore store = new InMemoryStore(clock);
    private int events;

    SmallBot() {
        this(PlatformParts.NONE);
    }

    SmallBot(PlatformParts platforms) {
        Sealer sealer = new Sealer(EvidenceKeys.parse(EvidenceKeys.generate("k1")));
        SchoolDesk desk = desk();
        var _ = store.incoming()
                .consume(new IncomingWorker(code -> served(desk, code), store, sealer, clock, platforms));
        var _ = store.outgoing()
                .consume(new OutgoingWorker(
                        code -> served(desk, code),
                        store,
                        Map.of(Platform.WHATSAPP, whatsApp, Platform.TEAMS, teams),
                        mailer,
                        platforms.copies(),
                        clock));
    }

    private static Optional<SchoolDesk> served(SchoolDesk desk, SchoolCode code) {
        return Optional.of(desk).filter(it -> it.school().code().equals(code));
    }

    private SchoolDesk desk() {
        PolicyIndex policies = new InMemoryPolicyIndex(List.of(PolicyIndexContract.policy(
                "complaints.txt",
                Audience.EVERYONE,
                "We acknowledge a formal complaint within 3 school days of receiving it.",
                "You receive a written answer within ten school days.",
                "Send your request for a panel within 10 school days.")));
        PhraseJudge judge = new PhraseJudge()
                .understands(" hit ", ChildSense.SENSITIVE)
                .hears("waste of space", Signal.ATTACK)
                .hears("burn the place down", Signal.THREAT)
                .hears("stole", Signal.ALLEGATION)
                .hears("her dad hits her", Signal.SAFEGUARDING);
        School school = school();
        return SchoolDesk.of(
                school,
                Samples.roll(),
                policies,
                Samples.screener(school, Samples.roll(), judge, policies),
                new Answerer(policies, clock),
                Wording.english(),
                file -> file.toString());
    }

    private static School school() {
        School plain = Samples.school();
        Deputies deputies =
                new Deputies(Optional.of(DEPUTY), Optional.of(DEPUTY), Optional.empty(), Duration.ofMinutes(60));
        return new School(
                plain.code(),
                plain.name(),
                plain.complaintsInbox(),
                plain.office(),
                plain.headteacher(),
                plain.safeguardingLead(),
                plain.chairOfGovernors(),
                plain.terms(),
                plain.mode(),
                plain.retention(),
                plain.groups(),
                SchoolHours.DEFAULT,
                deputies);
    }

    EventId post(PersonId author, String text, Media... media) {
        EventId id = next("m");
        store.accept(new Incoming.Message(
                id, Samples.CODE, kestrel(), author, "Somebody", text, List.of(media), false, clock.instant()));
        return id;
    }

    void edit(EventId message, PersonId author, String text) {
        store.accept(new Incoming.Edited(
                next("e"), Samples.CODE, kestrel(), message, author, "Somebody", text, clock.instant()));
    }

    void delete(EventId message) {
        store.accept(new Incoming.Deleted(next("d"), Samples.CODE, kestrel(), message, clock.instant()));
    }

    EventId write(PersonId author, String text, Media... media) {
        EventId id = next("p");
        store.accept(new Incoming.Message(
                id, Samples.CODE, chatOf(author), author, "Somebody", text, List.of(media), false, clock.instant()));
        return id;
    }

    /** Presses a button by its label, under the newest message of theirs that has it. */
    void press(PersonId by, String label) {
        Button button = chats(by).reversed().stream()
                .flatMap(chat -> chat.content().buttons().stream())
                .filter(it -> it.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " among: " + texts(by)));
        forge(by, button.action());
    }

    /** A press of a button that they may never have had. */
    void forge(PersonId by, String action) {
        forge(Samples.CODE, by, action);
    }

    void forge(SchoolCode school, PersonId by, String action) {
        store.accept(new Incoming.Press(next("b"), school, chatOf(by), by, action, clock.instant()));
    }

    void wait(Duration time) {
        clock.advance(time);
        store.settle();
    }

    private EventId next(String kind) {
        return new EventId(kind + events++);
    }

    private static Conversation kestrel() {
        return new Conversation.GroupChat(Platform.WHATSAPP, Samples.KESTREL.address());
    }

    private static Conversation chatOf(PersonId person) {
        return new Conversation.PrivateChat(person.isPhone() ? Platform.WHATSAPP : Platform.TEAMS, person);
    }

    List<Outgoing.Chat> chats(PersonId person) {
        return (person.isPhone() ? whatsApp : teams).toPerson(person);
    }

    List<String> texts(PersonId person) {
        return chats(person).stream().map(chat -> chat.content().plainText()).toList();
    }

    String lastText(PersonId person) {
        return texts(person).getLast();
    }

    Concern concern(EventId message) {
        return store.concern(Samples.CODE, ConcernId.of(Samples.CODE, message)).orElseThrow();
    }

    List<AuditEvent> audit() {
        return store.auditTrail(Samples.CODE).stream()
                .map(entry -> entry.event())
                .toList();
    }

    List<String> auditOf(String action) {
        return audit().stream()
                .filter(event -> event.action().equals(action))
                .map(AuditEvent::detail)
                .toList();
    }
}
