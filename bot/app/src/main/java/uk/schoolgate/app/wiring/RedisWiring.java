package uk.schoolgate.app.wiring;

import java.net.URI;
import java.time.Clock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.schoolgate.adapter.redis.EmbeddedRedis;
import uk.schoolgate.adapter.redis.RedisConnection;
import uk.schoolgate.adapter.redis.RedisStore;
import uk.schoolgate.app.settings.Settings;
import uk.schoolgate.core.flow.Casebook;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.sealing.Sealer;

/** The store, in an outside Redis or the embedded one. */
@Configuration(proxyBeanMethods = false)
class RedisWiring {
    /** The Redis to use; stops the embedded one when the bot stops. */
    record RedisAddress(URI url, Runnable stop) implements AutoCloseable {
        @Override
        public void close() {
            stop.run();
        }
    }

    @Bean
    RedisAddress redisAddress(Settings settings, DataFolder data) {
        return settings.redis()
                .map(redis -> new RedisAddress(redis.url(), () -> {}))
                .orElseGet(() -> {
                    EmbeddedRedis embedded = EmbeddedRedis.start(data.path().resolve("redis"));
                    return new RedisAddress(embedded.url(), embedded::close);
                });
    }

    @Bean
    RedisConnection redisConnection(RedisAddress address) {
        return RedisConnection.to(address.url());
    }

    @Bean
    RedisStore redisStore(RedisConnection connection, Sealer sealer, Clock clock) {
        return new RedisStore(connection, sealer, clock);
    }

    @Bean
    Intake intake(RedisStore store) {
        return store.intake();
    }

    @Bean
    Casebook casebook(RedisStore store) {
        return store.casebook();
    }

    @Bean
    Notebook notebook(RedisStore store) {
        return store.notebook();
    }

    @Bean
    HealthIndicator redisHealthIndicator(RedisConnection connection) {
        return () -> {
            try {
                connection.ping();
                return Health.up().build();
            } catch (StoreUnavailableException e) {
                return Health.down().build();
            }
        };
    }
}
