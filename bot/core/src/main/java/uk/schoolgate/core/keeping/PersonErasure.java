package uk.schoolgate.core.keeping;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.concern.ConcernState;
import uk.schoolgate.core.flow.Commit;
import uk.schoolgate.core.flow.Copies;
import uk.schoolgate.core.handoff.Delivery;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.keeping.Archive.LooseItem;
import uk.schoolgate.core.school.PersonId;
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
    private final Copies copies;
    private final Clock clock;

    /** @param copies what platforms keep of what came in goes with the evidence */
    public PersonErasure(Archive archive, Sealer sealer, Copies copies, Clock clock) {
        this.archive = archive;
        this.sealer = sealer;
        this.copies = copies;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param erased how many concerns, incidents and items were erased
     * @param heldBack why something was not, a sentence each
     * @param left what a second search found afterwards
     */
    public record Outcome(int erased, List<String> heldBack, PersonalData left) {}

    /** Erases what is stored about a person. */
    public Outcome erase(PersonId person, SchoolCode school) {
        int erased = 0;
        for (int conflicts = 0; conflicts < MOST_CONFLICTS; conflicts++) {
            PersonalData found = PersonalData.of(person, school, archive, sealer);
            Plan plan = plan(person, school, found);
            if (archive.run(plan.commit())) {
                erased += plan.records();
                List<LooseItem> putAside =
                        found.loose().stream().filter(LooseItem::putAside).toList();
                putAside.forEach(archive::erase);
                PersonalData left = PersonalData.of(person, school, archive, sealer);
                return new Outcome(erased + putAside.size(), plan.heldBack(), left);
            }
        }
        throw new IllegalStateException("what is stored about this person keeps changing: try again in a minute");
    }

    private record Plan(Commit commit, int records, List<String> heldBack) {}

    private Plan plan(PersonId person, SchoolCode school, PersonalData found) {
        Commit.Builder commit = new Commit.Builder(school).forget(person);
        List<String> heldBack = new ArrayList<>();
        int records = 0;
        Set<ConcernId> undelivered = found.incidents().stream()
                .filter(incident -> !(incident.delivery() instanceof Delivery.Delivered))
                .map(Incident::concern)
                .collect(Collectors.toSet());
        List<Concern> concerns = new ArrayList<>(found.written());
        concerns.addAll(found.named());
        for (Concern concern : concerns) {
            Optional<String> reason = reasonToKeep(person, concern, undelivered);
            if (reason.isPresent()) {
                heldBack.add(reason.get());
            } else {
                commit.erase(concern);
                copies.with(concern, clock.instant()).forEach(commit::send);
                records++;
            }
        }
        for (Incident incident : found.incidents()) {
            if (!undelivered.contains(incident.concern())) {
                commit.erase(incident.reference());
                records++;
            }
        }
        commit.record(new AuditEvent(
                AuditEvent.BOT, "person.erased", sealer.pseudonym(person.value()), records + " records"));
        return new Plan(commit.build(), records, heldBack);
    }

    private static Optional<String> reasonToKeep(PersonId person, Concern concern, Set<ConcernId> undelivered) {
        boolean urgent = !concern.circle().contacts().isEmpty();
        if (urgent && concern.state() instanceof ConcernState.Open) {
            return Optional.of("an urgent concern that nobody has taken on yet");
        }
        boolean byOthersToo = concern.authors().stream().anyMatch(author -> !author.equals(person));
        if (concern.isPileOn() && byOthersToo && concern.state() instanceof ConcernState.Open) {
            return Optional.of("a concern about several people's messages that nobody has decided on yet");
        }
        return undelivered.contains(concern.id())
                ? Optional.of("an incident that has not reached the complaints inbox yet")
                : Optional.empty();
    }
}
