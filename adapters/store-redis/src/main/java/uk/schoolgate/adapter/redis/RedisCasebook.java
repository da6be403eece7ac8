package uk.schoolgate.adapter.redis;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.schoolgate.core.audit.AuditEntry;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.flow.Casebook;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.handoff.Reference;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.wording.Tongue;

/** The casebook in Redis. */
final class RedisCasebook implements Casebook {
    /** In front of the field that says how often an item was counted. */
    static final String COUNT = "count:";
    /** In front of the field that holds the item. */
    static final String ITEM = "item:";

    private final RedisConnection redis;
    private final SealedJson json;

    RedisCasebook(RedisConnection redis, SealedJson json) {
        this.redis = redis;
        this.json = json;
    }

    @Override
    public Optional<Concern> concern(SchoolCode school, ConcernId id) {
        String key = Keys.concern(school, id);
        return Optional.ofNullable(redis.call(client -> client.hget(key, "body")))
                .map(body -> json.read(body, key, Concern.class));
    }

    @Override
    public Optional<Incident> incident(SchoolCode school, Reference reference) {
        String key = Keys.incidents(school);
        return Optional.ofNullable(redis.call(client -> client.hget(key, reference.value())))
                .map(body -> json.read(body, key, Incident.class));
    }

    @Override
    public List<Incident> incidents(SchoolCode school) {
        String key = Keys.incidents(school);
        return redis.call(client -> client.hvals(key)).stream()
                .map(body -> json.read(body, key, Incident.class))
                .sorted(Comparator.comparing(incident -> incident.reference().value()))
                .toList();
    }

    @Override
    public int lastIncidentNumber(SchoolCode school, int year) {
        String number = redis.call(client -> client.get(Keys.incidentNumber(school, year)));
        return number == null ? 0 : Integer.parseInt(number);
    }

    @Override
    public int incidentsOf(SchoolCode school, PersonId author, Instant since) {
        String key = Keys.incidentsBy(school, json.pseudonym(author.value()));
        long count = redis.call(client -> client.zcount(key, (double) since.toEpochMilli(), Double.POSITIVE_INFINITY));
        return Math.toIntExact(count);
    }

    @Override
    public Optional<ConcernId> signpost(SchoolCode school, String name) {
        return Optional.ofNullable(redis.call(client -> client.get(Keys.signpost(school, name))))
                .map(ConcernId::new);
    }

    @Override
    public boolean hasMark(SchoolCode school, String mark) {
        return redis.call(client -> client.exists(Keys.mark(school, mark)));
    }

    @Override
    public Tongue languageOf(SchoolCode school, PersonId person) {
        String field = json.pseudonym(person.value());
        return Optional.ofNullable(redis.call(client -> client.hget(Keys.languages(school), field)))
                .flatMap(Tongue::ofCode)
                .orElse(Tongue.ENGLISH);
    }

    @Override
    public Map<String, Integer> tally(SchoolCode school, String tally) {
        String key = Keys.tally(school, tally);
        Map<String, String> fields = redis.call(client -> client.hgetAll(key));
        Map<String, Integer> counts = new HashMap<>();
        fields.forEach((field, value) -> {
            if (field.startsWith(ITEM)) {
                String count = fields.getOrDefault(COUNT + field.substring(ITEM.length()), "0");
                counts.put(json.read(value, key, String.class), Integer.parseInt(count));
            }
        });
        return counts;
    }

    @Override
    public List<AuditEntry> auditTrail(SchoolCode school) {
        return redis.call(client -> client.lrange(Keys.audit(school), 0, -1)).stream()
                .map(entry -> Json.read(entry, AuditEntry.class))
                .toList();
    }
}
