package uk.schoolgate.adapter.models;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the scores of words and of meaning together into one. */
final class Fusion {
    /** At that cosine a passage is as likely as not to be about the question. */
    private static final double MIDDLE = 0.66;

    private static final double STEEPNESS = 18;
    /** Meaning decides; matching words lift a passage among those that are near in meaning. */
    private static final double WEIGHT_OF_WORDS = 0.25;

    private static final double LOWEST_SEMANTIC = 0.4;

    private Fusion() {}

    /**
     * A passage with its scores.
     *
     * @param number of the entry in the index
     */
    record Fused(int number, double lexical, double semantic, double score) {}

    static List<Fused> fuse(Map<Integer, Double> lexical, Map<Integer, Double> semantic) {
        double best =
                lexical.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        Set<Integer> numbers = new HashSet<>(lexical.keySet());
        numbers.addAll(semantic.keySet());
        List<Fused> fused = new ArrayList<>();
        for (int number : numbers) {
            double words = lexical.getOrDefault(number, 0.0);
            double meaning = semantic.getOrDefault(number, LOWEST_SEMANTIC);
            double share = best == 0 ? 0 : words / best;
            double likely = 1 / (1 + Math.exp(-STEEPNESS * (meaning - MIDDLE)));
            fused.add(new Fused(
                    number, words, meaning, (1 - WEIGHT_OF_WORDS) * likely + WEIGHT_OF_WORDS * share * likely));
        }
        return fused;
    }
}
