package uk.schoolgate.app.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.schoolgate.app.command.CommandFailedException;
import uk.schoolgate.app.evaluation.LabelledMessage.Earlier;
import uk.schoolgate.app.evaluation.LabelledMessage.Label;
import uk.schoolgate.core.screening.Category;

/** Reads labelled messages: a JSON object a line. */
final class LabelledMessages {
    private LabelledMessages() {}

    /**
     * Reads a file, or all files of a folder in the order of their names.
     *
     * @throws CommandFailedException naming the file and line that can't be read
     */
    static List<LabelledMessage> read(Path path) {
        List<LabelledMessage> messages = new ArrayList<>();
        for (Path file : files(path)) {
            int number = 0;
            for (String line : lines(file)) {
                number++;
                if (!line.isBlank()) {
                    messages.add(message(line, file + " line " + number));
                }
            }
        }
        return messages;
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

    private static LabelledMessage message(String line, String where) {
        try {
            JsonNode json = JsonMapper.shared().readTree(line);
            return new LabelledMessage(
                    required(json, "id"),
                    json.path("mix").asString(""),
                    required(json, "group"),
                    required(json, "author"),
                    json.path("before").values().stream()
                            .map(said -> new Earlier(required(said, "author"), required(said, "text")))
                            .toList(),
                    required(json, "text"),
                    json.path("labels").values().stream()
                            .map(LabelledMessages::label)
                            .toList());
        } catch (JacksonException | IllegalArgumentException e) {
            throw new CommandFailedException(where + ": " + e.getMessage());
        }
    }

    private static String required(JsonNode json, String key) {
        JsonNode value = json.path(key);
        if (!value.isString()) {
            throw new IllegalArgumentException("no " + key);
        }
        return value.asString();
    }

    private static Label label(JsonNode json) {
        Set<String> who = new HashSet<>();
        json.path("who").forEach(id -> who.add(id.asString()));
        return new Label(
                Category.valueOf(required(json, "is")), who, json.path("words").asString(""));
    }
}
