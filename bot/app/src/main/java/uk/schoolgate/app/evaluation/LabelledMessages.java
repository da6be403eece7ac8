package uk.schoolgate.app.evaluation;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import uk.schoolgate.app.evaluation.LabelledMessage.Earlier;
import uk.schoolgate.app.evaluation.LabelledMessage.Label;
import uk.schoolgate.core.screening.Category;

/** Reads labelled messages: a JSON object a line. */
final class LabelledMessages {
    private LabelledMessages() {}

    /** Reads a file, or all files of a folder in the order of their names. */
    static List<LabelledMessage> read(Path path) {
        return LabelledLines.read(path, LabelledMessages::message);
    }

    private static LabelledMessage message(JsonNode json) {
        return new LabelledMessage(
                LabelledLines.required(json, "id"),
                json.path("mix").asString(""),
                LabelledLines.required(json, "group"),
                LabelledLines.required(json, "author"),
                json.path("before").values().stream()
                        .map(said -> new Earlier(
                                LabelledLines.required(said, "author"), LabelledLines.required(said, "text")))
                        .toList(),
                LabelledLines.required(json, "text"),
                json.path("labels").values().stream()
                        .map(LabelledMessages::label)
                        .toList());
    }

    private static Label label(JsonNode json) {
        Set<String> who = new HashSet<>();
        json.path("who").forEach(id -> who.add(id.asString()));
        return new Label(
                Category.valueOf(LabelledLines.required(json, "is")),
                who,
                json.path("words").asString(""));
    }
}
