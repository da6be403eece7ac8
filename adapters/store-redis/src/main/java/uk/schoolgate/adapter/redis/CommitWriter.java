package uk.schoolgate.adapter.redis;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import uk.schoolgate.core.audit.AuditChain;
import uk.schoolgate.core.audit.AuditEntry;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernState;
import uk.schoolgate.core.flow.Commit;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.SchoolCode;

/** Writes a commit as one transaction. */
final class CommitWriter {
    /** What is left of a concern that came to nothing, for late presses of its buttons. */
    private static final Duration LIFE_OF_CLOSED = Duration.ofDays(30);

    private static final int MOST_ATTEMPTS = 100;

    private final RedisConnection redis;
    private final SealedJson json;
    private final Clock clock;

    CommitWriter(RedisConnection redis, SealedJson json, Clock clock) {
        this.redis = redis;
        this.json = json;
        this.clock = clock;
    }

    /** Adds to a transaction what goes with the commit, such as the acknowledgement of the item that caused it. */
    interface Addition {
        void to(Transaction transaction);
    }

    /**
     * Runs a commit.
     *
     * @throws ConflictException when something that it was based on has changed
     */
    void run(Commit commit, Addition addition) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Transaction transaction = new Transaction();
            addition.to(transaction);
            write(commit, transaction);
            switch (transaction.execute(redis)) {
                case DONE, GONE -> {
                    return;
                }
                case CONFLICT -> throw new ConflictException("the casebook has moved on");
                case AUDIT_MOVED -> {
                    // Entries do not depend on each other's content: chain them anew and try again.
                }
            }
        }
        throw new ConflictException("the audit trail keeps moving");
    }

    private void write(Commit commit, Transaction transaction) {
        SchoolCode school = commit.school();
        commit.concerns().forEach(concern -> concern(school, concern, transaction));
        commit.opened().ifPresent(opened -> opened(school, opened, transaction));
        commit.changed().forEach(incident -> incident(school, incident, transaction));
        commit.outgoing().forEach(item -> outgoing(item, transaction));
        commit.alarms().forEach(alarm -> alarm(alarm, transaction));
        commit.marks().forEach((mark, life) -> mark(school, mark, life, transaction));
        commit.forgotten().forEach(tally -> transaction.run("DEL", Keys.tally(school, tally)));
        commit.counts().forEach(count -> count(school, count, transaction));
        if (!commit.audit().isEmpty()) {
            audit(commit, transaction);
        }
    }

    private void concern(SchoolCode school, Concern concern, Transaction transaction) {
        String key = Keys.concern(school, concern.id());
        Concern stored = concern.stored();
        String expected = concern.version() == 0 ? "" : Long.toString(concern.version());
        transaction.expect("concern", expected, "HGET", key, "version");
        transaction.run("HSET", key, "version", Long.toString(stored.version()), "body", json.write(stored, key));
        boolean came = stored.state().isOpen() || stored.state() instanceof ConcernState.Confirmed;
        if (!came) {
            transaction.run("PEXPIRE", key, Long.toString(LIFE_OF_CLOSED.toMillis()));
        }
    }

    private void opened(SchoolCode school, Commit.Opened opened, Transaction transaction) {
        String counter = Keys.incidentNumber(school, opened.year());
        String before = opened.number() == 1 ? "" : Integer.toString(opened.number() - 1);
        transaction.expect("incident number", before, "GET", counter);
        transaction.run("SET", counter, Integer.toString(opened.number()));
        incident(school, opened.incident(), transaction);
        String by = Keys.incidentsBy(school, json.pseudonym(opened.author().value()));
        String at = Long.toString(opened.incident().confirmedAt().toEpochMilli());
        transaction.run("ZADD", by, at, opened.incident().reference().value());
    }

    private void incident(SchoolCode school, Incident incident, Transaction transaction) {
        String key = Keys.incidents(school);
        transaction.run("HSET", key, incident.reference().value(), json.write(incident, key));
    }

    private void outgoing(Outgoing item, Transaction transaction) {
        String stream = Queue.OUTBOX.stream(Queue.partitionOf(item.orderingKey()));
        String body = json.write(item, Queue.OUTBOX.place());
        transaction.run("XADD", stream, "*", "body", body, "attempt", "1");
    }

    private void alarm(Incoming.Alarm alarm, Transaction transaction) {
        String later = Queue.INTAKE.later(Queue.partitionOf(alarm.orderingKey()));
        String body = Json.write(new Waiting(json.write(alarm, Queue.INTAKE.place()), 1));
        transaction.run("ZADD", later, Long.toString(alarm.at().toEpochMilli()), body);
    }

    private static void mark(SchoolCode school, String mark, Duration life, Transaction transaction) {
        String key = Keys.mark(school, mark);
        transaction.expect("mark", "", "GET", key);
        transaction.run("SET", key, "1", "PX", Long.toString(life.toMillis()));
    }

    /** Each item has two fields under its pseudonym: how often, and the item itself, sealed. */
    private void count(SchoolCode school, Commit.Count count, Transaction transaction) {
        String key = Keys.tally(school, count.tally());
        String item = json.pseudonym(count.item());
        transaction.run("HINCRBY", key, RedisCasebook.COUNT + item, "1");
        transaction.run("HSET", key, RedisCasebook.ITEM + item, json.write(count.item(), key));
        transaction.run("PEXPIRE", key, Long.toString(count.life().toMillis()));
    }

    private void audit(Commit commit, Transaction transaction) {
        String key = Keys.audit(commit.school());
        Optional<AuditEntry> last = Optional.ofNullable(redis.call(client -> client.lindex(key, -1)))
                .map(entry -> Json.read(entry, AuditEntry.class));
        String length = Long.toString(last.map(AuditEntry::number).orElse(0L));
        transaction.expect("audit", length, "LLEN", key);
        for (AuditEvent event : commit.audit()) {
            AuditEntry entry = AuditChain.follow(last, event, clock.instant());
            transaction.run("RPUSH", key, Json.write(entry));
            last = Optional.of(entry);
        }
    }
}
