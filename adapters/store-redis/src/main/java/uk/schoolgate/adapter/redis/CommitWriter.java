package uk.schoolgate.adapter.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import uk.schoolgate.core.audit.AuditChain;
import uk.schoolgate.core.audit.AuditEntry;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.audit.AuditHead;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.flow.Commit;
import uk.schoolgate.core.flow.WorkQueue;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.handoff.Reference;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/** Writes a commit as one transaction. */
final class CommitWriter {
    /** Somebody's incidents count for twelve months. */
    private static final Duration COUNTED = Duration.ofDays(366);

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT).withZone(ZoneId.of("Europe/London"));

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
        commit.opened().ifPresent(opened -> {
            opened(school, opened, transaction);
            register(school, opened.incident(), transaction);
        });
        commit.changed().forEach(incident -> changed(school, incident, transaction));
        commit.erased().forEach(concern -> erase(school, concern, transaction));
        commit.erasedIncidents().forEach(reference -> erase(school, reference, transaction));
        commit.forgotten().forEach(person -> forget(school, person, transaction));
        commit.outgoing().forEach(item -> outgoing(item, transaction));
        commit.alarms().forEach(alarm -> alarm(alarm, transaction));
        commit.signposts().forEach((name, signpost) -> signpost(school, name, signpost, transaction));
        commit.languages()
                .forEach((person, language) -> transaction.run(
                        "HSET", Keys.languages(school), json.pseudonym(person.value()), language.code()));
        commit.marks().forEach((mark, life) -> mark(school, mark, life, transaction));
        commit.erasedTallies().forEach(tally -> transaction.run("DEL", Keys.tally(school, tally)));
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
    }

    private static void erase(SchoolCode school, Concern concern, Transaction transaction) {
        String key = Keys.concern(school, concern.id());
        transaction.expect("concern", Long.toString(concern.version()), "HGET", key, "version");
        transaction.run("DEL", key);
    }

    private static void erase(SchoolCode school, Reference incident, Transaction transaction) {
        transaction.run("HDEL", Keys.incidents(school), incident.value());
        transaction.run("HDEL", Keys.delivered(school), incident.value());
    }

    private void forget(SchoolCode school, PersonId person, Transaction transaction) {
        String pseudonym = json.pseudonym(person.value());
        transaction.run("DEL", Keys.incidentsBy(school, pseudonym));
        transaction.run("HDEL", Keys.languages(school), pseudonym);
        redis.scan(Keys.marksAbout(school, pseudonym)).forEach(mark -> transaction.run("DEL", mark));
        redis.scan(Keys.signpostsAbout(school, pseudonym)).forEach(post -> transaction.run("DEL", post));
    }

    private void opened(SchoolCode school, Commit.Opened opened, Transaction transaction) {
        String counter = Keys.incidentNumber(school, opened.year());
        String before = opened.number() == 1 ? "" : Integer.toString(opened.number() - 1);
        transaction.expect("incident number", before, "GET", counter);
        transaction.run("SET", counter, Integer.toString(opened.number()));
        incident(school, opened.incident(), transaction);
        String at = Long.toString(opened.incident().confirmedAt().toEpochMilli());
        for (PersonId author : opened.authors()) {
            String by = Keys.incidentsBy(school, json.pseudonym(author.value()));
            transaction.run("ZADD", by, at, opened.incident().reference().value());
            transaction.run("PEXPIRE", by, Long.toString(COUNTED.toMillis()));
        }
    }

    /** What stays of an incident when it is erased: that there was one more of its kind in that month. */
    private static void register(SchoolCode school, Incident incident, Transaction transaction) {
        String kind = MONTH.format(incident.confirmedAt()) + " " + incident.category();
        transaction.run("HINCRBY", Keys.register(school), kind, "1");
    }

    private void incident(SchoolCode school, Incident incident, Transaction transaction) {
        String key = Keys.incidents(school);
        transaction.run("HSET", key, incident.reference().value(), json.write(incident, key));
    }

    /** Whoever read it before it was delivered must not have it sent again. */
    private void changed(SchoolCode school, Incident incident, Transaction transaction) {
        String reference = incident.reference().value();
        String delivered = Keys.delivered(school);
        if (incident.isDelivered()) {
            transaction.run("HSET", delivered, reference, "1");
        } else {
            transaction.expect("delivered", "", "HGET", delivered, reference);
        }
        incident(school, incident, transaction);
    }

    private void outgoing(Outgoing item, Transaction transaction) {
        String stream = Queue.OUTBOX.stream(Queue.partitionOf(item));
        String body = json.write(item, Queue.OUTBOX.place());
        transaction.run("XADD", stream, "*", "body", body, "attempt", "1");
    }

    private void alarm(Incoming.Alarm alarm, Transaction transaction) {
        String later = Queue.INTAKE.later(Queue.partitionOf(alarm));
        String body = Json.write(Waiting.of(json.write(alarm, Queue.INTAKE.place()), WorkQueue.Tries.FIRST));
        transaction.run("ZADD", later, Long.toString(alarm.at().toEpochMilli()), body);
    }

    private static void signpost(SchoolCode school, String name, Commit.Signpost signpost, Transaction transaction) {
        String key = Keys.signpost(school, name);
        if (signpost.life().isZero()) {
            transaction.run("DEL", key);
        } else {
            String life = Long.toString(signpost.life().toMillis());
            transaction.run("SET", key, signpost.concern().value(), "PX", life);
        }
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
        String head = Keys.auditHead(commit.school());
        last.map(AuditHead::of).ifPresent(end -> transaction.run("SET", head, json.write(end, head)));
    }
}
