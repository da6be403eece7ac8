package uk.schoolgate.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import uk.schoolgate.core.audit.AuditChain;
import uk.schoolgate.core.audit.AuditEntry;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.audit.AuditHead;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.flow.Casebook;
import uk.schoolgate.core.flow.Commit;
import uk.schoolgate.core.flow.WorkQueue;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.handoff.Reference;
import uk.schoolgate.core.keeping.Archive;
import uk.schoolgate.core.keeping.Traces;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.wording.Tongue;

/**
 * The store in memory. It works in the caller's thread: when {@link #accept} returns, everything that follows and is due
 * has happened; {@link #settle} does the same after a test has moved the clock.
 */
public final class InMemoryStore implements Intake, Casebook, Archive {
    private final Clock clock;
    private final InMemoryQueue<Incoming> incoming;
    private final InMemoryQueue<Outgoing> outgoing;
    private final InMemoryNotebook notebook;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Concern> concerns = new HashMap<>();
    private final Map<String, Incident> incidents = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Map<String, Instant>> incidentsByAuthor = new HashMap<>();
    private final Map<String, List<AuditEntry>> audit = new HashMap<>();
    private final Map<String, Signposted> signposts = new HashMap<>();
    private final Map<String, Tongue> languages = new HashMap<>();
    private final Map<String, Instant> marks = new HashMap<>();
    private final Map<SchoolCode, Map<String, Long>> register = new HashMap<>();

    private record Signposted(ConcernId concern, Instant end) {}

    private final Map<String, Tally> tallies = new HashMap<>();

    private record Tally(Map<String, Integer> counts, Instant until) {}

    public InMemoryStore(Clock clock) {
        this.clock = clock;
        this.incoming = new InMemoryQueue<>(clock, this);
        this.outgoing = new InMemoryQueue<>(clock, this);
        this.notebook = new InMemoryNotebook(clock);
    }

    public WorkQueue<Incoming> incoming() {
        return incoming;
    }

    public WorkQueue<Outgoing> outgoing() {
        return outgoing;
    }

    public InMemoryNotebook notebook() {
        return notebook;
    }

    /** Does all work that is due by the clock. */
    public void settle() {
        boolean worked;
        do {
            worked = incoming.workOnDue();
            worked |= outgoing.workOnDue();
        } while (worked);
    }

    @Override
    public Receipt accept(Incoming item) {
        if (!seen.add(key(item.school(), item.id().value()))) {
            return Receipt.DUPLICATE;
        }
        incoming.add(item, clock.instant());
        settle();
        return Receipt.ACCEPTED;
    }

    @Override
    public boolean knows(SchoolCode school, EventId id) {
        return seen.contains(key(school, id.value()));
    }

    /** Applies a commit; false, with nothing changed, when what it was based on has moved on. */
    boolean apply(Commit commit) {
        if (conflicts(commit)) {
            return false;
        }
        SchoolCode school = commit.school();
        commit.concerns()
                .forEach(concern -> concerns.put(key(school, concern.id().value()), concern.stored()));
        commit.opened().ifPresent(opened -> {
            open(school, opened);
            register(school, opened.incident());
        });
        commit.changed()
                .forEach(incident ->
                        incidents.put(key(school, incident.reference().value()), incident));
        commit.erased()
                .forEach(concern -> concerns.remove(key(school, concern.id().value())));
        commit.erasedIncidents().forEach(reference -> incidents.remove(key(school, reference.value())));
        commit.forgotten().forEach(person -> {
            incidentsByAuthor.remove(key(school, person.value()));
            languages.remove(key(school, person.value()));
        });
        commit.outgoing().forEach(item -> outgoing.add(item, clock.instant()));
        commit.alarms().forEach(alarm -> incoming.add(alarm, alarm.at()));
        commit.signposts()
                .forEach((name, signpost) -> signposts.put(
                        key(school, name),
                        new Signposted(signpost.concern(), clock.instant().plus(signpost.life()))));
        commit.languages().forEach((person, language) -> languages.put(key(school, person.value()), language));
        commit.marks()
                .forEach((mark, life) ->
                        marks.put(key(school, mark), clock.instant().plus(life)));
        commit.erasedTallies().forEach(tally -> tallies.remove(key(school, tally)));
        commit.counts().forEach(count -> count(school, count));
        commit.audit().forEach(event -> record(school, event));
        return true;
    }

    private void count(SchoolCode school, Commit.Count count) {
        Map<String, Integer> counts = new HashMap<>(tally(school, count.tally()));
        counts.merge(count.item(), 1, Integer::sum);
        tallies.put(
                key(school, count.tally()), new Tally(counts, clock.instant().plus(count.life())));
    }

    private boolean conflicts(Commit commit) {
        SchoolCode school = commit.school();
        return commit.concerns().stream().anyMatch(concern -> concern.version() != versionOf(school, concern.id()))
                || commit.opened()
                        .filter(opened -> opened.number() != lastIncidentNumber(school, opened.year()) + 1)
                        .isPresent()
                || commit.erased().stream().anyMatch(concern -> concern.version() != versionOf(school, concern.id()))
                || commit.changed().stream().anyMatch(incident -> !incident.isDelivered() && isDelivered(incident))
                || commit.marks().keySet().stream().anyMatch(mark -> hasMark(school, mark));
    }

