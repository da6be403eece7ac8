package uk.schoolgate.app.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.app.school.EmailAddress;
import uk.schoolgate.app.settings.Settings.ChatModel;
import uk.schoolgate.app.settings.Settings.RedisUrl;
import uk.schoolgate.app.settings.Settings.SmtpUrl;
import uk.schoolgate.app.settings.Settings.Teams;
import uk.schoolgate.app.settings.Settings.Twilio;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.sealing.EvidenceKeys;

/** Reads {@link Settings} out of the environment; everything that is wrong is said at once. */
public final class SettingsReader {
    private static final String SIMULATOR = "TWILIO_SIMULATOR";
    private static final Set<String> KNOWN = Set.of(
            "SCHOOLGATE_SCHOOL",
            "SCHOOLGATE_DATA",
            "PUBLIC_URL",
            "REDIS_URL",
            "SMTP_URL",
            "MAIL_FROM",
            "EVIDENCE_KEYS",
            "TWILIO_ACCOUNT_SID",
            "TWILIO_AUTH_TOKEN",
            "TWILIO_GROUP_NUMBER",
            "TWILIO_PRIVATE_NUMBER",
            "TWILIO_API_BASE",
            "TWILIO_WHEN_LATE",
            "TWILIO_COPIES",
            SIMULATOR,
            "TEAMS_APP_ID",
            "TEAMS_APP_PASSWORD",
            "TEAMS_TENANT_ID",
            "TEAMS_OPENID_METADATA",
            "TEAMS_TOKEN_URL",
            "TEAMS_SERVICE_HOSTS",
            "TEAMS_TARGETED_MESSAGES",
            "CHAT_MODEL_URL",
            "CHAT_MODEL_KEY",
            "CHAT_MODEL_NAME");
    /** A variable with one of these beginnings can only be meant for us, so that a misspelt one is noticed. */
    private static final List<String> OURS = List.of("SCHOOLGATE_", "TWILIO_", "TEAMS_", "CHAT_MODEL_", "EVIDENCE_");

    private static final String DEFAULT_PORT = "8080";
    private static final int HIGHEST_PORT = 65_535;
    private static final String DEFAULT_DATA = "schoolgate-data";
    private static final String DEFAULT_FROM = "schoolgate@localhost";

    private final Map<String, String> environment;
    private final List<String> complaints = new ArrayList<>();

    private SettingsReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Reads the settings.
     *
     * @param environment variables by name
     * @throws SettingsException when one is unknown, wrong, or lacks its partner
     */
    public static Settings read(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(environment);
        reader.unknown();
        Settings settings = reader.settings();
        if (!reader.complaints.isEmpty()) {
            throw new SettingsException(reader.complaints);
        }
        return settings;
    }

    private void unknown() {
        environment.keySet().stream()
                .filter(name -> OURS.stream().anyMatch(name::startsWith) && !KNOWN.contains(name))
                .sorted()
                .forEach(name -> complaints.add(name + " is not a setting; did you mean " + nearest(name) + "?"));
    }

    private static String nearest(String name) {
        return KNOWN.stream()
                .min((one, other) ->
                        Integer.compare(EditDistance.between(name, one), EditDistance.between(name, other)))
                .orElseThrow();
    }

    private Settings settings() {
        Optional<SmtpUrl> smtp = url("SMTP_URL", "smtp", "smtps").map(SmtpUrl::new);
        Optional<RedisUrl> redis = url("REDIS_URL", "redis", "rediss").map(RedisUrl::new);
        return new Settings(
                value("SCHOOLGATE_SCHOOL").map(Path::of),
                Path.of(value("SCHOOLGATE_DATA").orElse(DEFAULT_DATA)),
                port(),
                url("PUBLIC_URL", "http", "https"),
                redis,
                smtp,
                mailFrom(smtp),
                evidenceKeys(redis),
                twilio(),
                twilioSimulated(),
                teams(),
                chatModel());
    }

    private int port() {
        String text = value("SERVER_PORT").orElse(DEFAULT_PORT);
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= HIGHEST_PORT) {
            return Integer.parseInt(text);
        }
        complaints.add("SERVER_PORT must be a number from 0 to " + HIGHEST_PORT);
        return 0;
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private Optional<URI> url(String name, String... schemes) {
        Optional<URI> url = value(name).flatMap(text -> parse(text, schemes));
        if (value(name).isPresent() && url.isEmpty()) {
            // The value itself is not shown: it may hold a password.
            complaints.add(name + " must be a URL that starts with " + String.join(":// or ", schemes) + "://");
        }
        return url;
    }

