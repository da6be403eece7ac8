package uk.schoolgate.adapter.teams.setup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Wording;

/** The app manifest, version 1.29. */
final class Manifest {
    static final String COLOUR_ICON = "colour.png";
    static final String OUTLINE_ICON = "outline.png";

    private static final String SCHEMA =
            "https://developer.microsoft.com/en-us/json-schemas/teams/v1.29/MicrosoftTeams.schema.json";
    private static final List<String> SCOPES = List.of("team", "groupChat", "personal");
    /** To read what is not addressed to the bot, in the teams and chats where it is installed and nowhere else. */
    private static final List<String> PERMISSIONS = List.of("ChannelMessage.Read.Group", "ChatMessage.Read.Chat");

    private final AppPackage.Details details;
    private final Wording wording;
    private final Set<String> languages;

    Manifest(AppPackage.Details details, Wording wording, Set<String> languages) {
        this.details = details;
        this.wording = wording;
        this.languages = languages;
    }

    static String fileOf(String language) {
        return language.toLowerCase(Locale.ROOT) + ".json";
    }

    Map<String, Object> whole() {
        String id = details.appId().toLowerCase(Locale.ROOT);
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("$schema", SCHEMA);
        manifest.put("manifestVersion", "1.29");
        manifest.put("version", details.version());
        manifest.put("id", id);
        manifest.put("localizationInfo", localisation());
        manifest.put(
                "developer",
                Map.of(
                        "name", details.developer(),
                        "websiteUrl", details.website().toString(),
                        "privacyUrl", details.privacy().toString(),
                        "termsOfUseUrl", details.terms().toString()));
        manifest.put(
                "name",
                Map.of("short", wording.say(Phrase.TEAMS_APP_NAME), "full", wording.say(Phrase.TEAMS_APP_FULL_NAME)));
        manifest.put(
                "description",
                Map.of("short", wording.say(Phrase.TEAMS_APP_SHORT), "full", wording.say(Phrase.TEAMS_APP_LONG)));
        manifest.put("icons", Map.of("color", COLOUR_ICON, "outline", OUTLINE_ICON));
        manifest.put("accentColor", GateIcon.ACCENT);
        manifest.put("bots", List.of(bot(id)));
        manifest.put("defaultInstallScope", "team");
        manifest.put("defaultGroupCapability", Map.of("team", "bot", "groupchat", "bot"));
        // Private and shared channels too.
        manifest.put("supportsChannelFeatures", "tier1");
        manifest.put("webApplicationInfo", Map.of("id", id, "resource", "api://botid-" + id));
        manifest.put(
                "authorization",
                Map.of(
                        "permissions",
                        Map.of(
                                "resourceSpecific",
                                PERMISSIONS.stream()
                                        .map(name -> Map.of("name", name, "type", "Application"))
                                        .toList())));
        return manifest;
    }

    private Map<String, Object> localisation() {
        return Map.of(
                "defaultLanguageTag",
                "en-gb",
                "additionalLanguages",
                languages.stream()
                        .map(tag -> Map.of("languageTag", tag.toLowerCase(Locale.ROOT), "file", fileOf(tag)))
                        .toList());
    }

    private Map<String, Object> bot(String id) {
        Map<String, Object> bot = new LinkedHashMap<>();
        bot.put("botId", id);
        bot.put("scopes", SCOPES);
        bot.put("supportsFiles", false);
        bot.put("isNotificationOnly", false);
        if (details.targetedMessages()) {
            bot.put("supportsTargetedMessages", true);
        }
        bot.put(
                "commandLists",
                List.of(Map.of(
                        "scopes",
                        SCOPES,
                        "commands",
                        List.of(Map.of("title", "help", "description", wording.say(Phrase.TEAMS_APP_HELP))))));
        return bot;
    }

    /** The words of the manifest in another language, by where they stand in it. */
    static Map<String, Object> words(Wording wording) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put(
                "$schema",
                "https://developer.microsoft.com/en-us/json-schemas/teams/v1.29/MicrosoftTeams.Localization.schema.json");
        words.put("name.short", wording.say(Phrase.TEAMS_APP_NAME));
        words.put("name.full", wording.say(Phrase.TEAMS_APP_FULL_NAME));
        words.put("description.short", wording.say(Phrase.TEAMS_APP_SHORT));
        words.put("description.full", wording.say(Phrase.TEAMS_APP_LONG));
        words.put("bots[0].commandLists[0].commands[0].description", wording.say(Phrase.TEAMS_APP_HELP));
        return words;
    }
}
