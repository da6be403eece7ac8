package uk.schoolgate.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.app.school.Problem;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.app.school.ShippedSchool;

/** The {@code --school} option that the commands share. */
public final class SchoolOption {
    @Option(
            names = "--school",
            paramLabel = "DIR",
            defaultValue = "${env:SCHOOLGATE_SCHOOL}",
            description = "the school's folder; the fictional Alder Lane Primary where none is given")
    private @Nullable Path folder;

    /**
     * Reads the folder; warnings go to standard error.
     *
     * @throws CommandFailedException when it has an error
     */
    public SchoolFolder read(PhoneNumberParser phones) {
        SchoolFolder school = tryOut(phones);
        List<Problem> errors =
                school.problems().stream().filter(Problem::isError).toList();
        (errors.isEmpty() ? school.problems() : errors).forEach(problem -> System.err.println(problem.asLine()));
        if (!errors.isEmpty()) {
            throw new CommandFailedException("the school folder " + school.path() + " has errors: mend them first");
        }
        return school;
    }

    /**
     * Reads the folder of one school, for what concerns that school alone.
     *
     * @throws CommandFailedException when it has an error, or is a folder of schools
     */
    SchoolFolder readOne(PhoneNumberParser phones) {
        SchoolFolder school = read(phones);
        if (!SchoolFolder.isOne(school.path())) {
            throw new CommandFailedException(
                    school.path() + " has no school.yaml: name the folder of one school with --school");
        }
        return school;
    }

    /** Reads the folder, whatever is wrong with it. */
    SchoolFolder tryOut(PhoneNumberParser phones) {
        Path path = folder == null ? ShippedSchool.layOut(TemporaryFolder.create()) : folder;
        if (!Files.isDirectory(path)) {
            throw new CommandFailedException("there is no folder " + path + ": name the school's folder with --school");
        }
        return SchoolFolder.tryOut(path, phones);
    }
}
