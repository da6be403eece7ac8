package uk.schoolgate.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A labelled question in tokens, as the app writes it down.
 *
 * @param ids the question's tokens, without start and end
 * @param right numbers of the passages that decide it; empty where none does
 * @param near numbers of passages that look as if they did, nearest first
 */
// Nobody compares questions, and the tensors are filled from arrays.
@SuppressWarnings("ArrayRecordComponent")
record Question(int[] ids, int[] right, int[] near) {
    /** Reads questions, one a line. */
    static List<Question> read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return new ArrayList<>(lines.map(JsonMapper.shared()::readTree)
                    .map(json -> new Question(
                            numbers(json.get("ids")), numbers(json.get("right")), numbers(json.get("near"))))
                    .toList());
        }
    }

    /** Reads passages, one a line, each the tokens of one; a line's number from 0 is the passage's. */
    static List<int[]> passages(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(JsonMapper.shared()::readTree)
                    .map(Question::numbers)
                    .toList();
        }
    }

    private static int[] numbers(JsonNode array) {
        return array.values().stream().mapToInt(JsonNode::asInt).toArray();
    }

    boolean isAnswerable() {
        return right.length > 0;
    }
}
