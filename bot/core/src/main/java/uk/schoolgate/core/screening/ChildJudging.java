package uk.schoolgate.core.screening;

import java.util.Map;
import java.util.Optional;
import uk.schoolgate.core.screening.judging.ChildSense;
import uk.schoolgate.core.screening.naming.ChildSighting;
import uk.schoolgate.core.screening.naming.ChildSighting.Form;
import uk.schoolgate.core.screening.naming.Likeness;

/** Decides what a sighting of a child is, by what the policies say whatever the model thinks, and else by the model. */
final class ChildJudging {
    private final Thresholds thresholds;
    private final boolean hasRoll;

    /** @param hasRoll whether the school's pupils are known */
    ChildJudging(Thresholds thresholds, boolean hasRoll) {
        this.thresholds = thresholds;
        this.hasRoll = hasRoll;
    }

    /** What a sighting is and how sure that is. */
    record Verdict(Category category, double score) {}

    /** The verdict on a sighting; absent where no child of the school seems to be meant. */
    Optional<Verdict> of(ChildSighting child, Map<ChildSense, Double> senses) {
        if (child.form() == Form.FULL_NAME && child.likeness() != Likeness.UNKNOWN) {
            return fullName(child, senses);
        }
        if (child.own()) {
            return Optional.of(new Verdict(Category.CHILD_OWN, 1 - of(senses, ChildSense.NONE)));
        }
        double grave = of(senses, ChildSense.SENSITIVE) + of(senses, ChildSense.IDENTIFYING);
        return grave(senses, grave).or(() -> harmless(child, senses, grave));
    }

    /** A full name is never for the group, not even one's own child's. */
    private Optional<Verdict> fullName(ChildSighting child, Map<ChildSense, Double> senses) {
        double somebody = 1 - of(senses, ChildSense.NONE);
        double sensitive = of(senses, ChildSense.SENSITIVE);
        if (!child.own() && sensitive > somebody / 2 && thresholds.reached(Category.CHILD_SENSITIVE, somebody)) {
            return Optional.of(new Verdict(Category.CHILD_SENSITIVE, somebody));
        }
        return thresholds.reached(Category.CHILD_IDENTIFYING, somebody)
                ? Optional.of(new Verdict(Category.CHILD_IDENTIFYING, somebody))
                : Optional.empty();
    }

    private Optional<Verdict> grave(Map<ChildSense, Double> senses, double grave) {
        Category category = of(senses, ChildSense.SENSITIVE) >= of(senses, ChildSense.IDENTIFYING)
                ? Category.CHILD_SENSITIVE
                : Category.CHILD_IDENTIFYING;
        return thresholds.reached(category, grave) ? Optional.of(new Verdict(category, grave)) : Optional.empty();
    }

    private Optional<Verdict> harmless(ChildSighting child, Map<ChildSense, Double> senses, double grave) {
        double own = of(senses, ChildSense.OWN);
        double passing = of(senses, ChildSense.PASSING) + grave;
        if (own + passing < of(senses, ChildSense.NONE)) {
            return Optional.empty();
        }
        if (own > passing) {
            return Optional.of(new Verdict(Category.CHILD_OWN, own));
        }
        boolean known = !child.pupils().isEmpty() || !hasRoll;
        return known && thresholds.reached(Category.CHILD_PASSING, passing)
                ? Optional.of(new Verdict(Category.CHILD_PASSING, passing))
                : Optional.empty();
    }

    private static double of(Map<ChildSense, Double> senses, ChildSense sense) {
        return senses.getOrDefault(sense, 0.0);
    }
}
