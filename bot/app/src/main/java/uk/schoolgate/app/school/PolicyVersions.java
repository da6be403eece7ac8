package uk.schoolgate.app.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.schoolgate.core.policy.PolicyDocument;

/** Tells which of several versions of a policy is in force: of those with one title the one that was adopted last. */
public final class PolicyVersions {
    private PolicyVersions() {}

    /** The policies that may be quoted. */
    public static List<PolicyDocument> inForce(List<PolicyDocument> policies) {
        Map<PolicyDocument, PolicyDocument> superseded = superseded(policies);
        return policies.stream()
                .filter(policy -> !superseded.containsKey(policy))
                .toList();
    }

    /** Older versions, each with the one that took its place. */
    static Map<PolicyDocument, PolicyDocument> superseded(List<PolicyDocument> policies) {
        Map<String, List<PolicyDocument>> byTitle = new LinkedHashMap<>();
        for (PolicyDocument policy : policies) {
            byTitle.computeIfAbsent(titleKey(policy), key -> new ArrayList<>()).add(policy);
        }
        Map<PolicyDocument, PolicyDocument> superseded = new LinkedHashMap<>();
        for (List<PolicyDocument> versions : byTitle.values()) {
            PolicyDocument newest = versions.stream()
                    .max(Comparator.comparing(PolicyVersions::inForceSince))
                    .orElseThrow();
            versions.stream()
                    .filter(version -> inForceSince(version).isBefore(inForceSince(newest)))
                    .forEach(older -> superseded.put(older, newest));
        }
        return superseded;
    }

    private static LocalDate inForceSince(PolicyDocument policy) {
        return policy.facts().adopted().or(() -> policy.facts().reviewDue()).orElse(LocalDate.MIN);
    }

    private static String titleKey(PolicyDocument policy) {
        String title = policy.title()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]+", " ")
                .strip();
        return policy.audience() + " " + title;
    }
}
