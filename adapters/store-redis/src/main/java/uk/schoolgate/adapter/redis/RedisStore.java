package uk.schoolgate.adapter.redis;

import java.time.Clock;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisException;
import uk.schoolgate.core.flow.Casebook;
import uk.schoolgate.core.flow.WorkQueue;
import uk.schoolgate.core.keeping.Archive;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.policy.VectorCache;
import uk.schoolgate.core.sealing.Sealer;

/** Everything durable, in one Redis that several bots may share. What holds personal data is sealed before it is sent there. */
public final class RedisStore {
    private final RedisConnection redis;
    private final SealedJson json;
    private final CommitWriter commits;
    private final Clock clock;

    /**
     * @param sealer its pseudonyms are to come from {@link #withLastingPseudonyms}
     * @param clock decides when what waits is due
     */
    public RedisStore(RedisConnection redis, Sealer sealer, Clock clock) {
        this.redis = redis;
        this.json = new SealedJson(sealer);
        this.commits = new CommitWriter(redis, json, clock);
        this.clock = clock;
    }

    /** The same sealer with a key for pseudonyms that is kept in Redis, sealed, and outlives the rotation of the others. */
    public static Sealer withLastingPseudonyms(Sealer sealer, RedisConnection redis) {
        return sealer.withPseudonymKey(new PseudonymKey(redis, sealer));
    }

    public Intake intake() {
        return new RedisIntake(redis, json);
    }

    public Casebook casebook() {
        return new RedisCasebook(redis, json);
    }

    public Notebook notebook() {
        return new RedisNotebook(redis, json);
    }

    public Archive archive() {
        return new RedisArchive(redis, json, commits);
    }

    /**
     * Has Redis write its file anew, so that what was erased leaves the disk too.
     *
     * @return false where Redis does not let us, or keeps no such file
     */
    public boolean rewriteFile() {
        try {
            redis.call(client -> client.executeCommand(new CommandArguments(Protocol.Command.BGREWRITEAOF)));
            return true;
        } catch (JedisException e) {
            return false;
        }
    }

    /** Puts everything that is sealed under the key that encrypts now. */
    public Rotation rotation() {
        return new Rotation(redis, json);
    }

    public VectorCache vectors() {
        return new RedisVectorCache(redis);
    }

    public WorkQueue<Incoming> incoming() {
        return new RedisWorkQueue<>(Queue.INTAKE, redis, json, commits, clock);
    }

    public WorkQueue<Outgoing> outgoing() {
        return new RedisWorkQueue<>(Queue.OUTBOX, redis, json, commits, clock);
    }
}
