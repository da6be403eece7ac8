package uk.schoolgate.adapter.whatsapp.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;
import uk.schoolgate.adapter.whatsapp.export.ExportEntry.Kind;

/** Real exports that lie beside the checkout, each with the same chat in another form. */
class ExportSamplesTest {
    private static final Path SAMPLES = Path.of("../../../shared/whatsapp-exports");

    private record Said(LocalDateTime at, String author, String words) {}

    @TestFactory
    Stream<DynamicTest> everySampleIsReadAsItsTargetSays() throws IOException {
        assumeTrue(Files.isDirectory(SAMPLES), "no sample exports at " + SAMPLES);
        List<Said> target = target();
        assertThat(target).hasSizeGreaterThan(3);
        try (Stream<Path> files = Files.list(SAMPLES)) {
            List<Path> samples =
                    files.filter(file -> file.toString().endsWith(".txt")).toList();
            assertThat(samples).isNotEmpty();
            return samples.stream()
                    .map(sample -> DynamicTest.dynamicTest(
                            sample.getFileName().toString(),
                            () -> assertThat(read(sample)).containsExactlyInAnyOrderElementsOf(target)));
        }
    }

    private static List<Said> target() {
        List<Said> said = new ArrayList<>();
        JsonMapper.builder()
                .build()
                .readTree(SAMPLES.resolve("target.json"))
                .forEach(entry -> said.add(new Said(
                        LocalDateTime.parse(entry.path("timestamp").asString()),
                        entry.path("author").asString(),
                        entry.path("message").asString())));
        return said;
    }

    /** The target has the lines of a message joined by blanks. */
    private static List<Said> read(Path sample) throws UnreadableExportException {
        List<Said> said = new ArrayList<>();
        ChatExport.open(sample).forEach(entry -> {
            if (entry.kind() != Kind.SYSTEM) {
                said.add(new Said(entry.at(), entry.author(), entry.text().replace('\n', ' ')));
            }
        });
        return said;
    }
}
