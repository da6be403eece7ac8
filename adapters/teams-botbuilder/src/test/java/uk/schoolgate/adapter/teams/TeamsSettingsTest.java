package uk.schoolgate.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.schoolgate.adapter.teams.connector.BotToken;

/** Where Microsoft is when nobody says otherwise: no stand-in of a test would notice a wrong one. */
class TeamsSettingsTest {
    private static TeamsSettings settings(Optional<URI> metadata, Optional<URI> tokenUrl) {
        return new TeamsSettings(
                FakeTeams.APP_ID, "s3cret", FakeTeams.TENANT, metadata, tokenUrl, Set.of("localhost"), false);
    }

    @Test
    void microsoftIsWhereItsDocumentationSays() {
        TeamsSettings settings = settings(Optional.empty(), Optional.empty());
        assertThat(settings.keysPublishedAt())
                .hasToString("https://login.botframework.com/v1/.well-known/openidconfiguration");
        assertThat(settings.tokensIssuedAt())
                .as("the tenant's own endpoint, as for a single-tenant bot")
                .hasToString("https://login.microsoftonline.com/" + FakeTeams.TENANT + "/oauth2/v2.0/token");
        assertThat(BotToken.SCOPE).isEqualTo("https://api.botframework.com/.default");
    }

    @Test
    void whatStandsInForItIsUsedInstead() {
        URI metadata = URI.create("http://localhost:1/openid");
        URI tokenUrl = URI.create("http://localhost:1/token");
        TeamsSettings settings = settings(Optional.of(metadata), Optional.of(tokenUrl));
        assertThat(settings.keysPublishedAt()).isEqualTo(metadata);
        assertThat(settings.tokensIssuedAt()).isEqualTo(tokenUrl);
    }

    @Test
    void theSecretIsNotSaid() {
        assertThat(settings(Optional.empty(), Optional.empty()).toString()).doesNotContain("s3cret");
    }
}
