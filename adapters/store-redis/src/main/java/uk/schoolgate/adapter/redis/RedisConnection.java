package uk.schoolgate.adapter.redis;

import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;
import redis.clients.jedis.util.JedisURIHelper;
import uk.schoolgate.core.message.StoreUnavailableException;

/** A pool of connections to one Redis; turns its failures into {@link StoreUnavailableException}. */
public final class RedisConnection implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 64;
    private static final int SCANNED_AT_ONCE = 1000;

    private final RedisClient client;

    private RedisConnection(RedisClient client) {
        this.client = client;
    }

    /**
     * Connects on first use.
     *
     * @param url {@code redis://} or {@code rediss://user:password@host:port/db}
     */
    public static RedisConnection to(URI url) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(MOST_CONNECTIONS);
        pool.setMaxIdle(MOST_CONNECTIONS);
        return new RedisConnection(RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(url))
                .clientConfig(config(url))
                .poolConfig(pool)
                .build());
    }

    private static JedisClientConfig config(URI url) {
        DefaultJedisClientConfig.Builder config =
                DefaultJedisClientConfig.builder().database(JedisURIHelper.getDBIndex(url));
        if (JedisURIHelper.isRedisSSLScheme(url)) {
            config.sslOptions(SslOptions.defaults());
        }
        String user = JedisURIHelper.getUser(url);
        if (user != null && !user.isEmpty()) {
            config.user(user);
        }
        String password = JedisURIHelper.getPassword(url);
        if (password != null) {
            config.password(password);
        }
        return config.build();
    }

    /**
     * Whether Redis answers.
     *
     * @throws StoreUnavailableException when it does not
     */
    public void ping() {
        call(RedisClient::ping);
    }

    <R> R call(Function<RedisClient, R> command) {
        try {
            return command.apply(client);
        } catch (JedisConnectionException e) {
            throw new StoreUnavailableException("Redis does not answer", e);
        } catch (JedisException e) {
            if (isPassing(e)) {
                throw new StoreUnavailableException("Redis is not ready", e);
            }
            throw e;
        }
    }

    /** All keys of that form; not a snapshot, as Redis gives none. */
    Set<String> scan(String pattern) {
        Set<String> found = new TreeSet<>();
        ScanParams params = new ScanParams().match(pattern).count(SCANNED_AT_ONCE);
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            String from = cursor;
            ScanResult<String> page = call(client -> client.scan(from, params));
            found.addAll(page.getResult());
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return found;
    }

    /** Loading after a restart, a full pool, a fail-over: the same command will work in a while. */
    private static boolean isPassing(JedisException e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith("LOADING")
                || message.startsWith("MASTERDOWN")
                || message.startsWith("READONLY")
                || message.startsWith("Could not get a resource");
    }

    @Override
    public void close() {
        client.close();
    }
}
