package uk.schoolgate.core.keeping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.schoolgate.core.audit.AuditEntry;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.concern.ConcernState;
import uk.schoolgate.core.concern.Evidence;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.keeping.Archive.Note;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Clause;
import uk.schoolgate.core.screening.Finding;

/**
 * What a person gets who asks what is kept about them (UK GDPR, Article 15): everything, with everybody else masked.
 *
 * @param records what is kept, newest last
 * @param trail what the audit trail holds of their actions
 * @param traces what is remembered of them beside: language, counts, what they were told lately
 * @param notes what is noted to reach them on their platform
 * @param withheld what a person has to decide on before it is given out
 */
public record SubjectAccess(
        List<Entry> records, List<Action> trail, Traces traces, List<Noted> notes, Withheld withheld) {
    private static final Set<Category> FOR_CONTACTS_ALONE = Set.of(Category.SAFEGUARDING, Category.STAFF_ALLEGATION);

    /** The id of a concern: a note that holds one is a message about it. */
    private static final Pattern CONCERN = Pattern.compile("\\bC[0-9A-F]{16}\\b");

    /**
     * A record about a message.
     *
     * @param relation how the person has to do with it
     * @param text the message, masked; empty where it was erased, or where it is somebody else's business
     * @param where the group
     * @param later what became of it: edits, deletion, what its author said against the flag
     * @param found what screening saw
     * @param clauses the words of the policies that it rests on
     * @param state where it stands
     * @param reference the incident's reference; empty where it was not handed over
     */
    public record Entry(
            String relation,
            Instant at,
            String where,
            String text,
            List<String> later,
            List<String> found,
            List<String> clauses,
            String state,
            String reference) {}

    /**
     * Signs that a child may be at risk and allegations against staff, which are never given out by a program.
     *
     * @param records how many
     * @param heardBy the contacts who were told of them, and know whether they may be given out; none twice
     */
    public record Withheld(int records, List<PersonId> heardBy) {
        private static Withheld of(List<Concern> concerns) {
            return new Withheld(
                    concerns.size(),
                    concerns.stream()
                            .flatMap(concern -> concern.circle().contacts().stream())
                            .distinct()
                            .toList());
        }
    }

    /** An action of the person in the audit trail. */
    public record Action(Instant at, String action, String subject) {}

    /**
     * A note.
     *
     * @param what its name: platform, kind, and under what it is kept
     * @param text masked; empty where it is a message about a record, which is given out with that record or not at all
     */
    public record Noted(String what, String text) {}

    /** Makes the pack out of what is stored. */
    public static SubjectAccess of(Subject person, PersonalData data, Roll roll) {
        ThirdParties others = new ThirdParties(roll, person.id());
        Map<ConcernId, Incident> incidents =
                data.incidents().stream().collect(Collectors.toMap(Incident::concern, incident -> incident));
        List<Entry> entries = new ArrayList<>();
        List<Concern> withheld = new ArrayList<>();
        for (Concern concern : all(data)) {
            if (isWithheld(concern)) {
                withheld.add(concern);
                continue;
            }
            String reference = Optional.ofNullable(incidents.get(concern.id()))
                    .map(incident -> incident.reference().value())
                    .orElse("");
            boolean onlyAsked = data.asked().contains(concern);
            concern.messages().stream()
                    .filter(message -> onlyAsked || isAbout(person, message))
                    .map(message -> onlyAsked
                            ? asked(concern, message, reference)
                            : entry(person, concern, message, reference, others))
                    .forEach(entries::add);
        }
        entries.sort((one, other) -> one.at().compareTo(other.at()));
        return new SubjectAccess(
                entries,
                data.trail().stream().map(SubjectAccess::action).toList(),
                data.traces(),
                data.notes().stream().map(note -> noted(note, person, others)).toList(),
                Withheld.of(withheld));
    }

    private static Noted noted(Note note, Subject person, ThirdParties others) {
        boolean aboutRecord = CONCERN.matcher(note.whole()).find();
        // Under a key of somebody else's there is more than this person's business.
        String what = person.isMentionedIn(note.key()) ? note.key() : note.key().replaceFirst("^(\\w+:\\w+).*", "$1");
        return new Noted(what, aboutRecord ? "" : others.without(note.text(), person::isMentionedIn));
    }

    private static List<Concern> all(PersonalData data) {
        List<Concern> all = new ArrayList<>(data.written());
        all.addAll(data.named());
        all.addAll(data.asked());
        return all;
    }

    private static boolean isAbout(Subject person, Evidence message) {
        return PersonalData.wrote(person, message) || PersonalData.isMeant(person, message);
    }

    /** What its contacts alone hear of: whoever runs the program must not learn of it by asking for the accused. */
    private static boolean isWithheld(Concern concern) {
        return Stream.concat(
                        Stream.of(concern.category()),
                        concern.messages().stream()
                                .flatMap(message -> message.findings().stream())
                                .map(Finding::category))
                .anyMatch(FOR_CONTACTS_ALONE::contains);
    }

    /** Somebody else's business: that they were asked is theirs, the words are not. */
    private static Entry asked(Concern concern, Evidence message, String reference) {
        return new Entry(
                "you were asked to look at it",
                message.at(),
                message.place(),
                "",
                List.of(),
                List.of(),
                List.of(),
                state(concern.state()),
                reference);
    }

    private static Entry entry(
            Subject person, Concern concern, Evidence message, String reference, ThirdParties others) {
        boolean wrote = PersonalData.wrote(person, message);
        List<String> later = new ArrayList<>();
        message.changes().stream()
                .map(change -> change.kind() + " " + others.without(message, change.text(), person.id()))
                .map(String::strip)
                .forEach(later::add);
        if (wrote) {
            concern.review()
                    .objectionOf(message.author())
                    .ifPresent(objection ->
                            later.add("OBJECTED " + others.without(message, objection.words(), person.id())));
        }
        return new Entry(
                wrote ? "you wrote it" : "it names you, or means you",
                message.at(),
                message.place(),
                others.without(message, person.id()),
                later,
                message.findings().stream()
                        .map(finding -> finding.category().name())
                        .distinct()
                        .toList(),
                message.findings().stream()
                        .flatMap(finding -> finding.clauses().stream())
                        .map(SubjectAccess::clause)
                        .distinct()
                        .toList(),
                state(concern.state()),
                reference);
    }

    private static String clause(Clause clause) {
        return clause.quote() + " (" + clause.source() + ")";
    }

    private static String state(ConcernState state) {
        return switch (state) {
            case ConcernState.Open() -> "waits for somebody to look at it";
            case ConcernState.Removed(Instant at) -> "the message was taken back";
            case ConcernState.Dismissed(var by, boolean sorted, Instant at) -> "nothing needed to follow";
            case ConcernState.Confirmed(var by, Instant at, String reference) -> "handed to the school";
            case ConcernState.TakenOn(var by, Instant at) -> "taken on by the school";
            case ConcernState.Expired(Instant at) -> "closed, nobody decided";
        };
    }

    private static Action action(AuditEntry entry) {
        return new Action(entry.at(), entry.event().action(), entry.event().subject());
    }
}
