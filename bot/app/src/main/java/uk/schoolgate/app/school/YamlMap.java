package uk.schoolgate.app.school;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a YAML file that knows where each of its values stands. Reading it notes problems instead of throwing. */
final class YamlMap {
    private final String file;
    private final Node node;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /** @param known the keys that may be there; any other is noted as a problem */
    YamlMap(String file, MappingNode node, List<String> known, Problems problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
        for (NodeTuple tuple : node.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!known.contains(key)) {
                error(tuple.getKeyNode(), "unknown key \"" + key + "\"; the keys here are " + known);
            } else if (values.put(key, tuple.getValueNode()) != null) {
                error(tuple.getKeyNode(), key + " is there twice");
            }
        }
    }

    /** A text; empty where the key is missing or has no value. */
    Optional<String> text(String key) {
        Node value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof ScalarNode scalar) {
            String text = scalar.getValue().strip();
            return text.isEmpty() || text.equals("null") ? Optional.empty() : Optional.of(text);
        }
        error(value, key + " must be a single value");
        return Optional.empty();
    }

    /** A text that must be there. */
    Optional<String> required(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty() && !(values.get(key) instanceof MappingNode) && !(values.get(key) instanceof SequenceNode)) {
            error(values.getOrDefault(key, node), key + " is required");
        }
        return text;
    }

    /** A text turned into something; a problem is noted where it does not fit. */
    <T> Optional<T> parsed(String key, Function<String, Optional<T>> parser, String expectation) {
        Optional<String> text = text(key);
        Optional<T> value = text.flatMap(parser);
        if (text.isPresent() && value.isEmpty()) {
            error(key, key + " must be " + expectation + ", not \"" + text.get() + "\"");
        }
        return value;
    }

    /** A day, written as 2026-09-02. */
    Optional<LocalDate> day(String key) {
        return parsed(
                key,
                text -> {
                    try {
                        return Optional.of(LocalDate.parse(text));
                    } catch (DateTimeParseException e) {
                        return Optional.empty();
                    }
                },
                "a day such as 2026-09-02");
    }

    /** A mapping inside this one; empty where it is missing. */
    Optional<YamlMap> map(String key, List<String> known) {
        Node value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(file, mapping, known, problems));
        }
        error(value, key + " must have the keys " + known);
        return Optional.empty();
    }

    /** A list of mappings; empty where it is missing. */
    List<YamlMap> maps(String key, List<String> known) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof MappingNode mapping) {
                maps.add(new YamlMap(file, mapping, known, problems));
            } else {
                error(item, "each item of " + key + " must have the keys " + known);
            }
        }
        return maps;
    }

    /** A list of texts; empty where it is missing. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof ScalarNode scalar) {
                texts.add(scalar.getValue().strip());
            } else {
                error(item, "each item of " + key + " must be a single value");
            }
        }
        return texts;
    }

    private List<Node> items(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        error(value, key + " must be a list");
        return List.of();
    }

    /** Notes a problem at a key's value, or at this mapping where the key is missing. */
    void error(String key, String message) {
        error(values.getOrDefault(key, node), message);
    }

    void warning(String key, String message) {
        Node at = values.getOrDefault(key, node);
        problems.add(Problem.warning(
                file, at.getStartMark().getLine() + 1, at.getStartMark().getColumn() + 1, message));
    }

    private void error(Node at, String message) {
        problems.add(Problem.error(
                file, at.getStartMark().getLine() + 1, at.getStartMark().getColumn() + 1, message));
    }
}
