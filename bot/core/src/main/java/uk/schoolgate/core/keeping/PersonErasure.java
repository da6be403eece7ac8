package uk.schoolgate.core.keeping;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.concern.ConcernState;
import uk.schoolgate.core.flow.Commit;
import uk.schoolgate.core.flow.Copies;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.keeping.Archive.LooseItem;
import uk.schoolgate.core.keeping.Archive.Note;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.sealing.Sealer;

/**
 * Erases what is stored about a person, and looks again to show that it is gone. Some things are held back, because a
 * child or a complaint would be lost with them: an urgent concern that nobody has taken on, an open one about messages of
 * several people, and an incident that has not reached the complaints inbox.
 */
public final class PersonErasure {
    private static final int MOST_CONFLICTS = 10;

    private final Archive archive;
    private final Sealer sealer;
    private final NoteEditor editor;
    private final Copies copies;
    private final Clock clock;

    /**
     * @param editor knows the notes of the platforms' adapters
     * @param copies what platforms keep of what came in goes with the evidence
     */
    public PersonErasure(Archive archive, Sealer sealer, NoteEditor editor, Copies copies, Clock clock) {
        this.archive = archive;
        this.sealer = sealer;
        this.editor = editor;
        this.copies = copies;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param erased how many concerns, incidents, items and notes were erased
     * @param heldBack why something was not, a sentence each
     * @param left what a second search found afterwards
     */
    public record Outcome(int erased, List<String> heldBack, PersonalData left) {}

    /** Erases what is stored about a person. */
    public Outcome erase(Subject subject, SchoolCode school) {
        for (int conflicts = 0; conflicts < MOST_CONFLICTS; conflicts++) {
            PersonalData found = PersonalData.of(subject, school, archive, sealer);
            Plan plan = plan(subject, found);
            if (archive.run(commit(subject, school, plan))) {
                List<LooseItem> putAside =
                        found.loose().stream().filter(LooseItem::putAside).toList();
                putAside.forEach(archive::erase);
                int notes = eraseNotes(subject, school, plan);
                PersonalData left = PersonalData.of(subject, school, archive, sealer);
                return new Outcome(
                        plan.records() + putAside.size() + notes,
                        List.copyOf(plan.heldBack().values()),
                        left);
            }
        }
        throw new IllegalStateException("what is stored about this person keeps changing: try again in a minute");
    }

    /** What is to go, and why something is not, by concern. */
    private record Plan(List<Concern> concerns, List<Incident> incidents, Map<ConcernId, String> heldBack) {
        int records() {
            return concerns.size() + incidents.size();
        }
    }

    private static Plan plan(Subject subject, PersonalData found) {
        Set<ConcernId> undelivered = found.incidents().stream()
                .filter(incident -> !incident.isDelivered())
                .map(Incident::concern)
                .collect(Collectors.toSet());
        List<Concern> erased = new ArrayList<>();
        Map<ConcernId, String> heldBack = new LinkedHashMap<>();
        Stream.concat(found.written().stream(), found.named().stream())
                .forEach(concern -> reasonToKeep(subject, concern, undelivered)
                        .ifPresentOrElse(reason -> heldBack.put(concern.id(), reason), () -> erased.add(concern)));
        // The evidence is kept by its incident's day of delivery: without that, it would be kept for ever.
        List<Incident> incidents = found.incidents().stream()
                .filter(incident -> !heldBack.containsKey(incident.concern()))
                .toList();
        return new Plan(erased, incidents, heldBack);
    }

    private Commit commit(Subject subject, SchoolCode school, Plan plan) {
        Commit.Builder commit = new Commit.Builder(school);
        subject.ids().forEach(commit::forget);
        for (Concern concern : plan.concerns()) {
            commit.erase(concern);
            copies.with(concern, clock.instant()).forEach(commit::send);
        }
        plan.incidents().forEach(incident -> commit.erase(incident.reference()));
        commit.record(new AuditEvent(
                AuditEvent.BOT, "person.erased", sealer.pseudonym(subject.id().value()), plan.records() + " records"));
        return commit.build();
    }

    /**
     * Notes about the person go whole; out of the others goes what is about the person, or about an erased concern. What
     * belongs to a concern that is held back stays with it.
     */
    private int eraseNotes(Subject subject, SchoolCode school, Plan plan) {
        Predicate<String> goes = part -> plan.concerns().stream()
                        .anyMatch(concern -> part.contains(concern.id().value()))
                || (subject.isMentionedIn(part)
                        && plan.heldBack().keySet().stream().noneMatch(kept -> part.contains(kept.value())));
        int erased = 0;
        for (Note note : archive.notes(school)) {
            String left = subject.isMentionedIn(note.key()) ? "" : editor.without(note, goes);
            if (!left.equals(note.text()) && archive.rewrite(school, note, left)) {
                erased++;
            }
        }
        return erased;
    }

    private static Optional<String> reasonToKeep(Subject subject, Concern concern, Set<ConcernId> undelivered) {
        if (concern.waitsForContact()) {
            return Optional.of("an urgent concern that nobody has taken on yet");
        }
        boolean byOthersToo = concern.messages().stream().anyMatch(message -> !PersonalData.wrote(subject, message));
        if (concern.isPileOn() && byOthersToo && concern.state() instanceof ConcernState.Open) {
            return Optional.of("a concern about several people's messages that nobody has decided on yet");
        }
        return undelivered.contains(concern.id())
                ? Optional.of("an incident that has not reached the complaints inbox yet")
                : Optional.empty();
    }
}
