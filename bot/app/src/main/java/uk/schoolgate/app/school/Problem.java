package uk.schoolgate.app.school;

/**
 * Something about a school's folder that a person should know.
 *
 * @param severity whether it can be lived with
 * @param file the file, relative to the folder
 * @param line from 1; 0 where it is about the whole file
 * @param column from 1; 0 where it is about the whole line
 * @param message what is wrong and what to do
 */
public record Problem(Severity severity, String file, int line, int column, String message) {
    /** How bad it is. */
    public enum Severity {
        /** The school cannot be served like this. */
        ERROR,
        /** It can be served, but something will not work as people expect. */
        WARNING
    }

    static Problem error(String file, String message) {
        return new Problem(Severity.ERROR, file, 0, 0, message);
    }

    static Problem error(String file, int line, int column, String message) {
        return new Problem(Severity.ERROR, file, line, column, message);
    }

    static Problem warning(String file, String message) {
        return new Problem(Severity.WARNING, file, 0, 0, message);
    }

    static Problem warning(String file, int line, int column, String message) {
        return new Problem(Severity.WARNING, file, line, column, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** One line for people: {@code error: roll/pupils.csv, line 7, column 3: …}. */
    public String asLine() {
        StringBuilder place = new StringBuilder(file);
        if (line > 0) {
            place.append(", line ").append(line);
        }
        if (column > 0) {
            place.append(", column ").append(column);
        }
        return (isError() ? "error: " : "warning: ") + place + ": " + message;
    }
}
