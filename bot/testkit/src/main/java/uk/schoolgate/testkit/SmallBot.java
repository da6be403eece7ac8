package uk.schoolgate.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.flow.DocumentReader;
import uk.schoolgate.core.flow.IncomingWorker;
import uk.schoolgate.core.flow.OutgoingWorker;
import uk.schoolgate.core.flow.PlatformParts;
import uk.schoolgate.core.flow.SchoolDesk;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Directory;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.SourceCopies;
import uk.schoolgate.core.policy.Answerer;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.roll.Contact;
import uk.schoolgate.core.roll.Pupil;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.Deputies;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.school.SchoolHours;
import uk.schoolgate.core.school.Term;
import uk.schoolgate.core.screening.judging.ChildSense;
import uk.schoolgate.core.screening.judging.Judge;
import uk.schoolgate.core.screening.judging.Signal;
import uk.schoolgate.core.sealing.EvidenceKeys;
import uk.schoolgate.core.sealing.Sealer;
import uk.schoolgate.core.wording.Wording;

/**
 * A whole bot for the small school of {@link Samples}, in memory and in the test's own thread. An adapter's door can be put
 * before it: {@link #store} is its intake.
 */
public final class SmallBot {
    public static final String ATTACK = "Mrs Patel is a complete waste of space";
    public static final String THREAT = "Somebody should burn the place down on friday";
    public static final String AT_RISK = "My neighbour's girl says her dad hits her and she is scared to go home";
    /** Less sure than an allegation has to be. */
    public static final String AT_RISK_FROM_LEAD = "She is scared to go home with Mr Fielding, he frightens her";

    public static final String ALLEGATION_AGAINST_HEAD = "Mrs Adeyemi stole money from the PTA";
    public static final String ALLEGATION = "Mrs Patel stole money from the PTA";
    public static final String HATE = "We do not want their sort here";
    /** Names the headteacher's child, who is at this school. */
    public static final String THREAT_NAMING_HEADS_CHILD = THREAT + " and Tobias Lund with it";

    public static final String BREAKING = "Somebody wrote words that break the bot";
    public static final PersonId DEPUTY = Samples.TEACHER;

    public final SettableClock clock = SettableClock.onATuesday();
    public final RecordingChannel whatsApp = new RecordingChannel(Platform.WHATSAPP);
    public final RecordingChannel teams = new RecordingChannel(Platform.TEAMS);
    public final RecordingMailer mailer = new RecordingMailer();
    public final InMemoryStore store = new InMemoryStore(clock);
    private final PolicyIndex policies;
    private final Judge judge = judge();
    private SchoolDesk desk;
    private int events;

    public SmallBot() {
        this(Directory.NONE);
    }

    /** @param more policies beside the complaints policy */
    public SmallBot(PolicyDocument... more) {
        this(Directory.NONE, more);
    }

    /** @param directory says who people of a platform are */
    public SmallBot(Directory directory, PolicyDocument... more) {
        this(notebook -> new PlatformParts(directory, notebook, DocumentReader.NONE, SourceCopies.LEFT_ALONE), more);
    }

    /** @param platforms what the platforms' adapters lend, given the store's notebook */
    public SmallBot(Function<Notebook, PlatformParts> platforms, PolicyDocument... more) {
        this(platforms, List.of(), more);
    }

    /** That of a school that gives its term dates. */
    public static SmallBot during(Term... terms) {
        return new SmallBot(
                notebook -> new PlatformParts(Directory.NONE, notebook, DocumentReader.NONE, SourceCopies.LEFT_ALONE),
                List.of(terms));
    }

    private SmallBot(Function<Notebook, PlatformParts> platforms, List<Term> terms, PolicyDocument... more) {
        PlatformParts parts = platforms.apply(store.notebook());
        Sealer sealer = new Sealer(EvidenceKeys.parse(EvidenceKeys.generate("k1")));
        policies = policies(more);
        desk = desk(school(terms), roll());
        var _ = store.incoming().consume(new IncomingWorker(this::desk, store, sealer, clock, parts));
        var _ = store.outgoing()
                .consume(new OutgoingWorker(
                        this::desk,
                        store,
                        Map.of(Platform.WHATSAPP, whatsApp, Platform.TEAMS, teams),
                        mailer,
                        parts,
                        clock));
    }

    /** The school's desk, for a test that puts a worker of its own in a place. */
    public Optional<SchoolDesk> desk(SchoolCode code) {
        return Optional.of(desk).filter(it -> it.school().code().equals(code));
    }

    /** The school's folder has changed. */
    public void takeOver(School school, Roll roll) {
        desk = desk(school, roll);
    }

    private static PolicyIndex policies(PolicyDocument... more) {
        List<PolicyDocument> documents = new ArrayList<>(List.of(more));
        documents.add(PolicyIndexContract.policy(
                "complaints.txt",
                Audience.EVERYONE,
                "We acknowledge a formal complaint within 3 school days of receiving it.",
                "You receive a written answer within ten school days.",
                "Send your request for a panel within 10 school days."));
        return new InMemoryPolicyIndex(documents);
    }

