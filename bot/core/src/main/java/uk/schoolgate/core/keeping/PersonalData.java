package uk.schoolgate.core.keeping;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.schoolgate.core.audit.AuditEntry;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.concern.Evidence;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.keeping.Archive.LooseItem;
import uk.schoolgate.core.keeping.Archive.Note;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.sealing.Sealer;

/**
 * Everything that is stored about one person.
 *
 * @param written concerns about messages that they wrote
 * @param named concerns about messages of others that name or mean them
 * @param asked concerns of others that they were asked to look at, or were told of
 * @param incidents those of {@code written} and {@code named} that were handed to the school
 * @param trail entries of the audit trail about what they did; it holds a pseudonym, or a staff id
 * @param loose items in the queues, or put aside, that hold one of their names
 * @param notes notes of platforms' adapters that hold one of their names
 * @param traces what is stored under their pseudonyms
 * @param searched how much was looked through
 */
public record PersonalData(
        List<Concern> written,
        List<Concern> named,
        List<Concern> asked,
        List<Incident> incidents,
        List<AuditEntry> trail,
        List<LooseItem> loose,
        List<Note> notes,
        Traces traces,
        Searched searched) {

    /** How much was looked through. */
    public record Searched(int concerns, int incidents, int auditEntries, int looseItems, int notes) {}

    /** Looks through everything that is stored about a school. */
    public static PersonalData of(Subject subject, SchoolCode school, Archive archive, Sealer sealer) {
        List<Concern> concerns = archive.concerns(school);
        List<Incident> incidents = archive.incidents(school);
        List<AuditEntry> trail = archive.auditTrail(school);
        List<LooseItem> loose = archive.looseItems(school);
        List<Note> notes = archive.notes(school);
        List<Concern> written = only(concerns, concern -> wrote(subject, concern));
        List<Concern> named = only(concerns, concern -> !wrote(subject, concern) && isMeant(subject, concern));
        Set<ConcernId> about = ids(written);
        about.addAll(ids(named));
        Set<String> actors = actors(subject, sealer);
        return new PersonalData(
                written,
                named,
                only(concerns, concern -> !about.contains(concern.id()) && hasToDoWith(subject, concern)),
                only(incidents, incident -> about.contains(incident.concern())),
                only(trail, entry -> actors.contains(entry.event().actor())),
                only(loose, item -> subject.isMentionedIn(item.content())),
                only(notes, note -> subject.isMentionedIn(note.whole())),
                traces(subject, school, archive),
                new Searched(concerns.size(), incidents.size(), trail.size(), loose.size(), notes.size()));
    }

    private static Set<String> actors(Subject subject, Sealer sealer) {
        Set<String> actors = new HashSet<>(Set.of(subject.id().value()));
        subject.ids().forEach(id -> actors.add(sealer.pseudonym(id.value())));
        return actors;
    }

    private static Traces traces(Subject subject, SchoolCode school, Archive archive) {
        return subject.ids().stream().map(id -> archive.traces(school, id)).reduce(Traces.NONE, Traces::and);
    }

    /** Whether nothing is stored that could be erased; the audit trail names nobody and stays. */
    public boolean isEmpty() {
        return written.isEmpty()
                && named.isEmpty()
                && incidents.isEmpty()
                && loose.isEmpty()
                && notes.isEmpty()
                && traces.isEmpty();
    }

    private static <T> List<T> only(List<T> all, Predicate<T> condition) {
        return all.stream().filter(condition).toList();
    }

    private static Set<ConcernId> ids(List<Concern> concerns) {
        return concerns.stream().map(Concern::id).collect(Collectors.toSet());
    }

    private static boolean wrote(Subject subject, Concern concern) {
        return concern.messages().stream().anyMatch(message -> wrote(subject, message));
    }

    static boolean wrote(Subject subject, Evidence message) {
        return subject.is(message.author()) || subject.is(message.sender());
    }

    private static boolean isMeant(Subject subject, Concern concern) {
        return concern.messages().stream().anyMatch(message -> isMeant(subject, message));
    }

    static boolean isMeant(Subject subject, Evidence message) {
        return message.findings().stream()
                .flatMap(finding -> finding.people().stream())
                .anyMatch(person -> subject.is(new PersonId(person)));
    }

    private static boolean hasToDoWith(Subject subject, Concern concern) {
        return concern.mayFollow(subject.id())
                || subject.others().stream().anyMatch(other -> concern.mayFollow(new PersonId(other)));
    }
}
