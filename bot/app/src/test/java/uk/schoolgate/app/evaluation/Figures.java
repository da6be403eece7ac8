package uk.schoolgate.app.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figures in a file, {@code name: figure} a line, {@code #} before what is said about them. */
final class Figures {
    private Figures() {}

    static Map<String, Double> read(Path file) throws IOException {
        Map<String, Double> figures = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("#") && !line.isBlank()) {
                String[] parts = line.split(": ", 2);
                figures.put(parts[0], Double.valueOf(parts[1]));
            }
        }
        return figures;
    }

    static void write(Path file, Map<String, Double> figures) throws IOException {
        List<String> lines = figures.entrySet().stream()
                .map(figure -> figure.getKey() + ": " + figure.getValue())
                .toList();
        Files.write(file, lines);
    }
}
