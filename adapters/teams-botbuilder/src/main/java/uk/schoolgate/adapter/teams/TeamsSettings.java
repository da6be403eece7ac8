package uk.schoolgate.adapter.teams;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * How the bot is registered with Microsoft, and what stands in for Microsoft in tests.
 *
 * @param appId the Entra application's id
 * @param appPassword its client secret
 * @param tenantId the school's tenant
 * @param openIdMetadata where the keys of incoming tokens are published; empty for Microsoft's
 * @param tokenUrl where outgoing tokens are issued; empty for the tenant's endpoint at Microsoft
 * @param serviceHosts further hosts, or {@code host:port}, that a serviceUrl may name
 * @param targetedMessages whether an author's private word is shown to them inside the group (a preview of Teams)
 */
public record TeamsSettings(
        String appId,
        String appPassword,
        String tenantId,
        Optional<URI> openIdMetadata,
        Optional<URI> tokenUrl,
        Set<String> serviceHosts,
        boolean targetedMessages) {
    private static final URI MICROSOFT_METADATA =
            URI.create("https://login.botframework.com/v1/.well-known/openidconfiguration");

    public TeamsSettings {
        serviceHosts = Set.copyOf(serviceHosts);
    }

    /** Where the keys of incoming tokens are published. */
    public URI keysPublishedAt() {
        return openIdMetadata.orElse(MICROSOFT_METADATA);
    }

    /** Where outgoing tokens are issued. */
    public URI tokensIssuedAt() {
        return tokenUrl.orElseGet(
                () -> URI.create("https://login.microsoftonline.com/" + tenantId + "/oauth2/v2.0/token"));
    }

    @Override
    public String toString() {
        return "Teams app " + appId + " in tenant " + tenantId;
    }
}
