package uk.schoolgate.adapter.teams.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import uk.schoolgate.core.wording.Wording;

/** The zip that a Microsoft 365 administrator uploads: manifest, icons, and the words in further languages. */
public final class AppPackage {
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    /** The same package is the same bytes, whenever it is made. */
    private static final LocalDateTime MADE = LocalDateTime.of(2026, 1, 1, 0, 0);

    private final Details details;
    private final Wording english;
    private final Map<String, Wording> further;
    private final ObjectMapper mapper = JsonMapper.builder().build();

    /**
     * What the manifest says about this school's bot.
     *
     * @param appId the Entra application's id, which is the bot's too
     * @param version three numbers, higher at every change
     * @param developer who runs it, at most 32 characters
     * @param website a page about it, https
     * @param privacy its privacy notice, https
     * @param terms its terms of use, https
     * @param targetedMessages whether the preview of targeted messages is asked for
     */
    public record Details(
            String appId,
            String version,
            String developer,
            URI website,
            URI privacy,
            URI terms,
            boolean targetedMessages) {
        private static final int LONGEST_DEVELOPER = 32;

        public Details {
            require(
                    GUID.matcher(appId).matches(),
                    "the app id must be the GUID that Entra shows as Application (client) ID");
            require(
                    version.matches("\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}"),
                    "the version must be three numbers, such as 1.0.0");
            require(
                    !developer.isBlank() && developer.length() <= LONGEST_DEVELOPER,
                    "the developer's name has 1 to 32 characters");
            for (URI page : new URI[] {website, privacy, terms}) {
                require(
                        "https".equals(page.getScheme()) && page.getHost() != null,
                        "Teams takes only https pages: " + page);
            }
        }

        private static void require(boolean holds, String complaint) {
            if (!holds) {
                throw new IllegalArgumentException(complaint);
            }
        }
    }

    /**
     * @param english the words of the manifest itself
     * @param further words in other languages by tag, such as {@code cy-gb}
     */
    public AppPackage(Details details, Wording english, Map<String, Wording> further) {
        this.details = details;
        this.english = english;
        this.further = new TreeMap<>(further);
    }

    /** Writes the zip. */
    public void writeTo(OutputStream out) throws IOException {
        Manifest manifest = new Manifest(details, english, further.keySet());
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            add(zip, "manifest.json", json(manifest.whole()));
            add(zip, Manifest.COLOUR_ICON, GateIcon.colour());
            add(zip, Manifest.OUTLINE_ICON, GateIcon.outline());
            for (Map.Entry<String, Wording> language : further.entrySet()) {
                add(zip, Manifest.fileOf(language.getKey()), json(Manifest.words(language.getValue())));
            }
        }
    }

    private byte[] json(Object value) throws JsonProcessingException {
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(MADE);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
