package uk.schoolgate.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads examples, one a line. */
final class Examples {
    private Examples() {}

    static List<Example> read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return new ArrayList<>(lines.map(JsonMapper.shared()::readTree)
                    .map(Examples::example)
                    .toList());
        }
    }

    private static Example example(JsonNode json) {
        List<Example.Sense> senses = new ArrayList<>();
        json.get("senses").forEach(pair -> senses.add(new Example.Sense(at(pair, 0), at(pair, 1))));
        List<Example.Carrier> carriers = new ArrayList<>();
        json.get("carriers")
                .forEach(triple -> carriers.add(new Example.Carrier(at(triple, 0), at(triple, 1), at(triple, 2))));
        int[] signals = numbers(json.get("signals"));
        float[] held = new float[signals.length];
        for (int i = 0; i < held.length; i++) {
            held[i] = signals[i];
        }
        return new Example(numbers(json.get("ids")), numbers(json.get("before")), senses, held, carriers);
    }

    private static int at(JsonNode array, int index) {
        return array.get(index).asInt();
    }

    private static int[] numbers(JsonNode array) {
        return array.values().stream().mapToInt(JsonNode::asInt).toArray();
    }
}
