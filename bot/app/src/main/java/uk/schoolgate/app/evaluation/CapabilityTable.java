package uk.schoolgate.app.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

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
        return Flag.TROUBLING.stream()
                .map(Flag::categories)
                .allMatch(categories -> one.isLabelled(categories) == one.isFound(categories));
    }
}
