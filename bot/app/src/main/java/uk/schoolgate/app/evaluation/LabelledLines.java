package uk.schoolgate.app.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.schoolgate.app.command.CommandFailedException;

/** Reads files of labelled examples: a JSON object a line. */
final class LabelledLines {
    private LabelledLines() {}

    /**
     * Reads a file, or all files of a folder in the order of their names.
     *
     * @param example reads one; throws {@link IllegalArgumentException} for what it can't read
     * @throws CommandFailedException naming the file and line that can't be read
     */
    static <T> List<T> read(Path path, Function<JsonNode, T> example) {
        List<T> examples = new ArrayList<>();
        for (Path file : files(path)) {
            int number = 0;
            for (String line : lines(file)) {
                number++;
                if (!line.isBlank()) {
                    examples.add(read(line, file + " line " + number, example));
                }
            }
        }
        return examples;
    }

    private static <T> T read(String line, String where, Function<JsonNode, T> example) {
        try {
            return example.apply(JsonMapper.shared().readTree(line));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new CommandFailedException(where + ": " + e.getMessage());
        }
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var listed = Files.list(path)) {
            return listed.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CommandFailedException("can't list " + path + ": " + e.getMessage());
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new CommandFailedException("can't read " + file + " as text: " + e.getMessage());
        }
    }

    /** Text that an example must have. */
    static String required(JsonNode json, String key) {
        JsonNode value = json.path(key);
        if (!value.isString()) {
            throw new IllegalArgumentException("no " + key);
        }
        return value.asString();
    }
}
