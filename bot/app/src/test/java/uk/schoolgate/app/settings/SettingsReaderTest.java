package uk.schoolgate.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.schoolgate.core.sealing.EvidenceKeys;

class SettingsReaderTest {
    private static final Map<String, String> TWILIO = Map.of(
            "TWILIO_ACCOUNT_SID", "AC1",
            "TWILIO_AUTH_TOKEN", "t0ken",
            "TWILIO_GROUP_NUMBER", "+441632960001",
            "TWILIO_PRIVATE_NUMBER", "+441632960002");

    @Test
    void withoutAnySettingTheDefaultsHold() {
        Settings settings = SettingsReader.read(Map.of("PATH", "/bin", "HOME", "/root"));
        assertThat(settings.school()).isEmpty();
        assertThat(settings.data()).isEqualTo(Path.of("schoolgate-data"));
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.publicUrl()).isEmpty();
        assertThat(settings.redis()).isEmpty();
        assertThat(settings.smtp()).isEmpty();
        assertThat(settings.mailFrom()).isEqualTo("schoolgate@localhost");
        assertThat(settings.evidenceKeys()).isEmpty();
        assertThat(settings.twilio()).isEmpty();
        assertThat(settings.teams()).isEmpty();
        assertThat(settings.chatModel()).isEmpty();
        assertThat(settings.playgroundOn()).isTrue();
    }

    @Test
    void everySettingIsRead() {
        Map<String, String> all = new HashMap<>(TWILIO);
        all.put("SCHOOLGATE_SCHOOL", "/schools/a");
        all.put("SCHOOLGATE_DATA", "/data");
        all.put("SERVER_PORT", "9090");
        all.put("PUBLIC_URL", "https://bot.school.example");
        all.put("REDIS_URL", "rediss://u:p@redis.example:6380/1");
        all.put("SMTP_URL", "smtps://u:p@mail.example:465");
        all.put("MAIL_FROM", "bot@school.example");
        all.put("EVIDENCE_KEYS", EvidenceKeys.generate("k1"));
        all.put("TWILIO_API_BASE", "http://127.0.0.1:9000");
        all.put("TWILIO_COPIES", "erase");
        all.put("TWILIO_WHEN_LATE", "hold");
        all.put("TEAMS_APP_ID", "app");
        all.put("TEAMS_APP_PASSWORD", "pw");
        all.put("TEAMS_TENANT_ID", "tenant");
        all.put("TEAMS_OPENID_METADATA", "http://127.0.0.1:9001/meta");
        all.put("TEAMS_TOKEN_URL", "http://127.0.0.1:9001/token");
        all.put("TEAMS_SERVICE_HOSTS", "127.0.0.1");
        all.put("TEAMS_TARGETED_MESSAGES", "on");
        all.put("CHAT_MODEL_URL", "https://model.example/v1");
        all.put("CHAT_MODEL_KEY", "key");
        all.put("CHAT_MODEL_NAME", "small");
        Settings settings = SettingsReader.read(all);
        assertThat(settings.school()).contains(Path.of("/schools/a"));
        assertThat(settings.data()).isEqualTo(Path.of("/data"));
        assertThat(settings.port()).isEqualTo(9090);
        assertThat(settings.publicUrl()).hasToString("Optional[https://bot.school.example]");
        assertThat(settings.redis())
                .hasValueSatisfying(redis -> assertThat(redis.url().getPort()).isEqualTo(6380));
        assertThat(settings.smtp())
                .hasValueSatisfying(smtp -> assertThat(smtp.url().getHost()).isEqualTo("mail.example"));
        assertThat(settings.mailFrom()).isEqualTo("bot@school.example");
        assertThat(settings.twilio()).hasValueSatisfying(twilio -> {
            assertThat(twilio.authToken().value()).isEqualTo("t0ken");
            assertThat(twilio.apiBase()).isPresent();
            assertThat(twilio.eraseCopies()).isTrue();
            assertThat(twilio.passWhenLate()).isFalse();
        });
        assertThat(settings.teams()).hasValueSatisfying(teams -> {
            assertThat(teams.tenantId()).isEqualTo("tenant");
            assertThat(teams.openIdMetadata()).isPresent();
            assertThat(teams.tokenUrl()).isPresent();
            assertThat(teams.serviceHosts()).contains("127.0.0.1");
        });
        assertThat(settings.chatModel())
                .hasValueSatisfying(model -> assertThat(model.name()).isEqualTo("small"));
        assertThat(settings.playgroundOn()).isFalse();
    }

    @Test
    void whatIsLateInAGroupOnHoldPassesUnlessSaidOtherwise() {
        Map<String, String> environment = new HashMap<>(TWILIO);
        environment.put("PUBLIC_URL", "https://bot.school.example");
        for (Map.Entry<String, Boolean> choice :
                Map.of("", true, "pass", true, "hold", false).entrySet()) {
            environment.put("TWILIO_WHEN_LATE", choice.getKey());
            assertThat(SettingsReader.read(environment).twilio())
                    .as(choice.getKey())
                    .hasValueSatisfying(
                            twilio -> assertThat(twilio.passWhenLate()).isEqualTo(choice.getValue()));
        }
    }

    @Test
    void noSecretIsPrinted() {
        Map<String, String> environment = new HashMap<>(TWILIO);
        environment.put("PUBLIC_URL", "https://bot.school.example");
        environment.put("REDIS_URL", "redis://u:s3cret@redis.example:6379");
        environment.put("SMTP_URL", "smtp://u:s3cret@mail.example:25");
        environment.put("MAIL_FROM", "bot@school.example");
        environment.put("EVIDENCE_KEYS", EvidenceKeys.generate("k1"));
        assertThat(SettingsReader.read(environment).toString()).doesNotContain("s3cret", "t0ken", "k1:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SCHOOLGATE_SHCOOL | /a | did you mean SCHOOLGATE_SCHOOL",
                "TWILIO_ACCOUNT_SID | AC1 | TWILIO_AUTH_TOKEN",
                "TEAMS_APP_ID | x | TEAMS_APP_PASSWORD, TEAMS_TENANT_ID are missing",
                "TWILIO_API_BASE | http://x | TWILIO_ACCOUNT_SID",
                "TWILIO_COPIES | delete | must be keep or erase",
                "TWILIO_WHEN_LATE | wait | must be pass or hold",
                "TWILIO_WHEN_LATE | hold | TWILIO_ACCOUNT_SID",
                "REDIS_URL | http://x | REDIS_URL must be a URL that starts with redis:// or rediss://",
                "REDIS_URL | redis://u:s3cret@ho st | REDIS_URL must be",
                "REDIS_URL | redis://h:6379 | EVIDENCE_KEYS is missing beside REDIS_URL",
                "SMTP_URL | smtp://h:25 | without MAIL_FROM",
                "SERVER_PORT | 99999 | SERVER_PORT must be a number",
                "MAIL_FROM | nobody | e-mail address",
                "EVIDENCE_KEYS | k1:AAAA | 3 bytes instead of 32",
                "CHAT_MODEL_KEY | x | CHAT_MODEL_URL"
            })
    void whatIsWrongStopsTheStartAndSaysWhatToDo(String name, String value, String message) {
        assertThatThrownBy(() -> SettingsReader.read(Map.of(name, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC_URL, https://bot.school.example",
        "TWILIO_AUTH_TOKEN, t0ken",
        "TWILIO_API_BASE, https://api.example",
        "TEAMS_TENANT_ID, tenant"
    })
    void theSimulatorRefusesToRunBesideAnythingOfABotInUse(String name, String value) {
        assertThat(SettingsReader.read(Map.of("TWILIO_SIMULATOR", "on"))).satisfies(settings -> {
            assertThat(settings.twilioSimulated()).isTrue();
            assertThat(settings.playgroundOn()).isTrue();
        });
        assertThatThrownBy(() -> SettingsReader.read(Map.of("TWILIO_SIMULATOR", "on", name, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("TWILIO_SIMULATOR")
                .hasMessageContaining(name + " is for a bot in use: take away one or the other");
    }

    @Test
    void allComplaintsComeAtOnce() {
        assertThatThrownBy(() -> SettingsReader.read(Map.of("REDIS_URL", "x", "MAIL_FROM", "y", "TEAMS_APP_ID", "z")))
                .hasMessageContaining("REDIS_URL")
                .hasMessageContaining("MAIL_FROM")
                .hasMessageContaining("TEAMS_TENANT_ID");
    }
}
