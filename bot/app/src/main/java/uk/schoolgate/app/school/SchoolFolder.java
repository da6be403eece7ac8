package uk.schoolgate.app.school;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.school.Office;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Retention;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.screening.Thresholds;

/**
 * A school's folder as it was read.
 *
 * @param path where it is
 * @param school what it says about itself
 * @param roll who belongs to it
 * @param thresholds how sure screening must be there
 * @param answers what its office has written
 * @param problems everything that a person should know about these, errors among it
 */
public record SchoolFolder(
        Path path,
        School school,
        Roll roll,
        Thresholds thresholds,
        List<WrittenAnswer> answers,
        List<Problem> problems) {
    public SchoolFolder {
        answers = List.copyOf(answers);
        problems = List.copyOf(problems);
    }

    /** Whether a folder is meant to be a school's. */
    public static boolean isOne(Path folder) {
        return Files.exists(folder.resolve(SchoolYamlReader.FILE));
    }

    /**
     * Reads a folder that is to be served.
     *
     * @throws BadSchoolException when it has an error
     */
    public static SchoolFolder read(Path folder, PhoneNumberParser phones) {
        SchoolFolder read = read(folder, phones, false);
        if (read.problems().stream().anyMatch(Problem::isError)) {
            throw new BadSchoolException(folder, read.problems());
        }
        return read;
    }

    /** Reads a folder that somebody tries out: what is missing is made up, with a warning; what is wrong is an error. */
    public static SchoolFolder tryOut(Path folder, PhoneNumberParser phones) {
        return read(folder, phones, true);
    }

    private static SchoolFolder read(Path folder, PhoneNumberParser phones, boolean loose) {
        Problems problems = new Problems();
        if (!Files.isDirectory(folder)) {
            problems.add(Problem.error(folder.toString(), "is not a folder"));
            return new SchoolFolder(
                    folder, madeUp(folder), Roll.EMPTY, Thresholds.chosen(), List.of(), problems.list());
        }
        SchoolYamlReader yaml = new SchoolYamlReader(phones, problems);
        Optional<School> school = school(folder, yaml, loose, problems);
        Roll roll = new RollReader(folder, phones, problems).read();
        school.ifPresent(it -> new FolderChecks(it, roll, problems).run());
        List<WrittenAnswer> answers = AnswersFile.read(folder, problems);
        return new SchoolFolder(
                folder, school.orElseGet(() -> madeUp(folder)), roll, yaml.thresholds(), answers, problems.list());
    }

    private static Optional<School> school(Path folder, SchoolYamlReader yaml, boolean loose, Problems problems) {
        Path file = folder.resolve(SchoolYamlReader.FILE);
        if (Files.exists(file)) {
            return yaml.read(file);
        }
        String message = "is not there: it tells who the school is and which groups it has";
        problems.add(
                loose
                        ? Problem.warning(SchoolYamlReader.FILE, message + "; made-up values are used")
                        : Problem.error(SchoolYamlReader.FILE, message));
        return Optional.empty();
    }

    private static School madeUp(Path folder) {
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        return new School(
                new SchoolCode("TRY"),
                name.isEmpty() ? "the school" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                "complaints@school.invalid",
                Office.UNKNOWN,
                new PersonId("S01"),
                new PersonId("S02"),
                Optional.empty(),
                List.of(),
                Mode.SHADOW,
                Retention.DEFAULT,
                List.of());
    }
}
