package uk.schoolgate.app.school;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.schoolgate.core.school.SchoolCode;

/** Reads the schools that are to be served: one folder, or a parent with a folder for each. */
public final class SchoolFolders {
    private SchoolFolders() {}

    /**
     * Reads them all.
     *
     * @throws BadSchoolException when one has an error, there is none, or two have the same code
     */
    public static List<SchoolFolder> read(Path where, PhoneNumberParser phones) {
        List<SchoolFolder> schools = folders(where).stream()
                .map(folder -> SchoolFolder.read(folder, phones))
                .toList();
        Map<SchoolCode, Path> codes = new HashMap<>();
        for (SchoolFolder school : schools) {
            Path other = codes.putIfAbsent(school.school().code(), school.path());
            if (other != null) {
                throw new BadSchoolException(
                        school.path(),
                        List.of(Problem.error(
                                SchoolYamlReader.FILE,
                                "has the same code as " + other + ": give each school its own")));
            }
        }
        return schools;
    }

    private static List<Path> folders(Path where) {
        if (!Files.isDirectory(where) || SchoolFolder.isOne(where)) {
            return List.of(where);
        }
        try (Stream<Path> children = Files.list(where)) {
            List<Path> schools = children.filter(SchoolFolder::isOne).sorted().toList();
            return schools.isEmpty() ? List.of(where) : schools;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
