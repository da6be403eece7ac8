package uk.schoolgate.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import uk.schoolgate.core.concern.Circle;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.concern.ConcernState;
import uk.schoolgate.core.concern.Evidence;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.roll.Contact;
import uk.schoolgate.core.roll.Pupil;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.school.Office;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.Retention;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Clause;
import uk.schoolgate.core.screening.ClauseFinder;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Language;
import uk.schoolgate.core.screening.LearntScreener;
import uk.schoolgate.core.screening.MessageReader;
import uk.schoolgate.core.screening.Screener;
import uk.schoolgate.core.screening.Thresholds;
import uk.schoolgate.core.screening.judging.Judge;
import uk.schoolgate.core.text.Span;
import uk.schoolgate.core.wording.Wording;

/** A small school and a few things that happen in it, for tests. */
public final class Samples {
    public static final SchoolCode CODE = new SchoolCode("TST");
    public static final Instant NOON = Instant.parse("2026-11-17T12:00:00Z");

    public static final PersonId REP = new PersonId("+447700900131");
    public static final PersonId PARENT = new PersonId("+447700900132");
    public static final PersonId OTHER_PARENT = new PersonId("+447700900133");
    public static final PersonId HEAD = new PersonId("S01");
    public static final PersonId SAFEGUARDING_LEAD = new PersonId("S02");
    public static final PersonId TEACHER = new PersonId("S03");
    public static final PersonId CHAIR = new PersonId("S09");

    public static final Group KESTREL = new Group(
            "4 Kestrel parents",
            Platform.WHATSAPP,
            "CH0000000000000000000000000000ks01",
            Set.of("Kestrel"),
            List.of(REP));
    public static final Group STAFF =
            new Group("All staff", Platform.TEAMS, "19:staff@thread.tacv2", Set.of(), List.of(SAFEGUARDING_LEAD));

    /** A few ordinary words, which are no misspelt names. */
    private static final Set<String> WORDS = Set.of(
            "the",
            "is",
            "a",
            "again",
            "daughter",
            "lunch",
            "thanks",
            "having",
            "school",
            "complete",
            "waste",
            "space",
            "grace",
            "money",
            "home",
            "friday",
            "when",
            "what",
            "time",
            "does",
            "staff",
            "bot");

    private static final Pattern MOBILE = Pattern.compile("\\b07[0-9]{3} ?[0-9]{6}\\b");

    private Samples() {}

    public static School school() {
        return school(Mode.WATCH);
    }

    public static School school(Mode mode) {
        return new School(
                CODE,
                "Test Primary School",
                "complaints@test.example",
                new Office(Optional.of("01632 960999"), Optional.of("office@test.example")),
                HEAD,
                SAFEGUARDING_LEAD,
                Optional.of(CHAIR),
                List.of(),
                mode,
                Retention.DEFAULT,
                List.of(KESTREL, STAFF));
    }

    public static Roll roll() {
        return new Roll(
                List.of(
                        pupil("P01", "Oliver", "Smith", "Ollie", "4", "Kestrel"),
                        pupil("P02", "Grace", "Okafor", "", "4", "Kestrel"),
                        pupil("P03", "Zuzanna", "Kowalska", "Zuzia", "4", "Kestrel"),
                        pupil("P04", "Oliver", "Brown", "", "2", "Robin"),
                        pupil("P05", "Amelia", "Khan", "", "2", "Robin")),
                List.of(
                        staff("S01", "Mrs", "Ruth", "Adeyemi", "Headteacher", "head@test.example"),
                        staff("S02", "Mr", "Tom", "Fielding", "Deputy headteacher", "dsl@test.example"),
                        staff("S03", "Mrs", "Anna", "Patel", "Class teacher, Kestrel", ""),
                        staff("S09", "Dr", "Jo", "Whitlock", "Chair of governors", "chair@test.example")),
                List.of(
                        new Contact(PARENT, "Dan Smith", "father", "P01"),
                        new Contact(REP, "Ngozi Okafor", "mother", "P02"),
                        new Contact(OTHER_PARENT, "Sana Khan", "mother", "P05")));
    }

