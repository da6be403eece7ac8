package uk.schoolgate.adapter.redis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XTrimParams;
import redis.clients.jedis.resps.StreamEntry;
import tools.jackson.core.JacksonException;
import uk.schoolgate.core.audit.AuditEntry;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.audit.AuditHead;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.flow.Commit;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.keeping.Archive;
import uk.schoolgate.core.keeping.Traces;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.wording.Tongue;

/** Everything of a school in Redis, as lists. */
final class RedisArchive implements Archive {
    private static final AuditEntry UNREADABLE =
            new AuditEntry(0, Instant.EPOCH, new AuditEvent("", "unreadable", "", ""), "", "");

    private final RedisConnection redis;
    private final SealedJson json;
    private final CommitWriter commits;
    private final RedisCasebook casebook;
    private final RedisNotebook notebook;

    RedisArchive(RedisConnection redis, SealedJson json, CommitWriter commits) {
        this.redis = redis;
        this.json = json;
        this.commits = commits;
        this.casebook = new RedisCasebook(redis, json);
        this.notebook = new RedisNotebook(redis, json);
    }

    @Override
    public List<Concern> concerns(SchoolCode school) {
        return redis.scan(Keys.concerns(school)).stream()
                .flatMap(key -> Optional.ofNullable(redis.call(client -> client.hget(key, "body")))
                        .map(body -> json.read(body, key, Concern.class))
                        .stream())
                .toList();
    }

    @Override
    public List<Incident> incidents(SchoolCode school) {
        return casebook.incidents(school);
    }

    @Override
    public List<AuditEntry> auditTrail(SchoolCode school) {
        return redis.call(client -> client.lrange(Keys.audit(school), 0, -1)).stream()
                .map(RedisArchive::entry)
                .toList();
    }

    private static AuditEntry entry(String text) {
        try {
            return Objects.requireNonNullElse(Json.read(text, AuditEntry.class), UNREADABLE);
        } catch (JacksonException e) {
            return UNREADABLE;
        }
    }

    @Override
    public Optional<AuditHead> auditHead(SchoolCode school) {
        String key = Keys.auditHead(school);
        return Optional.ofNullable(redis.call(client -> client.get(key)))
                .map(body -> json.read(body, key, AuditHead.class));
    }

    @Override
    public Map<String, Long> register(SchoolCode school) {
        Map<String, Long> register = new TreeMap<>();
        redis.call(client -> client.hgetAll(Keys.register(school)))
                .forEach((kind, count) -> register.put(kind, Long.valueOf(count)));
        return register;
    }

    @Override
    public boolean run(Commit commit) {
        try {
            commits.run(commit, transaction -> {});
            return true;
        } catch (ConflictException e) {
            return false;
        }
    }

    @Override
    public List<LooseItem> looseItems(SchoolCode school) {
        List<LooseItem> items = new ArrayList<>();
        for (Queue<?> queue : List.of(Queue.INTAKE, Queue.OUTBOX)) {
            for (int partition = 0; partition < queue.partitions(); partition++) {
                String later = queue.later(partition);
                waiting(queue, queue.stream(partition)).forEach(items::add);
                redis.call(client -> client.zrange(later, 0, -1)).stream()
                        .map(member -> Json.read(member, Waiting.class))
                        .map(waiting -> new LooseItem(later, false, json.open(waiting.body(), queue.place())))
                        .forEach(items::add);
            }
            entries(queue.dead())
                    .map(entry -> new LooseItem(
                            queue.dead() + " " + entry.getID(), true, json.open(bodyOf(entry), queue.place())))
                    .forEach(items::add);
        }
        String mine = "\"school\":" + Json.write(school);
        return items.stream().filter(item -> item.content().contains(mine)).toList();
    }

    private Stream<LooseItem> waiting(Queue<?> queue, String stream) {
        return entries(stream)
                .map(entry ->
                        new LooseItem(stream + " " + entry.getID(), false, json.open(bodyOf(entry), queue.place())));
    }

    private Stream<StreamEntry> entries(String stream) {
        return redis.call(client -> client.xrange(stream, (StreamEntryID) null, (StreamEntryID) null)).stream();
    }

    private static String bodyOf(StreamEntry entry) {
        return entry.getFields().getOrDefault("body", "");
    }

    @Override
    public void erase(LooseItem item) {
        if (!item.putAside()) {
            throw new IllegalArgumentException("an item on its way is not erased: it leaves by itself");
        }
        int space = item.id().indexOf(' ');
        String stream = item.id().substring(0, space);
        StreamEntryID id = new StreamEntryID(item.id().substring(space + 1));
        redis.call(client -> client.xdel(stream, id));
    }

    @Override
    public List<Note> notes(SchoolCode school) {
        return notebook.all(school);
    }

    @Override
    public boolean rewrite(SchoolCode school, Note note, String text) {
        return notebook.rewrite(school, note, text);
    }

    @Override
    public Traces traces(SchoolCode school, PersonId person) {
        String pseudonym = json.pseudonym(person.value());
        Optional<Tongue> language = Optional.ofNullable(
                        redis.call(client -> client.hget(Keys.languages(school), pseudonym)))
                .flatMap(Tongue::ofCode);
        List<String> incidents = redis.call(client -> client.zrange(Keys.incidentsBy(school, pseudonym), 0, -1));
        Stream<String> marks = redis.scan(Keys.marksAbout(school, pseudonym)).stream()
                .map(key -> key.substring(Keys.mark(school, "").length()));
        Stream<String> signposts = redis.scan(Keys.signpostsAbout(school, pseudonym)).stream()
                .map(key -> key.substring(Keys.signpost(school, "").length()));
        return new Traces(
                language,
                incidents,
                Stream.concat(marks, signposts)
                        .map(name -> name.replace(":" + pseudonym, ""))
                        .sorted()
                        .toList());
    }

    @Override
    public int erasePutAside(Instant before) {
        long erased = 0;
        String oldest = before.toEpochMilli() + "-0";
        for (Queue<?> queue : List.of(Queue.INTAKE, Queue.OUTBOX)) {
            erased += redis.call(client ->
                    client.xtrim(queue.dead(), XTrimParams.xTrimParams().minId(oldest)));
        }
        return Math.toIntExact(erased);
    }
}
