package uk.schoolgate.adapter.models;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.schoolgate.core.text.ListFile;

/**
 * Puts what words, meaning and the question itself say together: how likely a passage decides the question.
 *
 * @param words what a share of the best match of words counts, in cosine
 * @param meaning what one of that sum counts, in the logarithm of odds of {@link Askable}
 * @param slope what one of the sum of both counts in the logarithm of the odds
 * @param intercept what is added to it
 */
public record Fusion(double words, double meaning, double slope, double intercept) {
    private static final String FITTED = "/schoolgate/models/finding.txt";
    /** The cosine that is assumed of a passage that words alone have found. */
    private static final double LOWEST_SEMANTIC = 0.2;

    /** As it was fitted on labelled questions that the model had not learnt from. */
    static Fusion fitted() {
        Map<String, String> figures = ListFile.entries(FITTED);
        return new Fusion(
                figure(figures, "words"),
                figure(figures, "meaning"),
                figure(figures, "slope"),
                figure(figures, "intercept"));
    }

    private static double figure(Map<String, String> figures, String name) {
        String figure = figures.get(name);
        if (figure == null) {
            throw new IllegalStateException(FITTED + " has no " + name);
        }
        return Double.parseDouble(figure);
    }

    /**
     * A passage with its scores.
     *
     * @param number of the entry in the index
     */
    record Fused(int number, double lexical, double semantic, double score) {}

    /** @param askable what the question itself says */
    List<Fused> fuse(Map<Integer, Double> lexical, Map<Integer, Double> semantic, double askable) {
        double best =
                lexical.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        Set<Integer> numbers = new HashSet<>(lexical.keySet());
        numbers.addAll(semantic.keySet());
        List<Fused> fused = new ArrayList<>();
        for (int number : numbers) {
            double matched = lexical.getOrDefault(number, 0.0);
            double near = semantic.getOrDefault(number, LOWEST_SEMANTIC);
            double share = best == 0 ? 0 : matched / best;
            fused.add(new Fused(number, matched, near, likely(askable, near, share)));
        }
        return fused;
    }

    /**
     * How likely a passage decides the question.
     *
     * @param askable what the question itself says
     * @param near cosine of passage and question
     * @param share how well its words match, as a share of the best match
     */
    double likely(double askable, double near, double share) {
        return 1 / (1 + Math.exp(-(slope * (askable + meaning * (near + words * share)) + intercept)));
    }
}