    private static Judge judge() {
        return new PhraseJudge()
                .understands(" hit ", ChildSense.SENSITIVE)
                .hears("waste of space", Signal.ATTACK)
                .hears("burn the place down", Signal.THREAT)
                .hears("their sort", Signal.HATE)
                .hears("stole", Signal.ALLEGATION)
                .hears("her dad hits her", Signal.SAFEGUARDING)
                .hears("scared to go home with", Signal.SAFEGUARDING)
                .hears("frightens her", Signal.ALLEGATION, 0.35)
                .breaksOn("break the bot");
    }

    private SchoolDesk desk(School school, Roll roll) {
        return SchoolDesk.of(
                school,
                roll,
                policies,
                Samples.screener(school, roll, judge, policies),
                new Answerer(policies, clock),
                Wording.english(),
                file -> file.toString());
    }

    /** The small school's, whose headteacher has a child there. */
    private static Roll roll() {
        Roll plain = Samples.roll();
        List<Pupil> pupils = new ArrayList<>(plain.pupils());
        pupils.add(new Pupil("P06", "Tobias", "Lund", Optional.empty(), "2", "Robin"));
        List<Contact> contacts = new ArrayList<>(plain.contacts());
        contacts.add(new Contact(new PersonId("+447700900141"), "Ruth Adeyemi", "mother", "P06"));
        return new Roll(pupils, plain.staff(), contacts);
    }

    private static School school(List<Term> terms) {
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
                terms,
                plain.mode(),
                plain.retention(),
                plain.groups(),
                SchoolHours.DEFAULT,
                deputies);
    }

    /** Somebody writes in the parents' group. */
    public EventId post(PersonId author, String text, Media... media) {
        EventId id = next("m");
        store.accept(new Incoming.Message(
                id, Samples.CODE, kestrel(), author, "Somebody", text, List.of(media), false, clock.instant()));
        return id;
    }

    /** Somebody sends a message on out of a group that the bot is not in. */
    public EventId forward(PersonId by, String text) {
        EventId id = next("f");
        store.accept(
                new Incoming.Forwarded(id, Samples.CODE, chatOf(by), by, "Somebody", text, List.of(), clock.instant()));
        return id;
    }

    public void edit(EventId message, PersonId author, String text) {
        store.accept(new Incoming.Edited(
                next("e"), Samples.CODE, kestrel(), message, author, "Somebody", text, clock.instant()));
    }

    /** Somebody edits what they wrote to the bot in private. */
    public void rewrite(EventId message, PersonId author, String text) {
        store.accept(new Incoming.Edited(
                next("e"), Samples.CODE, chatOf(author), message, author, "Somebody", text, clock.instant()));
    }

    public void delete(EventId message) {
        store.accept(new Incoming.Deleted(next("d"), Samples.CODE, kestrel(), message, clock.instant()));
    }

    /** Somebody writes to the bot in private. */
    public EventId write(PersonId author, String text, Media... media) {
        EventId id = next("p");
        store.accept(new Incoming.Message(
                id, Samples.CODE, chatOf(author), author, "Somebody", text, List.of(media), false, clock.instant()));
        return id;
    }

    /** Presses a button by its label, under the newest message of theirs that has it. */
    public void press(PersonId by, String label) {
        Button button = chats(by).reversed().stream()
                .flatMap(chat -> chat.content().buttons().stream())
                .filter(it -> it.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " among: " + texts(by)));
        forge(by, button.action());
    }

    /** A press of a button that they may never have had. */
    public void forge(PersonId by, String action) {
        forge(Samples.CODE, by, action);
    }

    public void forge(SchoolCode school, PersonId by, String action) {
        store.accept(new Incoming.Press(next("b"), school, chatOf(by), by, action, clock.instant()));
    }

    public void wait(Duration time) {
        clock.advance(time);
        store.settle();
    }

    /** Time passes minute by minute, so that each attempt comes when it is due. */
    public void waitMinutes(int minutes) {
        for (int i = 0; i < minutes; i++) {
            wait(Duration.ofMinutes(1));
        }
    }

    /** A parent attacks a teacher, and the rep hands it to the school. */
    public EventId handOver() {
        EventId message = post(Samples.PARENT, ATTACK);
        press(Samples.REP, "Hand to the school");
        press(Samples.REP, "Yes, hand it over");
        return message;
    }

    private EventId next(String kind) {
        return new EventId(kind + events++);
    }

    private static Conversation kestrel() {
        return new Conversation.GroupChat(Platform.WHATSAPP, Samples.KESTREL.address());
    }

    private static Conversation.PrivateChat chatOf(PersonId person) {
        return new Conversation.PrivateChat(person.isPhone() ? Platform.WHATSAPP : Platform.TEAMS, person);
    }

    public List<Outgoing.Chat> chats(PersonId person) {
        return (person.isPhone() ? whatsApp : teams).toPerson(person);
    }

    public List<String> texts(PersonId person) {
        return chats(person).stream().map(chat -> chat.content().plainText()).toList();
    }

    public String lastText(PersonId person) {
        return texts(person).getLast();
    }

    public Concern concern(EventId message) {
        return store.concern(Samples.CODE, ConcernId.of(Samples.CODE, message)).orElseThrow();
    }

    public List<AuditEvent> audit() {
        return store.auditTrail(Samples.CODE).stream()
                .map(entry -> entry.event())
                .toList();
    }

    /** The details of the entries about that action, oldest first. */
    public List<String> auditOf(String action) {
        return audit().stream()
                .filter(event -> event.action().equals(action))
                .map(AuditEvent::detail)
                .toList();
    }
}
