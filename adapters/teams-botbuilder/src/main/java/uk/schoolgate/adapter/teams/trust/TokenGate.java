package uk.schoolgate.adapter.teams.trust;

import com.auth0.jwt.JWT;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.microsoft.bot.connector.Channels;
import com.microsoft.bot.connector.authentication.AuthenticationConstants;
import com.microsoft.bot.connector.authentication.ChannelValidation;
import com.microsoft.bot.connector.authentication.ClaimsIdentity;
import com.microsoft.bot.connector.authentication.JwtTokenExtractor;
import com.microsoft.bot.connector.authentication.TokenValidationParameters;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.Serialization;
import com.microsoft.bot.schema.teams.TeamsChannelData;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets in what Teams sends to this bot for this school, and nothing else. Bot Builder checks signature, issuer, times and
 * endorsement; what it leaves open is checked here: it takes a token that never expires, it throws on one that is
 * malformed, it asks nobody about the tenant, and it follows tokens of other issuers to other places.
 */
public final class TokenGate {
    private static final Pattern BEARER =
            Pattern.compile("(?i:bearer) ([A-Za-z0-9_-]{1,4096}\\.[A-Za-z0-9_-]{1,8192}\\.[A-Za-z0-9_-]{1,2048})");
    private static final String ALGORITHM = "RS256";
    private static final int PATIENCE_SECONDS = 15;

    private final String appId;
    private final String tenantId;
    private final ServiceHosts hosts;
    private final OpenIdKeys keys;
    private final JwtTokenExtractor extractor;

    public TokenGate(String appId, String tenantId, URI keysPublishedAt, ServiceHosts hosts, Clock clock) {
        this.appId = appId;
        this.tenantId = tenantId;
        this.hosts = hosts;
        this.keys = new OpenIdKeys(keysPublishedAt, Channels.MSTEAMS, clock);
        TokenValidationParameters parameters = ChannelValidation.getTokenValidationParameters();
        parameters.issuerSigningKeyResolver = url -> keys;
        this.extractor = new JwtTokenExtractor(parameters, keysPublishedAt.toString(), List.of(ALGORITHM));
    }

    /** Fetches the keys now, so that the first message does not wait for them. */
    public void warmUp() {
        var _ = keys.fetchIfDue();
    }

    /**
     * Who sent a request, by its {@code Authorization} header alone: its body is not looked at before this has passed.
     *
     * @throws RefusedException when the token does not prove that Teams sent it to this bot
     */
    public ClaimsIdentity identify(@Nullable String authorization) throws RefusedException {
        String token = tokenIn(authorization);
        keys.lookFor(keyOf(token));
        ClaimsIdentity identity = verified(token);
        if (!appId.equals(identity.claims().get(AuthenticationConstants.AUDIENCE_CLAIM))) {
            throw new RefusedException(RefusedException.NOT_ALLOWED, "a token for another bot");
        }
        return identity;
    }

    private static String tokenIn(@Nullable String authorization) throws RefusedException {
        Matcher matcher = BEARER.matcher(authorization == null ? "" : authorization);
        if (!matcher.matches()) {
            throw notAuthenticated("no token, or a malformed one");
        }
        return matcher.group(1);
    }

    /** The id of the key that a token says it is signed with, of one that is worth looking at. */
    private static String keyOf(String token) throws RefusedException {
        try {
            DecodedJWT decoded = JWT.decode(token);
            requireOurs(decoded);
            return decoded.getKeyId();
        } catch (RuntimeException e) {
            // The library also takes a header that is JSON's null, and falls over it when it is asked.
            throw notAuthenticated("a token that cannot be read");
        }
    }

    private static void requireOurs(DecodedJWT token) throws RefusedException {
        if (!AuthenticationConstants.TO_BOT_FROM_CHANNEL_TOKEN_ISSUER.equals(token.getIssuer())) {
            throw notAuthenticated("a token of another issuer");
        }
        if (!ALGORITHM.equals(token.getAlgorithm()) || token.getKeyId() == null) {
            throw notAuthenticated("a token that is not signed the way Microsoft signs");
        }
        if (token.getExpiresAtAsInstant() == null) {
            throw notAuthenticated("a token that never expires");
        }
    }

    private ClaimsIdentity verified(String token) throws RefusedException {
        try {
            @Nullable
            ClaimsIdentity identity = extractor
                    .getIdentity("Bearer", token, Channels.MSTEAMS, List.of())
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (identity == null) {
                throw notAuthenticated("a token signed with an unknown key");
            }
            return identity;
        } catch (ExecutionException e) {
            throw notAuthenticated("a token that is not valid");
        } catch (TimeoutException e) {
            throw new RefusedException(RefusedException.TRY_AGAIN, "checking a token took too long");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException(RefusedException.TRY_AGAIN, "stopping");
        }
    }

    private static RefusedException notAuthenticated(String reason) {
        return new RefusedException(RefusedException.NOT_AUTHENTICATED, reason);
    }

    /**
     * Checks that an activity is what its token was made for: from Teams, over the serviceUrl that the token names, which
     * is one that we talk to, and in the school's tenant.
     *
     * @throws RefusedException when it is not
     */
    public void requireMatch(ClaimsIdentity identity, Activity activity) throws RefusedException {
        if (!Channels.MSTEAMS.equals(activity.getChannelId())) {
            throw notAllowed("an activity of another channel");
        }
        @Nullable String claimed = identity.claims().get(AuthenticationConstants.SERVICE_URL_CLAIM);
        @Nullable String named = activity.getServiceUrl();
        if (claimed == null || named == null || !withoutSlash(claimed).equals(withoutSlash(named))) {
            throw notAllowed("a serviceUrl that the token was not made for");
        }
        if (!hosts.allow(named)) {
            throw notAllowed("a serviceUrl on a host that is not listed");
        }
        requireTenant(activity);
    }

    private static String withoutSlash(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private void requireTenant(Activity activity) throws RefusedException {
        @Nullable TeamsChannelData data = Serialization.getAs(activity.getChannelData(), TeamsChannelData.class);
        @Nullable
        String inData = data == null || data.getTenant() == null
                ? null
                : data.getTenant().getId();
        @Nullable
        String inConversation = activity.getConversation() == null
                ? null
                : activity.getConversation().getTenantId();
        boolean named = inData != null || inConversation != null;
        boolean ours = (inData == null || inData.equalsIgnoreCase(tenantId))
                && (inConversation == null || inConversation.equalsIgnoreCase(tenantId));
        if (!named || !ours) {
            throw notAllowed("an activity of another tenant");
        }
    }

    private static RefusedException notAllowed(String reason) {
        return new RefusedException(RefusedException.NOT_ALLOWED, reason);
    }
}
