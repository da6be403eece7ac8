package uk.schoolgate.core.screening;

import java.util.EnumMap;
import java.util.Map;
import uk.schoolgate.core.text.ListFile;

/**
 * How sure screening must be before it says something.
 *
 * @param least for each category the least score, 0 to 1
 */
public record Thresholds(Map<Category, Double> least) {
    public Thresholds {
        least = Map.copyOf(least);
        least.forEach((category, score) -> {
            if (!(score >= 0 && score <= 1)) {
                throw new IllegalArgumentException("a threshold lies between 0 and 1, not " + score + ": " + category);
            }
        });
    }

    /** Those that were chosen on labelled messages, in {@code prompts/screening/thresholds.txt}. */
    public static Thresholds chosen() {
        Map<Category, Double> least = new EnumMap<>(Category.class);
        ListFile.entries("/schoolgate/screening/thresholds.txt")
                .forEach((category, score) -> least.put(Category.valueOf(category), Double.valueOf(score)));
        return new Thresholds(least);
    }

    /** These, with some of a school's own. */
    public Thresholds with(Map<Category, Double> own) {
        Map<Category, Double> all = new EnumMap<>(least);
        all.putAll(own);
        return new Thresholds(all);
    }

    /** Whether it may be so: half as sure as screening must be to say it. */
    boolean suspected(Category category, double score) {
        return reached(category, score * 2);
    }

    boolean reached(Category category, double score) {
        return score >= least.getOrDefault(category, 0.5);
    }
}