    private static Optional<URI> parse(String text, String... schemes) {
        try {
            URI url = new URI(text);
            boolean fits = url.getHost() != null && List.of(schemes).contains(String.valueOf(url.getScheme()));
            return fits ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private String mailFrom(Optional<SmtpUrl> smtp) {
        Optional<String> from = value("MAIL_FROM");
        if (from.isPresent() && !EmailAddress.isValid(from.get())) {
            complaints.add("MAIL_FROM must be an e-mail address");
        }
        if (smtp.isPresent() && from.isEmpty()) {
            complaints.add("SMTP_URL is given without MAIL_FROM, the address that our mails come from");
        }
        return from.orElse(DEFAULT_FROM);
    }

    private Optional<Secret> evidenceKeys(Optional<RedisUrl> redis) {
        Optional<Secret> keys = value("EVIDENCE_KEYS").map(Secret::new);
        if (redis.isPresent() && keys.isEmpty()) {
            // A key that one bot makes for itself is lost with it, and what another sealed it cannot open.
            complaints.add(
                    "EVIDENCE_KEYS is missing beside REDIS_URL: all bots and commands on one Redis need the same."
                            + " Make one with `openssl rand -base64 32`, put k1: in front of it, and keep it safe");
        }
        keys.ifPresent(secret -> {
            try {
                EvidenceKeys.parse(secret.value());
            } catch (IllegalArgumentException e) {
                complaints.add("EVIDENCE_KEYS: " + e.getMessage());
            }
        });
        return keys;
    }

    private Optional<Twilio> twilio() {
        Optional<URI> apiBase = url("TWILIO_API_BASE", "http", "https");
        boolean passWhenLate = choice("TWILIO_WHEN_LATE", "pass", "hold");
        boolean keepCopies = choice("TWILIO_COPIES", "keep", "erase");
        return whole(
                        List.of(
                                "TWILIO_ACCOUNT_SID",
                                "TWILIO_AUTH_TOKEN",
                                "TWILIO_GROUP_NUMBER",
                                "TWILIO_PRIVATE_NUMBER"),
                        List.of("TWILIO_API_BASE", "TWILIO_WHEN_LATE", "TWILIO_COPIES"))
                .map(values -> {
                    requirePublicUrl();
                    return new Twilio(
                            values.get(0),
                            new Secret(values.get(1)),
                            phoneNumber("TWILIO_GROUP_NUMBER", values.get(2)),
                            phoneNumber("TWILIO_PRIVATE_NUMBER", values.get(3)),
                            apiBase,
                            passWhenLate,
                            !keepCopies);
                });
    }

    /** A bot that anybody outside can reach, or that has a real account, must never take the simulator for Twilio. */
    private boolean twilioSimulated() {
        List<String> real = KNOWN.stream()
                .filter(name -> name.equals("PUBLIC_URL") || name.startsWith("TWILIO_") || name.startsWith("TEAMS_"))
                .filter(name -> !name.equals(SIMULATOR) && value(name).isPresent())
                .sorted()
                .toList();
        boolean on = isOn(SIMULATOR);
        if (on && !real.isEmpty()) {
            complaints.add(SIMULATOR + " plays Twilio for trying things out on this computer alone, and "
                    + String.join(", ", real) + (real.size() == 1 ? " is" : " are")
                    + " for a bot in use: take away one or the other");
        }
        return on;
    }

    /** Twilio signs what it sends over the address under which it reaches us. */
    private void requirePublicUrl() {
        if (value("PUBLIC_URL").isEmpty()) {
            complaints.add("PUBLIC_URL is missing: the https address under which Twilio reaches this bot");
        }
    }

    /** Whether the first of two words was chosen, which also goes without saying. */
    private boolean choice(String name, String first, String second) {
        String chosen = value(name).orElse(first);
        if (!chosen.equals(first) && !chosen.equals(second)) {
            complaints.add(name + " must be " + first + " or " + second);
        }
        return !chosen.equals(second);
    }

    private String phoneNumber(String name, String number) {
        if (!new PersonId(number).isPhone()) {
            complaints.add(name + " must be a phone number such as +447700900000, without spaces");
        }
        return number;
    }

    private Optional<Teams> teams() {
        Optional<URI> metadata = url("TEAMS_OPENID_METADATA", "http", "https");
        Optional<URI> token = url("TEAMS_TOKEN_URL", "http", "https");
        return whole(
                        List.of("TEAMS_APP_ID", "TEAMS_APP_PASSWORD", "TEAMS_TENANT_ID"),
                        List.of(
                                "TEAMS_OPENID_METADATA",
                                "TEAMS_TOKEN_URL",
                                "TEAMS_SERVICE_HOSTS",
                                "TEAMS_TARGETED_MESSAGES"))
                .map(values -> new Teams(
                        values.get(0),
                        new Secret(values.get(1)),
                        values.get(2),
                        metadata,
                        token,
                        value("TEAMS_SERVICE_HOSTS"),
                        isOn("TEAMS_TARGETED_MESSAGES")));
    }

    private boolean isOn(String name) {
        String text = value(name).orElse("off");
        if (!text.equals("on") && !text.equals("off")) {
            complaints.add(name + " must be on or off");
        }
        return text.equals("on");
    }

    private Optional<ChatModel> chatModel() {
        Optional<URI> url = url("CHAT_MODEL_URL", "http", "https");
        return whole(List.of("CHAT_MODEL_URL", "CHAT_MODEL_KEY", "CHAT_MODEL_NAME"), List.of())
                .flatMap(values -> url.map(it -> new ChatModel(it, new Secret(values.get(1)), values.get(2))));
    }

    /** The values of settings that only make sense together; a complaint where some are given and some are not. */
    private Optional<List<String>> whole(List<String> names, List<String> further) {
        List<String> missing =
                names.stream().filter(name -> value(name).isEmpty()).toList();
        boolean anyGiven = missing.size() < names.size()
                || further.stream().anyMatch(name -> value(name).isPresent());
        if (missing.isEmpty()) {
            return Optional.of(
                    names.stream().map(name -> value(name).orElseThrow()).toList());
        }
        if (anyGiven) {
            complaints.add(String.join(", ", missing) + (missing.size() == 1 ? " is" : " are")
                    + " missing: give all of " + String.join(", ", names) + ", or none of them");
        }
        return Optional.empty();
    }
}