    private boolean isDelivered(Incident incident) {
        return incident(incident.school(), incident.reference())
                .filter(Incident::isDelivered)
                .isPresent();
    }

    private long versionOf(SchoolCode school, ConcernId id) {
        return concern(school, id).map(Concern::version).orElse(0L);
    }

    private void open(SchoolCode school, Commit.Opened opened) {
        incidents.put(key(school, opened.incident().reference().value()), opened.incident());
        numbers.put(key(school, Integer.toString(opened.year())), opened.number());
        opened.authors()
                .forEach(author -> incidentsByAuthor
                        .computeIfAbsent(key(school, author.value()), id -> new TreeMap<>())
                        .put(
                                opened.incident().reference().value(),
                                opened.incident().confirmedAt()));
    }

    private void register(SchoolCode school, Incident incident) {
        String month = DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(incident.confirmedAt());
        register.computeIfAbsent(school, code -> new TreeMap<>())
                .merge(month + " " + incident.category(), 1L, Long::sum);
    }

    private void record(SchoolCode school, AuditEvent event) {
        List<AuditEntry> entries = audit.computeIfAbsent(school.value(), code -> new ArrayList<>());
        Optional<AuditEntry> last = entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast());
        entries.add(AuditChain.follow(last, event, clock.instant()));
    }

    @Override
    public Optional<Concern> concern(SchoolCode school, ConcernId id) {
        return Optional.ofNullable(concerns.get(key(school, id.value())));
    }

    @Override
    public Optional<Incident> incident(SchoolCode school, Reference reference) {
        return Optional.ofNullable(incidents.get(key(school, reference.value())));
    }

    @Override
    public List<Incident> incidents(SchoolCode school) {
        return incidents.values().stream()
                .filter(incident -> incident.school().equals(school))
                .sorted(Comparator.comparing(incident -> incident.reference().value()))
                .toList();
    }

    @Override
    public int lastIncidentNumber(SchoolCode school, int year) {
        return numbers.getOrDefault(key(school, Integer.toString(year)), 0);
    }

    @Override
    public int incidentsOf(SchoolCode school, PersonId author, Instant since) {
        return Math.toIntExact(incidentsByAuthor.getOrDefault(key(school, author.value()), Map.of()).values().stream()
                .filter(at -> !at.isBefore(since))
                .count());
    }

    @Override
    public Optional<ConcernId> signpost(SchoolCode school, String name) {
        return Optional.ofNullable(signposts.get(key(school, name)))
                .filter(signpost -> signpost.end().isAfter(clock.instant()))
                .map(Signposted::concern);
    }

    @Override
    public boolean hasMark(SchoolCode school, String mark) {
        Instant end = marks.get(key(school, mark));
        return end != null && end.isAfter(clock.instant());
    }

    @Override
    public Tongue languageOf(SchoolCode school, PersonId person) {
        return languages.getOrDefault(key(school, person.value()), Tongue.ENGLISH);
    }

    @Override
    public Map<String, Integer> tally(SchoolCode school, String tally) {
        return Optional.ofNullable(tallies.get(key(school, tally)))
                .filter(kept -> kept.until().isAfter(clock.instant()))
                .map(kept -> Map.copyOf(kept.counts()))
                .orElse(Map.of());
    }

    @Override
    public List<AuditEntry> auditTrail(SchoolCode school) {
        return List.copyOf(audit.getOrDefault(school.value(), List.of()));
    }

    @Override
    public List<Concern> concerns(SchoolCode school) {
        return concerns.values().stream()
                .filter(concern -> concern.school().equals(school))
                .toList();
    }

    @Override
    public Optional<AuditHead> auditHead(SchoolCode school) {
        List<AuditEntry> entries = auditTrail(school);
        return entries.isEmpty() ? Optional.empty() : Optional.of(AuditHead.of(entries.getLast()));
    }

    @Override
    public Map<String, Long> register(SchoolCode school) {
        return Map.copyOf(register.getOrDefault(school, Map.of()));
    }

    @Override
    public boolean run(Commit commit) {
        return apply(commit);
    }

    @Override
    public List<LooseItem> looseItems(SchoolCode school) {
        return List.of();
    }

    @Override
    public void erase(LooseItem item) {
        throw new IllegalArgumentException("nothing is put aside here");
    }

    @Override
    public List<Note> notes(SchoolCode school) {
        return notebook.all(school);
    }

    @Override
    public boolean rewrite(SchoolCode school, Note note, String text) {
        return notebook.rewrite(school, note, text);
    }

    /** Marks are not among them: here they are kept under whatever pseudonym they came with. */
    @Override
    public Traces traces(SchoolCode school, PersonId person) {
        List<String> theirs = List.copyOf(incidentsByAuthor
                .getOrDefault(key(school, person.value()), Map.of())
                .keySet());
        return new Traces(Optional.ofNullable(languages.get(key(school, person.value()))), theirs, List.of());
    }

    @Override
    public int erasePutAside(Instant before) {
        return 0;
    }

    private static String key(SchoolCode school, String rest) {
        return school.value() + "/" + rest;
    }
}
