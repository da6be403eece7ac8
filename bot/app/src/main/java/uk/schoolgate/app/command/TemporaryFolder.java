package uk.schoolgate.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that is gone when the command ends. */
final class TemporaryFolder {
    private TemporaryFolder() {}

    static Path create() {
        try {
            Path folder = Files.createTempDirectory("schoolgate");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // The operating system clears its temporary folder in time.
            System.err.println("the temporary folder " + folder + " could not be removed");
        }
    }
}
