package uk.schoolgate.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import uk.schoolgate.adapter.redis.EmbeddedRedis;
import uk.schoolgate.adapter.redis.RedisConnection;
import uk.schoolgate.adapter.redis.RedisStore;
import uk.schoolgate.app.settings.Secret;
import uk.schoolgate.app.settings.Settings;
import uk.schoolgate.app.settings.SettingsException;
import uk.schoolgate.app.settings.SettingsReader;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.sealing.EvidenceKeys;
import uk.schoolgate.core.sealing.Sealer;

/**
 * The store that the bot works with, found by the same settings: the outside Redis, the embedded one of a bot that is
 * running, or the files that such a bot left.
 */
public final class LiveStore implements AutoCloseable {
    private final RedisConnection connection;
    private final RedisStore store;
    private final Runnable stop;

    private LiveStore(URI url, Sealer sealer, Runnable stop) {
        this.connection = RedisConnection.to(url);
        this.store = new RedisStore(connection, sealer, Clock.systemUTC());
        this.stop = stop;
    }

    /**
     * Opens it.
     *
     * @throws CommandFailedException when there is none, or its keys are not here
     */
    public static LiveStore open() {
        try {
            Settings settings = SettingsReader.read(System.getenv());
            Sealer sealer = new Sealer(EvidenceKeys.parse(keys(settings)));
            if (settings.redis().isPresent()) {
                return connected(new LiveStore(settings.redis().get().url(), sealer, () -> {}));
            }
            Path folder = settings.data().resolve("redis");
            return EmbeddedRedis.runningOver(folder)
                    .map(url -> new LiveStore(url, sealer, () -> {}))
                    .orElseGet(() -> overFiles(folder, sealer));
        } catch (SettingsException | IllegalArgumentException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        }
    }

    private static LiveStore overFiles(Path folder, Sealer sealer) {
        EmbeddedRedis redis = EmbeddedRedis.start(folder);
        return new LiveStore(redis.url(), sealer, redis::close);
    }

    private static LiveStore connected(LiveStore store) {
        try {
            store.connection.ping();
            return store;
        } catch (StoreUnavailableException e) {
            store.close();
            throw new CommandFailedException("the Redis of REDIS_URL cannot be reached: is it the bot's, and running?");
        }
    }

    private static String keys(Settings settings) {
        return settings.evidenceKeys().map(Secret::value).orElseGet(() -> {
            Path file = settings.data().resolve("evidence-keys");
            if (!Files.exists(file)) {
                throw new CommandFailedException(
                        "there is no store here: give the bot's REDIS_URL and EVIDENCE_KEYS, or"
                                + " its SCHOOLGATE_DATA folder (" + settings.data() + " is none)");
            }
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    RedisStore store() {
        return store;
    }

    @Override
    public void close() {
        connection.close();
        stop.run();
    }
}
