package uk.schoolgate.app.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.schoolgate.core.policy.PolicyDocument;

/**
 * Tells which of several versions of a policy is in force: of those with one title the newest, and not one that is to hold
 * from a later day on.
 */
public final class PolicyVersions {
    /** What a version is beside others of its title. */
    enum Standing {
        /** Another took its place. */
        OLDER,
        /** It is to take the place of another later on. */
        UPCOMING,
        /** By what they say, nobody can tell which one holds, and both are quoted. */
        TIED
    }

    /**
     * A version that isn't simply the one in force.
     *
     * @param beside the version that is in force
     */
    record Version(PolicyDocument policy, Standing standing, PolicyDocument beside) {}

    /** Dates, school years, version numbers, and what a browser puts behind the name of a copy; "Year 5" is of the title. */
    private static final String OF_A_VERSION =
            "\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\b(?:19|20)\\d{2}(?:[-–/]\\d{2,4})?\\b"
                    + "|\\bv(?:ersion)?[. ]*\\d+(?:\\.\\d+)*\\b|\\(\\d{1,2}\\)$";

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
        List<PolicyDocument> present =
                versions.stream().filter(version -> !isUpcoming(version, today)).toList();
        // Where all are to hold later on, the last of them is better than none.
        List<PolicyDocument> newest = newest(present.isEmpty() ? versions : present);
        PolicyDocument current = newest.getFirst();
        return versions.stream()
                .filter(version -> !version.equals(current))
                .map(version -> new Version(version, standing(version, newest, present), current))
                .toList();
    }

    private static Standing standing(
            PolicyDocument version, List<PolicyDocument> newest, List<PolicyDocument> present) {
        if (newest.contains(version)) {
            return Standing.TIED;
        }
        return present.isEmpty() || present.contains(version) ? Standing.OLDER : Standing.UPCOMING;
    }

    /** Those that no other is newer than; all, where what they say goes round in a circle. */
    private static List<PolicyDocument> newest(List<PolicyDocument> versions) {
        List<PolicyDocument> newest = versions.stream()
                .filter(version -> versions.stream().noneMatch(other -> VersionOrder.isNewer(other, version)))
                .toList();
        return newest.isEmpty() ? versions : newest;
    }

    private static boolean isUpcoming(PolicyDocument policy, LocalDate today) {
        return policy.facts().adopted().filter(day -> day.isAfter(today)).isPresent();
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
                .replaceAll(OF_A_VERSION, " ")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
        return policy.audience() + " " + title;
    }
}
