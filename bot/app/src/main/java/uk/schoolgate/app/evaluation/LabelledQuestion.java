package uk.schoolgate.app.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import uk.schoolgate.core.policy.Asker;

/**
 * A question of which a person said what decides it.
 *
 * @param policy file name of the policy that decides it, or that was asked; empty where the whole library was
 * @param decides each of these decides it; empty where the policies don't say
 */
record LabelledQuestion(String id, Asker asker, String question, Optional<String> policy, List<Decider> decides) {
    LabelledQuestion {
        decides = List.copyOf(decides);
    }

    /** Reads a file, or all files of a folder in the order of their names. */
    static List<LabelledQuestion> read(Path path) {
        return LabelledLines.read(path, LabelledQuestion::of);
    }

    private static LabelledQuestion of(JsonNode json) {
        String asker = LabelledLines.required(json, "asker");
        return new LabelledQuestion(
                LabelledLines.required(json, "id"),
                Asker.ofKey(asker).orElseThrow(() -> new IllegalArgumentException("nobody asks as " + asker)),
                LabelledLines.required(json, "question"),
                json.path("policy").isString() ? Optional.of(json.path("policy").asString()) : Optional.empty(),
                Stream.concat(
                                texts(json, "decides").map(Decider::of),
                                texts(json, "fingerprints").map(Decider::parse))
                        .toList());
    }

    private static Stream<String> texts(JsonNode json, String key) {
        return json.path(key).values().stream().map(JsonNode::asString);
    }

    boolean isAnswerable() {
        return !decides.isEmpty();
    }

    /** Whether a text holds what decides the question. */
    boolean isDecidedBy(String text) {
        return decides.stream().anyMatch(decider -> decider.isIn(text));
    }
}
