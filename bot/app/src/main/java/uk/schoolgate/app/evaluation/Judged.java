package uk.schoolgate.app.evaluation;

import java.util.Set;
import java.util.function.Predicate;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.core.screening.Screening;

/**
 * A labelled message and what screening said of it.
 *
 * @param message as a person labelled it
 * @param screening what was found
 */
record Judged(LabelledMessage message, Screening screening) {
    boolean isLabelled(Set<Category> categories) {
        return message.labels().stream().anyMatch(label -> categories.contains(label.is()));
    }

    boolean isFound(Set<Category> categories) {
        return screening.findings().stream().anyMatch(finding -> categories.contains(finding.category()));
    }

    /** The highest score of these categories; 0 where none was found. */
    double score(Set<Category> categories) {
        return screening.findings().stream()
                .filter(finding -> categories.contains(finding.category()))
                .mapToDouble(Finding::score)
                .max()
                .orElse(0);
    }

    /** Whether people would be troubled with it. */
    boolean isAnsweredWithForce() {
        return screening.response().compareTo(Response.NUDGE) > 0;
    }

    /** Whether a person saw something in it that people must look at. */
    boolean deservesForce() {
        return message.labels().stream().anyMatch(label -> label.is().response().compareTo(Response.NUDGE) > 0);
    }

    static Predicate<Judged> ofMix(String mix) {
        return judged -> mix.isEmpty() || judged.message().mix().equals(mix);
    }
}
