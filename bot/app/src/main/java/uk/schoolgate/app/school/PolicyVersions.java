package uk.schoolgate.app.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.schoolgate.core.policy.PolicyDocument;

/**
 * Tells which of several versions of a policy is in force: of those with one title the one that was adopted last, and not
 * one that is to hold from a later day on.
 */
public final class PolicyVersions {
    /** What a version is beside others of its title. */
    enum Standing {
        /** Another took its place. */
        OLDER,
        /** It is to take the place of another later on. */
        UPCOMING,
        /** Another says that it is from the same day: nobody can tell which one holds, and both are quoted. */
        TIED
    }

    /**
     * A version that isn't simply the one in force.
     *
     * @param beside the version that is in force
     */
    record Version(PolicyDocument policy, Standing standing, PolicyDocument beside) {}

    private PolicyVersions() {}

    /** The policies that may be quoted on that day. */
    public static List<PolicyDocument> inForce(List<PolicyDocument> policies, LocalDate today) {
        List<PolicyDocument> notInForce = besideOthers(policies, today).stream()
                .filter(version -> version.standing() != Standing.TIED)
                .map(Version::policy)
                .toList();
        return policies.stream().filter(policy -> !notInForce.contains(policy)).toList();
    }

    /** Versions that stand beside the one in force on that day. */
    static List<Version> besideOthers(List<PolicyDocument> policies, LocalDate today) {
        return byTitle(policies).stream()
                .flatMap(versions -> besideOthersOfOneTitle(versions, today).stream())
                .toList();
    }

    private static List<Version> besideOthersOfOneTitle(List<PolicyDocument> versions, LocalDate today) {
        // Where all are to hold later on, the last of them is better than none.
        Optional<PolicyDocument> newest = newest(versions.stream()
                        .filter(version -> !isUpcoming(version, today))
                        .toList())
                .or(() -> newest(versions));
        List<Version> beside = new ArrayList<>();
        for (PolicyDocument version : versions) {
            newest.filter(current -> !current.equals(version))
                    .map(current -> new Version(version, standing(version, current), current))
                    .ifPresent(beside::add);
        }
        return beside;
    }

    private static Standing standing(PolicyDocument version, PolicyDocument current) {
        int order = since(version).compareTo(since(current));
        return order < 0 ? Standing.OLDER : order > 0 ? Standing.UPCOMING : Standing.TIED;
    }

    private static Optional<PolicyDocument> newest(List<PolicyDocument> versions) {
        return versions.stream().max(Comparator.comparing(PolicyVersions::since));
    }

    private static boolean isUpcoming(PolicyDocument policy, LocalDate today) {
        return policy.facts().adopted().filter(day -> day.isAfter(today)).isPresent();
    }

    private static LocalDate since(PolicyDocument policy) {
        return policy.facts().adopted().or(() -> policy.facts().reviewDue()).orElse(LocalDate.MIN);
    }

    private static Collection<List<PolicyDocument>> byTitle(List<PolicyDocument> policies) {
        Map<String, List<PolicyDocument>> byTitle = new LinkedHashMap<>();
        for (PolicyDocument policy : policies) {
            byTitle.computeIfAbsent(titleKey(policy), key -> new ArrayList<>()).add(policy);
        }
        return byTitle.values();
    }

    private static String titleKey(PolicyDocument policy) {
        String title = policy.title()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]+", " ")
                .strip();
        return policy.audience() + " " + title;
    }
}
