package uk.schoolgate.app.wiring;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.schoolgate.adapter.redis.EmbeddedRedis;
import uk.schoolgate.adapter.redis.RedisConnection;
import uk.schoolgate.adapter.redis.RedisStore;
import uk.schoolgate.app.settings.Settings;
import uk.schoolgate.app.settings.SettingsException;
import uk.schoolgate.app.settings.SettingsReader;
import uk.schoolgate.core.flow.Copies;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.sealing.Sealer;

/**
 * The store that the bot works with, for a command beside it: the outside Redis; or the embedded one of the data folder, as
 * it runs, or started for as long as the command takes where no bot is running.
 */
public final class LiveStore implements AutoCloseable {
    private final RedisStore store;
    private final Sealer sealer;
    private final Copies copies;
    private final Deque<Runnable> closing;

    private LiveStore(RedisStore store, Sealer sealer, Copies copies, Deque<Runnable> closing) {
        this.store = store;
        this.sealer = sealer;
        this.copies = copies;
        this.closing = closing;
    }

    /**
     * Opens the store that these settings lead to.
     *
     * @param environment settings by name
     * @throws SettingsException when a setting is wrong, or nothing is stored where they lead
     */
    public static LiveStore open(Map<String, String> environment) {
        Settings settings = SettingsReader.read(environment);
        Deque<Runnable> closing = new ArrayDeque<>();
        try {
            URI url = settings.redis()
                    .map(Settings.RedisUrl::url)
                    .orElseGet(() -> embedded(settings.data().toAbsolutePath(), closing));
            RedisConnection connection = RedisConnection.to(url);
            closing.push(connection::close);
            connection.ping();
            Sealer sealer = SealingWiring.sealer(settings, settings.data().toAbsolutePath(), connection);
            Clock clock = Clock.systemUTC();
            Copies copies = new Copies(TwilioAccounts.copies(settings, clock));
            return new LiveStore(new RedisStore(connection, sealer, clock), sealer, copies, closing);
        } catch (StoreUnavailableException e) {
            closing.forEach(Runnable::run);
            throw new SettingsException(List.of("Redis does not answer: is REDIS_URL right?"));
        } catch (RuntimeException e) {
            closing.forEach(Runnable::run);
            throw e;
        }
    }

    private static URI embedded(Path data, Deque<Runnable> closing) {
        Path folder = data.resolve("redis");
        if (!Files.isDirectory(folder)) {
            throw new SettingsException(List.of("nothing is stored in " + data
                    + ": name the bot's REDIS_URL, or its data folder with SCHOOLGATE_DATA"));
        }
        Optional<URI> running = EmbeddedRedis.running(folder);
        if (running.isPresent()) {
            return running.get();
        }
        DataFolder held = DataFolder.open(data);
        closing.push(held::close);
        EmbeddedRedis own = EmbeddedRedis.start(folder);
        closing.push(own::close);
        return own.url();
    }

    public RedisStore store() {
        return store;
    }

    public Sealer sealer() {
        return sealer;
    }

    /** What platforms keep of what came in, as far as the settings have it erased. */
    public Copies copies() {
        return copies;
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
    }
}