    private static Pupil pupil(
            String id, String forename, String surname, String preferred, String year, String schoolClass) {
        return new Pupil(id, forename, surname, given(preferred), year, schoolClass);
    }

    private static StaffMember staff(
            String id, String title, String forename, String surname, String role, String email) {
        return new StaffMember(new PersonId(id), title, forename, surname, role, List.of(), given(email));
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** A screener that finds mobile numbers, knows a few words, and leaves the judging to a judge. */
    public static Screener screener(School school, Roll roll, Judge judge, PolicyIndex policies) {
        Language language = new Language(WORDS::contains, name -> name);
        return new LearntScreener(
                new MessageReader(school, roll, Samples::mobileNumbers, language),
                judge,
                Thresholds.chosen(),
                roll,
                new ClauseFinder(policies),
                Wording.english());
    }

    private static List<Span> mobileNumbers(String text) {
        return MOBILE.matcher(text)
                .results()
                .map(number -> Span.of(text, number.start(), number.end()))
                .toList();
    }

    /** A message in the group of class Kestrel. */
    public static Incoming.Message inKestrel(String id, PersonId author, String text) {
        return new Incoming.Message(
                new EventId(id),
                CODE,
                new Conversation.GroupChat(Platform.WHATSAPP, KESTREL.address()),
                author,
                "Somebody",
                text,
                List.of(),
                false,
                NOON);
    }

    /** A message to the bot alone. */
    public static Incoming.Message inPrivate(String id, PersonId author, String text) {
        Platform platform = author.isPhone() ? Platform.WHATSAPP : Platform.TEAMS;
        return new Incoming.Message(
                new EventId(id),
                CODE,
                new Conversation.PrivateChat(platform, author),
                author,
                "Somebody",
                text,
                List.of(),
                false,
                NOON);
    }

    /** A pressed button. */
    public static Incoming.Press press(String id, PersonId by, String action) {
        Platform platform = by.isPhone() ? Platform.WHATSAPP : Platform.TEAMS;
        return new Incoming.Press(new EventId(id), CODE, new Conversation.PrivateChat(platform, by), by, action, NOON);
    }

    /** A moment that a concern waits for. */
    public static Incoming.Alarm alarm(String step, Instant at) {
        return new Incoming.Alarm(new EventId("alarm:" + step + ":" + at), CODE, "C0123456789ABCDEF", step, at);
    }

    /** A concern about a message that attacks a teacher, as it is before it was stored. */
    public static Concern concern(String message) {
        String text = "Mrs Patel is useless";
        Finding finding = new Finding(
                Category.STAFF_ATTACK,
                List.of(Span.of(text, 0, 9)),
                List.of(TEACHER.value()),
                0.9,
                List.of(new Clause("social.txt", "Social media", "Parents", "Be kind about staff.")),
                "It insults a member of staff.");
        Evidence evidence = new Evidence(
                new EventId(message),
                text,
                List.of(new Media("image/jpeg", "ME01")),
                PARENT,
                "Dan",
                KESTREL.name(),
                NOON,
                List.of(finding),
                List.of());
        return Concern.about(
                ConcernId.of(CODE, new EventId(message)),
                CODE,
                Category.STAFF_ATTACK,
                evidence,
                new Circle(List.of(), List.of(), List.of(REP, HEAD), List.of()),
                NOON);
    }

    /** The same concern in another state. */
    public static Concern concern(String message, ConcernState state) {
        Concern open = concern(message);
        return with(open, open.circle(), state);
    }

    /** The same concern, of which the safeguarding lead alone hears. */
    public static Concern urgentConcern(String message) {
        return urgentConcern(message, new ConcernState.Open());
    }

    /** The same in another state. */
    public static Concern urgentConcern(String message, ConcernState state) {
        Circle lead = new Circle(List.of(SAFEGUARDING_LEAD), List.of(), List.of(), List.of());
        return with(concern(message), lead, state);
    }

    private static Concern with(Concern concern, Circle circle, ConcernState state) {
        return new Concern(
                concern.id(),
                concern.school(),
                concern.category(),
                concern.messages(),
                circle,
                concern.review(),
                state,
                concern.raisedAt(),
                concern.version());
    }
}
