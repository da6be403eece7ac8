package uk.schoolgate.core.keeping;

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
 * @param loose items in the queues, or put aside, that hold their id
 * @param searched how much was looked through
 */
public record PersonalData(
        List<Concern> written,
        List<Concern> named,
        List<Concern> asked,
        List<Incident> incidents,
        List<AuditEntry> trail,
        List<LooseItem> loose,
        Searched searched) {

    /** How much was looked through. */
    public record Searched(int concerns, int incidents, int auditEntries, int looseItems) {}

    /** Looks through everything that is stored about a school. */
    public static PersonalData of(PersonId person, SchoolCode school, Archive archive, Sealer sealer) {
        List<Concern> concerns = archive.concerns(school);
        List<Incident> incidents = archive.incidents(school);
        List<AuditEntry> trail = archive.auditTrail(school);
        List<LooseItem> loose = archive.looseItems(school);
        List<Concern> written = only(concerns, concern -> wrote(person, concern));
        List<Concern> named = only(concerns, concern -> !wrote(person, concern) && isMeant(person, concern));
        Set<ConcernId> about = ids(written);
        about.addAll(ids(named));
        String pseudonym = sealer.pseudonym(person.value());
        return new PersonalData(
                written,
                named,
                only(concerns, concern -> !about.contains(concern.id()) && hasToDoWith(person, concern)),
                incidents.stream()
                        .filter(incident -> about.contains(incident.concern()))
                        .toList(),
                trail.stream()
                        .filter(entry -> Set.of(pseudonym, person.value())
                                .contains(entry.event().actor()))
                        .toList(),
                loose.stream().filter(item -> mentions(item.content(), person)).toList(),
                new Searched(concerns.size(), incidents.size(), trail.size(), loose.size()));
    }

    /** Whether nothing is stored that could be erased; the audit trail names nobody and stays. */
    public boolean isEmpty() {
        return written.isEmpty() && named.isEmpty() && incidents.isEmpty() && loose.isEmpty();
    }

    private static List<Concern> only(List<Concern> concerns, Predicate<Concern> condition) {
        return concerns.stream().filter(condition).toList();
    }

    private static Set<ConcernId> ids(List<Concern> concerns) {
        return concerns.stream().map(Concern::id).collect(Collectors.toSet());
    }

    private static boolean wrote(PersonId person, Concern concern) {
        return concern.authors().contains(person);
    }

    private static boolean isMeant(PersonId person, Concern concern) {
        return concern.messages().stream().anyMatch(message -> isMeant(person, message));
    }

    static boolean isMeant(PersonId person, Evidence message) {
        return message.findings().stream().anyMatch(finding -> finding.people().contains(person.value()));
    }

    private static boolean hasToDoWith(PersonId person, Concern concern) {
        return concern.mayFollow(person);
    }

    /** As a whole word: the pupil P02 is not the pupil P023. */
    private static boolean mentions(String content, PersonId person) {
        String id = person.value();
        int at = content.indexOf(id);
        while (at >= 0) {
            int end = at + id.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(content.charAt(at - 1));
            boolean ends = end == content.length() || !Character.isLetterOrDigit(content.charAt(end));
            if (begins && ends) {
                return true;
            }
            at = content.indexOf(id, at + 1);
        }
        return false;
    }
}
