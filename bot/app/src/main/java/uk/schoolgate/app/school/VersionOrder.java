package uk.schoolgate.app.school;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.PolicyDocument.Facts;

/**
 * Tells by what two versions of a policy say about themselves which one is newer: like is held against like, and where that
 * says nothing, neither is newer.
 */
final class VersionOrder {
    private static final String NUMBER = "\\d{1,9}(?:\\.\\d{1,9})*";

    private VersionOrder() {}

    static boolean isNewer(PolicyDocument one, PolicyDocument other) {
        return order(one.facts(), other.facts()) > 0;
    }

    private static int order(Facts one, Facts other) {
        int order = compare(one.adopted(), other.adopted(), Comparator.naturalOrder());
        order = order != 0 ? order : compare(number(one), number(other), Arrays::compare);
        if (order != 0 || (one.adopted().isPresent() && other.adopted().isPresent())) {
            return order;
        }
        order = wasAdoptedAfterReviewOf(one, other) ? 1 : wasAdoptedAfterReviewOf(other, one) ? -1 : 0;
        order = order != 0 ? order : compare(one.reviewDue(), other.reviewDue(), Comparator.naturalOrder());
        return order != 0 ? order : Boolean.compare(hasDate(one), hasDate(other));
    }

    private static <T> int compare(Optional<T> one, Optional<T> other, Comparator<T> order) {
        return one.flatMap(first -> other.map(second -> order.compare(first, second)))
                .orElse(0);
    }

    /** What was to be reviewed before another was adopted is older than that. */
    private static boolean wasAdoptedAfterReviewOf(Facts one, Facts other) {
        return one.adopted()
                .filter(day ->
                        other.reviewDue().filter(due -> !due.isAfter(day)).isPresent())
                .isPresent();
    }

    /** Its parts; zeros at the end say nothing: 2.0 is 2. */
    private static Optional<int[]> number(Facts facts) {
        return facts.version()
                .filter(version -> version.matches(NUMBER))
                .map(version -> Arrays.stream(
                                version.replaceAll("(?:\\.0+)+$", "").split("\\.", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray());
    }

    private static boolean hasDate(Facts facts) {
        Optional<LocalDate> date = facts.adopted().or(facts::reviewDue);
        return date.isPresent();
    }
}
