package uk.schoolgate.core.keeping;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.concern.ConcernState;
import uk.schoolgate.core.flow.Commit;
import uk.schoolgate.core.flow.Copies;
import uk.schoolgate.core.handoff.Delivery;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.keeping.Archive.Note;
import uk.schoolgate.core.school.Retention;
import uk.schoolgate.core.school.School;

/**
 * Erases what has been kept for as long as the school allows. Several bots may sweep at once: what one has erased, the
 * others no longer find.
 */
public final class RetentionSweep {
    private static final int MOST_AT_ONCE = 100;
    private static final int MOST_CONFLICTS = 5;
    /** A concern that nobody decided closes by its own alarm; should that ever be lost, it still goes in the end. */
    private static final int OVERDUE = 2;

    private static final Pattern CONCERN = Pattern.compile("\\bC[0-9A-F]{16}\\b");

    private final Archive archive;
    private final NoteEditor editor;
    private final Copies copies;
    private final Clock clock;

    /**
     * @param editor knows the notes of the platforms' adapters
     * @param copies what platforms keep of what came in goes with the evidence
     */
    public RetentionSweep(Archive archive, NoteEditor editor, Copies copies, Clock clock) {
        this.archive = archive;
        this.editor = editor;
        this.copies = copies;
        this.clock = clock;
    }

    /** Erases what is due; returns how many concerns, incidents and notes about them that were. */
    public int sweep(School school) {
        return records(school) + notes(school);
    }

    /** Nothing that an adapter keeps for somebody, such as a card that waits, outlives the concern that it is about. */
    private int notes(School school) {
        // Read before the concerns: a note is written after its concern.
        List<Note> notes = archive.notes(school.code());
        Set<String> kept = archive.concerns(school.code()).stream()
                .map(concern -> concern.id().value())
                .collect(Collectors.toSet());
        int erased = 0;
        for (Note note : notes) {
            String left = editor.without(
                    note, part -> CONCERN.matcher(part).results().anyMatch(id -> !kept.contains(id.group())));
            if (!left.equals(note.text()) && archive.rewrite(school.code(), note, left)) {
                erased++;
            }
        }
        return erased;
    }

    private int records(School school) {
        int erased = 0;
        int conflicts = 0;
        Batch batch = batch(school);
        while (batch.size() > 0 && conflicts < MOST_CONFLICTS) {
            if (archive.run(batch.commit().build())) {
                erased += batch.size();
            } else {
                // Another bot has changed or erased some of it meanwhile: what is left is read again.
                conflicts++;
            }
            batch = batch(school);
        }
        return erased;
    }

    private record Batch(Commit.Builder commit, int size) {}

    private Batch batch(School school) {
        Instant now = clock.instant();
        Commit.Builder commit = new Commit.Builder(school.code());
        Map<ConcernId, Incident> incidents = new HashMap<>();
        archive.incidents(school.code()).forEach(incident -> incidents.put(incident.concern(), incident));
        int size = 0;
        for (Concern concern : archive.concerns(school.code())) {
            Optional<Incident> incident = Optional.ofNullable(incidents.remove(concern.id()));
            Optional<Instant> end = endOf(concern, incident, school);
            if (size < MOST_AT_ONCE && end.filter(at -> !at.isAfter(now)).isPresent()) {
                commit.erase(concern);
                copies.with(concern, now).forEach(commit::send);
                incident.ifPresent(it -> commit.erase(it.reference()));
                commit.record(erased(concern.id().value()));
                size++;
            }
        }
        for (Incident alone : List.copyOf(incidents.values())) {
            if (size < MOST_AT_ONCE
                    && deliveredUntil(alone, school.retention())
                            .filter(at -> !at.isAfter(now))
                            .isPresent()) {
                commit.erase(alone.reference()).record(erased(alone.reference().value()));
                size++;
            }
        }
        return new Batch(commit, size);
    }

    private static AuditEvent erased(String subject) {
        return new AuditEvent(AuditEvent.BOT, "evidence.erased", subject, "retention");
    }

    /** Until when a concern may be kept; empty while it is not known yet. */
    private static Optional<Instant> endOf(Concern concern, Optional<Incident> incident, School school) {
        return switch (concern.state()) {
            case ConcernState.Open() ->
                concern.circle().contacts().isEmpty()
                        ? Optional.of(school.time()
                                .after(
                                        concern.waitsSince(),
                                        school.retention().unconfirmed().multipliedBy(OVERDUE)))
                        : Optional.empty();
            case ConcernState.Removed(Instant at) -> unconfirmedUntil(school, at);
            case ConcernState.Dismissed(var by, boolean sorted, Instant at) -> unconfirmedUntil(school, at);
            case ConcernState.TakenOn(var by, Instant at) -> unconfirmedUntil(school, at);
            case ConcernState.Expired(Instant at) -> unconfirmedUntil(school, at);
            case ConcernState.Confirmed confirmed ->
                concern.waitsForContact()
                        ? Optional.empty()
                        : incident.flatMap(it -> deliveredUntil(it, school.retention()));
        };
    }

    private static Optional<Instant> unconfirmedUntil(School school, Instant closed) {
        return Optional.of(school.time().after(closed, school.retention().unconfirmed()));
    }

    /** An incident whose e-mail has not arrived is kept until it has. */
    private static Optional<Instant> deliveredUntil(Incident incident, Retention retention) {
        return incident.delivery() instanceof Delivery.Delivered
                ? Optional.of(incident.since().plus(retention.delivered()))
                : Optional.empty();
    }

    /** Erases what was put aside longer than {@code keep} ago; how many items. */
    public int sweepPutAside(Duration keep) {
        return archive.erasePutAside(clock.instant().minus(keep));
    }
}
