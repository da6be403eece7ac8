package uk.schoolgate.core.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.handoff.Reference;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.wording.Tongue;

/**
 * Everything that follows from one item of work, or from a housekeeping step: it becomes durable together or not at all.
 *
 * @param school whose data it changes
 * @param concerns changed concerns; each carries the version that it was read at
 * @param opened an incident that was confirmed just now
 * @param changed incidents whose delivery has moved on; what was delivered stays so: anything else about it is a conflict
 * @param outgoing what to send
 * @param alarms when to look again
 * @param audit what to enter in the audit trail
 * @param signposts short ways to concerns, by name; a later one of the same name takes its place
 * @param languages which languages people have chosen
 * @param erased concerns to erase whole; each carries the version that it was read at
 * @param erasedIncidents incidents to erase
 * @param forgotten people whose counts and marks are erased
 * @param counts what is counted once more
 * @param erasedTallies tallies that are erased
 * @param marks short memories with their life time, such as "was nudged about this"; a mark that exists already is a conflict
 */
public record Commit(
        SchoolCode school,
        List<Concern> concerns,
        Optional<Opened> opened,
        List<Incident> changed,
        List<Outgoing> outgoing,
        List<Incoming.Alarm> alarms,
        List<AuditEvent> audit,
        Map<String, Signpost> signposts,
        Map<PersonId, Tongue> languages,
        List<Concern> erased,
        List<Reference> erasedIncidents,
        List<PersonId> forgotten,
        List<Count> counts,
        List<String> erasedTallies,
        Map<String, Duration> marks) {
    public Commit {
        erased = List.copyOf(erased);
        erasedIncidents = List.copyOf(erasedIncidents);
        forgotten = List.copyOf(forgotten);
        concerns = List.copyOf(concerns);
        changed = List.copyOf(changed);
        outgoing = List.copyOf(outgoing);
        alarms = List.copyOf(alarms);
        audit = List.copyOf(audit);
        signposts = Map.copyOf(signposts);
        languages = Map.copyOf(languages);
        counts = List.copyOf(counts);
        erasedTallies = List.copyOf(erasedTallies);
        marks = Map.copyOf(marks);
    }

    /**
     * A new incident; its number must be the next one of its year.
     *
     * @param incident the incident
     * @param authors who wrote its messages, for counting their incidents
     * @param year four digits
     * @param number running number within the year
     */
    public record Opened(Incident incident, List<PersonId> authors, int year, int number) {
        public Opened {
            authors = List.copyOf(authors);
        }
    }

    /**
     * A short way to a concern.
     *
     * @param concern where it points to
     * @param life how long it stands; zero takes it down
     */
    public record Signpost(ConcernId concern, Duration life) {}

    /**
     * Counts something once more.
     *
     * @param tally the list that it is counted in
     * @param item what is counted; it is stored sealed
     * @param life how long the whole list is kept from now on
     */
    public record Count(String tally, String item, Duration life) {}

    /** Nothing follows. */
    public static Commit nothing(SchoolCode school) {
        return new Builder(school).build();
    }

    /** The same, and this goes out as well. */
    public Commit sending(List<? extends Outgoing> more) {
        List<Outgoing> all = new ArrayList<>(outgoing);
        all.addAll(more);
        return new Commit(
                school,
                concerns,
                opened,
                changed,
                all,
                alarms,
                audit,
                signposts,
                languages,
                erased,
                erasedIncidents,
                forgotten,
                counts,
                erasedTallies,
                marks);
    }

    /** Collects what follows from one item of work. */
    public static final class Builder {
        private final SchoolCode school;
        private final List<Concern> concerns = new ArrayList<>();
        private @Nullable Opened opened;
        private final List<Incident> changed = new ArrayList<>();
        private final List<Outgoing> outgoing = new ArrayList<>();
        private final List<Incoming.Alarm> alarms = new ArrayList<>();
        private final List<AuditEvent> audit = new ArrayList<>();
        private final Map<String, Signpost> signposts = new LinkedHashMap<>();
        private final Map<PersonId, Tongue> languages = new LinkedHashMap<>();
        private final List<Concern> erased = new ArrayList<>();
        private final List<Reference> erasedIncidents = new ArrayList<>();
        private final List<PersonId> forgotten = new ArrayList<>();
        private final List<Count> counts = new ArrayList<>();
        private final List<String> erasedTallies = new ArrayList<>();
        private final Map<String, Duration> marks = new LinkedHashMap<>();

        public Builder(SchoolCode school) {
            this.school = school;
        }

        public Builder store(Concern concern) {
            concerns.add(concern);
            return this;
        }

        public Builder open(Opened incident) {
            opened = incident;
            return this;
        }

        public Builder change(Incident incident) {
            changed.add(incident);
            return this;
        }

        public Builder send(Outgoing item) {
            outgoing.add(item);
            return this;
        }

        public Builder wake(Incoming.Alarm alarm) {
            alarms.add(alarm);
            return this;
        }

        public Builder record(AuditEvent event) {
            audit.add(event);
            return this;
        }

        public Builder signpost(String name, ConcernId concern, Duration life) {
            signposts.put(name, new Signpost(concern, life));
            return this;
        }

        public Builder choose(PersonId person, Tongue language) {
            languages.put(person, language);
            return this;
        }

        public Builder erase(Concern concern) {
            erased.add(concern);
            return this;
        }

        public Builder erase(Reference incident) {
            erasedIncidents.add(incident);
            return this;
        }

        public Builder forget(PersonId person) {
            forgotten.add(person);
            return this;
        }

        public Builder count(Count count) {
            counts.add(count);
            return this;
        }

        public Builder eraseTally(String tally) {
            erasedTallies.add(tally);
            return this;
        }

        public Builder mark(String mark, Duration life) {
            marks.put(mark, life);
            return this;
        }

        /** How many items are to be sent so far, for numbering them. */
        int sending() {
            return outgoing.size();
        }

        public Commit build() {
            return new Commit(
                    school,
                    concerns,
                    Optional.ofNullable(opened),
                    changed,
                    outgoing,
                    alarms,
                    audit,
                    signposts,
                    languages,
                    erased,
                    erasedIncidents,
                    forgotten,
                    counts,
                    erasedTallies,
                    marks);
        }
    }
}
