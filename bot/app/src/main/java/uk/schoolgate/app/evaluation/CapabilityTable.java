package uk.schoolgate.app.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import uk.schoolgate.core.screening.Category;

/** How many cases of each capability of a challenge suite are right. */
final class CapabilityTable {
    private CapabilityTable() {}

    static String of(List<Judged> cases) {
        Map<String, List<Judged>> byCapability = new TreeMap<>();
        cases.forEach(one -> byCapability
                .computeIfAbsent(capability(one.message().id()), key -> new ArrayList<>())
                .add(one));
        StringBuilder out = new StringBuilder();
        int right = 0;
        for (Map.Entry<String, List<Judged>> entry : byCapability.entrySet()) {
            List<String> wrong = entry.getValue().stream()
                    .filter(one -> !isRight(one))
                    .map(one -> one.message().id())
                    .toList();
            int count = entry.getValue().size();
            right += count - wrong.size();
            out.append(String.format(
                    Locale.ROOT,
                    "%-44s %2d of %2d   %s%n",
                    entry.getKey(),
                    count - wrong.size(),
                    count,
                    String.join(" ", wrong)));
        }
        return out
                + String.format(
                        Locale.ROOT, "%d of %d cases, %d capabilities%n", right, cases.size(), byCapability.size());
    }

    private static String capability(String id) {
        int dash = id.lastIndexOf('-');
        return dash < 0 ? id : id.substring(0, dash);
    }

    /** Right is a case whose flags are all as labelled; a nudge more or less troubles nobody. */
    private static boolean isRight(Judged one) {
        for (Map.Entry<String, Set<Category>> flag : Report.FLAGS.entrySet()) {
            Set<Category> categories = flag.getValue();
            boolean troubling = categories.stream()
                    .noneMatch(c -> c.response().compareTo(uk.schoolgate.core.screening.Response.REVIEW) < 0);
            boolean merged =
                    flag.getKey().startsWith("  CHILD") || flag.getKey().startsWith("  STAFF");
            if (troubling && !merged && one.isLabelled(categories) != one.isFound(categories)) {
                return false;
            }
        }
        return true;
    }
}
