package uk.schoolgate.adapter.redis;

import java.time.Duration;
import java.util.List;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.school.SchoolCode;

/** The door, onto the intake queue. */
final class RedisIntake implements Intake {
    private static final Script ACCEPT = Script.load("accept.lua");
    /** No platform delivers an event again after that long. */
    private static final Duration REMEMBERED = Duration.ofDays(8);

    private final RedisConnection redis;
    private final SealedJson json;

    RedisIntake(RedisConnection redis, SealedJson json) {
        this.redis = redis;
        this.json = json;
    }

    @Override
    public Receipt accept(Incoming incoming) {
        String stream = Queue.INTAKE.stream(Queue.partitionOf(incoming));
        String seen = Keys.seen(incoming.school(), incoming.id().value());
        String body = json.write(incoming, Queue.INTAKE.place());
        Object answer = ACCEPT.run(redis, List.of(seen, stream), List.of(Long.toString(REMEMBERED.toMillis()), body));
        return Receipt.valueOf(String.valueOf(answer));
    }

    @Override
    public boolean knows(SchoolCode school, EventId id) {
        return redis.call(client -> client.exists(Keys.seen(school, id.value())));
    }
}
