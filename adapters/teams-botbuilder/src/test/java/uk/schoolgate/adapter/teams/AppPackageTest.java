package uk.schoolgate.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.fge.jackson.JsonLoader;
import com.github.fge.jsonschema.core.exceptions.ProcessingException;
import com.github.fge.jsonschema.core.report.ProcessingReport;
import com.github.fge.jsonschema.main.JsonSchemaFactory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import uk.schoolgate.adapter.teams.setup.AppPackage;
import uk.schoolgate.core.wording.Wording;

/** The zip for the administrator. */
class AppPackageTest {
    private static final Path SCHEMA = Path.of("../../../shared/specs/MicrosoftTeams.schema.json");
    private static final URI SITE = URI.create("https://school.example/schoolgate");

    private static Map<String, byte[]> unpacked(boolean targetedMessages) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AppPackage(
                        details(FakeTeams.APP_ID, "1.2.3", SITE, targetedMessages),
                        Wording.english(),
                        Map.of("cy-GB", Wording.english()))
                .writeTo(out);
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static AppPackage.Details details(String appId, String version, URI site, boolean targetedMessages) {
        return new AppPackage.Details(appId, version, "Test Primary School", site, site, site, targetedMessages);
    }

    private static JsonNode manifest(boolean targetedMessages) throws IOException {
        return new ObjectMapper().readTree(unpacked(targetedMessages).get("manifest.json"));
    }

    static boolean schemaIsHere() {
        return Files.exists(SCHEMA);
    }

    @Test
    @EnabledIf(value = "schemaIsHere", disabledReason = "the official manifest schema (../shared/specs) is not here")
    void theManifestFitsTheOfficialSchema() throws IOException, ProcessingException {
        JsonNode schema = JsonLoader.fromPath(SCHEMA.toString());
        for (boolean targeted : new boolean[] {false, true}) {
            ProcessingReport report =
                    JsonSchemaFactory.byDefault().getJsonSchema(schema).validate(manifest(targeted));
            assertThat(report.isSuccess()).as(report.toString()).isTrue();
        }
    }

    @Test
    void theManifestAsksForWhatTheBotNeedsAndNoMore() throws IOException {
        JsonNode manifest = manifest(false);
        assertThat(manifest.path("manifestVersion").asText()).isEqualTo("1.29");
        assertThat(manifest.path("bots").path(0).path("botId").asText()).isEqualTo(FakeTeams.APP_ID);
        assertThat(manifest.path("webApplicationInfo").path("id").asText()).isEqualTo(FakeTeams.APP_ID);
        assertThat(manifest.path("supportsChannelFeatures").asText()).isEqualTo("tier1");
        assertThat(manifest.findPath("resourceSpecific").findValuesAsText("name"))
                .containsExactly("ChannelMessage.Read.Group", "ChatMessage.Read.Chat");
        assertThat(manifest.findPath("resourceSpecific").findValuesAsText("type"))
                .containsOnly("Application");
    }

    @Test
    void iconsHaveTeamsSizesAndTheOutlineIsWhiteOnNothing() throws IOException {
        Map<String, byte[]> files = unpacked(false);
        BufferedImage colour = ImageIO.read(new ByteArrayInputStream(files.get("colour.png")));
        BufferedImage outline = ImageIO.read(new ByteArrayInputStream(files.get("outline.png")));
        assertThat(colour.getWidth()).isEqualTo(192).isEqualTo(colour.getHeight());
        assertThat(outline.getWidth()).isEqualTo(32).isEqualTo(outline.getHeight());
        int seen = 0;
        for (int x = 0; x < 32; x++) {
            for (int y = 0; y < 32; y++) {
                int argb = outline.getRGB(x, y);
                if (argb >>> 24 != 0) {
                    seen++;
                    assertThat(argb & 0xffffff).isEqualTo(0xffffff);
                }
            }
        }
        assertThat(seen).isBetween(100, 600);
        assertThat(colour.getRGB(0, 0) >>> 24).isEqualTo(255);
    }

    @Test
    void aFurtherLanguageIsAFileThatTheManifestNames() throws IOException {
        Map<String, byte[]> files = unpacked(false);
        JsonNode language = manifest(false)
                .path("localizationInfo")
                .path("additionalLanguages")
                .path(0);
        assertThat(language.path("languageTag").asText()).isEqualTo("cy-gb");
        assertThat(files).containsKey(language.path("file").asText());
        assertThat(new ObjectMapper()
                        .readTree(files.get("cy-gb.json"))
                        .path("name.short")
                        .asText())
                .isEqualTo("Schoolgate");
    }

    @Test
    void whatTeamsWouldRefuseIsRefusedHereWithAReason() {
        assertThatThrownBy(() -> details("my-app", "1.0.0", SITE, false)).hasMessageContaining("GUID");
        assertThatThrownBy(() -> details(FakeTeams.APP_ID, "1.0", SITE, false)).hasMessageContaining("three numbers");
        assertThatThrownBy(() -> details(FakeTeams.APP_ID, "1.0.0", URI.create("http://x.example"), false))
                .hasMessageContaining("https");
    }
}
