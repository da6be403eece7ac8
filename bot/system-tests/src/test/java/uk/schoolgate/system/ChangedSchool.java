package uk.schoolgate.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The shipped school with another {@code school.yaml}. */
final class ChangedSchool {
    private static final Path SHIPPED = Path.of("../app/src/main/school/alder-lane");

    private ChangedSchool() {}

    /** Lays it out in a folder and gives that. */
    static Path layOut(Path folder, UnaryOperator<String> change) {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            for (Path file : all) {
                Path copy = folder.resolve(SHIPPED.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            rewrite(folder, change);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes its {@code school.yaml} once more. */
    static void rewrite(Path folder, UnaryOperator<String> change) {
        try {
            Path yaml = folder.resolve("school.yaml");
            Files.writeString(yaml, change.apply(Files.readString(yaml)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
