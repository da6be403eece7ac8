package uk.schoolgate.adapter.teams.trust;

import com.auth0.jwk.Jwk;
import com.auth0.jwk.JwkException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.connector.authentication.OpenIdMetadata;
import com.microsoft.bot.connector.authentication.OpenIdMetadataKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that sign what comes from Teams. It stands in for Bot Builder's own cache, which waits for the network without
 * an end, forgets all keys when it can't fetch new ones, and lets a key pass that is endorsed for nothing.
 */
final class OpenIdKeys implements OpenIdMetadata {
    private static final Logger log = LoggerFactory.getLogger(OpenIdKeys.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofDays(1);
    /** A stranger could otherwise make us ask Microsoft as often as they make up key ids. */
    private static final Duration ASK_AGAIN_AFTER = Duration.ofMinutes(5);

    private static final Duration ASK_AGAIN_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration PATIENCE_WITH_OTHERS = Duration.ofSeconds(2);
    private static final int SHORTEST_KEY_BITS = 2048;

    private final URI metadata;
    private final String endorsement;
    private final Clock clock;
    private final ObjectMapper mapper = new ObjectMapper();
    private final PatientHttp http = new PatientHttp(PATIENCE);
    private volatile Map<String, OpenIdMetadataKey> keys = Map.of();
    private volatile Instant oldFrom = Instant.EPOCH;
    private volatile Instant askAgainAt = Instant.EPOCH;
    private final Lock fetching = new ReentrantLock();
    private final AtomicBoolean besides = new AtomicBoolean();

    /**
     * @param metadata the OpenID configuration, whose {@code jwks_uri} leads to the keys
     * @param endorsement the channel that a key must be endorsed for
     */
    OpenIdKeys(URI metadata, String endorsement, Clock clock) {
        this.metadata = metadata;
        this.endorsement = endorsement;
        this.clock = clock;
    }

    /** The key of that id; null where there is none, as Bot Builder wants it. */
    @Override
    public @Nullable OpenIdMetadataKey getKey(String id) {
        return keys.get(id);
    }

    /**
     * Sees to it that the key of that id is at hand, if it is published. Whoever shows a known key does not wait for the
     * network: keys that are old are looked after beside.
     *
     * @throws RefusedException when there are no keys at all, or it would take too long to ask for more
     */
    void lookFor(String id) throws RefusedException {
        if (keys.containsKey(id)) {
            refreshBesideIfOld();
            return;
        }
        boolean done = fetchIfDue();
        if (keys.isEmpty() || (!done && !keys.containsKey(id))) {
            throw new RefusedException(RefusedException.TRY_AGAIN, "no keys to check a token with");
        }
    }

    private void refreshBesideIfOld() {
        Instant now = clock.instant();
        if (now.isAfter(oldFrom) && !now.isBefore(askAgainAt) && besides.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("teams-keys").start(() -> {
                try {
                    var _ = fetchIfDue();
                } finally {
                    besides.set(false);
                }
            });
        }
    }

    /**
     * Fetches the keys, unless that was done or tried a short while ago; false when others are at it for too long.
     */
    boolean fetchIfDue() {
        try {
            if (!fetching.tryLock(PATIENCE_WITH_OTHERS.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            if (!clock.instant().isBefore(askAgainAt)) {
                boolean fetched = isFetched();
                // By the time after the attempt, which may have taken longer than the pause.
                Instant now = clock.instant();
                oldFrom = fetched ? now.plus(FRESH) : oldFrom;
                askAgainAt = now.plus(fetched ? ASK_AGAIN_AFTER : ASK_AGAIN_AFTER_FAILURE);
            }
            return true;
        } finally {
            fetching.unlock();
        }
    }

    private boolean isFetched() {
        try {
            keys = fetch();
            return true;
        } catch (IOException | RuntimeException e) {
            log.warn(
                    "the keys of incoming tokens could not be fetched: {}",
                    e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private Map<String, OpenIdMetadataKey> fetch() throws IOException, InterruptedException {
        Object where = get(metadata).get("jwks_uri");
        if (!(where instanceof String uri) || !(get(URI.create(uri)).get("keys") instanceof List<?> published)) {
            throw new IOException("no keys in what was published");
        }
        Map<String, OpenIdMetadataKey> usable = new HashMap<>();
        for (Object each : published) {
            if (each instanceof Map<?, ?> values) {
                add(mapper.convertValue(values, new TypeReference<Map<String, Object>>() {}), usable);
            }
        }
        return Map.copyOf(usable);
    }

    private void add(Map<String, Object> values, Map<String, OpenIdMetadataKey> usable) {
        try {
            Jwk jwk = Jwk.fromValues(values);
            boolean endorsed = jwk.getAdditionalAttributes().get("endorsements") instanceof List<?> endorsements
                    && endorsements.contains(endorsement);
            if (endorsed
                    && jwk.getId() != null
                    && jwk.getPublicKey() instanceof RSAPublicKey key
                    && key.getModulus().bitLength() >= SHORTEST_KEY_BITS) {
                OpenIdMetadataKey usableKey = new OpenIdMetadataKey();
                usableKey.key = key;
                usableKey.endorsements = List.of(endorsement);
                usableKey.certificateChain = jwk.getCertificateChain() == null ? List.of() : jwk.getCertificateChain();
                usable.put(jwk.getId(), usableKey);
            }
        } catch (JwkException | IllegalArgumentException e) {
            log.warn("a published key cannot be used: {}", e.getClass().getSimpleName());
        }
    }

    private Map<String, Object> get(URI uri) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                http.send(HttpRequest.newBuilder(uri).GET().build());
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode());
        }
        return mapper.readValue(response.body(), new TypeReference<>() {});
    }
}
