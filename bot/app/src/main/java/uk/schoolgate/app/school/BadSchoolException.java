package uk.schoolgate.app.school;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A school's folder cannot be used; the message lists what to mend. */
public final class BadSchoolException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadSchoolException(Path folder, List<Problem> problems) {
        super(problems.stream()
                .filter(Problem::isError)
                .map(Problem::asLine)
                .collect(Collectors.joining("\n  ", "the school folder " + folder + " cannot be used:\n  ", "")));
    }
}
