package uk.schoolgate.adapter.redis;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.params.SetParams;
import uk.schoolgate.core.keeping.Archive.Note;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.school.SchoolCode;

/**
 * Notes in Redis: text sealed, keys as pseudonyms, each with its life. What a note is called is sealed with its text, so
 * that all notes about a person can be found.
 */
final class RedisNotebook implements Notebook {
    private final RedisConnection redis;
    private final SealedJson json;

    RedisNotebook(RedisConnection redis, SealedJson json) {
        this.redis = redis;
        this.json = json;
    }

    @Override
    public Optional<String> read(SchoolCode school, String key) {
        return at(Keys.note(school, json.pseudonym(key))).map(Note::text);
    }

    @Override
    public void write(SchoolCode school, String key, String text, Duration life) {
        String place = Keys.note(school, json.pseudonym(key));
        if (text.isEmpty()) {
            redis.call(client -> client.del(place));
        } else {
            String body = json.write(new Note(key, text), place);
            redis.call(client -> client.set(place, body, SetParams.setParams().px(life.toMillis())));
        }
    }

    /** All notes of a school. */
    List<Note> all(SchoolCode school) {
        return redis.scan(Keys.notes(school)).stream()
                .flatMap(place -> at(place).stream())
                .toList();
    }

    private Optional<Note> at(String place) {
        return Optional.ofNullable(redis.call(client -> client.get(place))).map(body -> read(body, place));
    }

    private Note read(String body, String place) {
        return json.read(body, place, Note.class);
    }

    /** Puts another text in the place of a note's, unless somebody else just did; an empty one erases it. */
    boolean rewrite(SchoolCode school, Note note, String text) {
        String place = Keys.note(school, json.pseudonym(note.key()));
        @Nullable String body = redis.call(client -> client.get(place));
        if (body == null || !read(body, place).equals(note)) {
            return false;
        }
        Transaction transaction = new Transaction().expect("note", body, "GET", place);
        if (text.isEmpty()) {
            transaction.run("DEL", place);
        } else {
            transaction.run("SET", place, json.write(new Note(note.key(), text), place), "KEEPTTL");
        }
        return transaction.execute(redis) == Transaction.Result.DONE;
    }
}
