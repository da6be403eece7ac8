package uk.schoolgate.adapter.redis;

import java.time.Duration;
import java.util.Optional;
import redis.clients.jedis.params.SetParams;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.school.SchoolCode;

/** Notes in Redis: text sealed, keys as pseudonyms, each with its life. */
final class RedisNotebook implements Notebook {
    private final RedisConnection redis;
    private final SealedJson json;

    RedisNotebook(RedisConnection redis, SealedJson json) {
        this.redis = redis;
        this.json = json;
    }

    @Override
    public Optional<String> read(SchoolCode school, String key) {
        String place = Keys.note(school, json.pseudonym(key));
        return Optional.ofNullable(redis.call(client -> client.get(place)))
                .map(body -> json.read(body, place, String.class));
    }

    @Override
    public void write(SchoolCode school, String key, String text, Duration life) {
        String place = Keys.note(school, json.pseudonym(key));
        if (text.isEmpty()) {
            redis.call(client -> client.del(place));
        } else {
            String body = json.write(text, place);
            redis.call(client -> client.set(place, body, SetParams.setParams().px(life.toMillis())));
        }
    }
}
