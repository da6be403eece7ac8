package uk.schoolgate.adapter.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;
import redis.embedded.RedisServer;

/**
 * A real Redis out of a jar, for a school that has none: on the loopback address, behind a password, every write synced to
 * an append-only file in a folder of its own.
 */
public final class EmbeddedRedis implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedRedis.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int PASSWORD_BYTES = 24;

    private final RedisServer server;
    private final URI url;

    private EmbeddedRedis(RedisServer server, URI url) {
        this.server = server;
        this.url = url;
    }

    /**
     * Starts Redis over a folder; what an earlier one left there is loaded.
     *
     * @throws UncheckedIOException when it does not start; the message says why
     */
    public static EmbeddedRedis start(Path folder) {
        try {
            return start(folder, URI.create("redis://:" + newPassword() + "@" + LOOPBACK + ":" + freePort() + "/0"));
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for the embedded Redis", e);
        }
    }

    /** Starts Redis over a folder at a given address. */
    static EmbeddedRedis start(Path folder, URI url) {
        try {
            Files.createDirectories(folder);
            stopLeftOver(folder);
            RedisServer server = RedisServer.newRedisServer()
                    .port(url.getPort())
                    .setting("bind " + LOOPBACK)
                    .setting("dir " + folder.toAbsolutePath())
                    .setting("requirepass " + JedisURIHelper.getPassword(url))
                    .setting("appendonly yes")
                    .setting("appendfsync always")
                    .setting("save \"\"")
                    .setting("daemonize no")
                    .build();
            server.start();
            SecretFile.write(addressFile(folder), url.toString());
            return new EmbeddedRedis(server, url);
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded Redis does not start in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Where the embedded Redis of a folder listens, if one runs there. */
    public static Optional<URI> running(Path folder) {
        try {
            Path file = addressFile(folder);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            URI url = URI.create(Files.readString(file, StandardCharsets.UTF_8).strip());
            try (RedisClient client = RedisClient.create(url)) {
                client.ping();
                return Optional.of(url);
            }
        } catch (IOException | JedisException e) {
            return Optional.empty();
        }
    }

    /** A bot that was killed leaves its Redis running; two on one file would spoil it. */
    private static void stopLeftOver(Path folder) throws IOException {
        Path file = addressFile(folder);
        if (!Files.exists(file)) {
            return;
        }
        URI left = URI.create(Files.readString(file, StandardCharsets.UTF_8).strip());
        try (RedisClient client = RedisClient.create(left)) {
            client.ping();
            log.info("stopping the Redis that an earlier run left behind");
            client.executeCommand(new CommandArguments(Protocol.Command.SHUTDOWN).add("NOSAVE"));
        } catch (JedisException e) {
            log.debug("no Redis was left behind");
        }
        Files.deleteIfExists(file);
    }

    private static Path addressFile(Path folder) {
        return folder.resolve("address");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Where it listens, with its password. */
    public URI url() {
        return url;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (IOException e) {
            log.warn("the embedded Redis did not stop cleanly");
        }
    }
}
