package uk.schoolgate.app.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.schoolgate.core.policy.PolicyDocument;

/** Checks policies for what a school should mend: reviews overdue, two versions side by side, policies that are missing. */
public final class PolicyChecks {
    private static final Map<String, List<String>> EXPECTED = Map.of(
            "complaints", List.of("complaint"),
            "safeguarding", List.of("safeguard", "child protection"),
            "behaviour", List.of("behaviour"),
            "social media", List.of("social media", "social network", "online safety", "acceptable use"));

    private PolicyChecks() {}

    /** What there is to say about these policies on that day. */
    public static List<Problem> of(List<PolicyDocument> policies, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        if (policies.isEmpty()) {
            return problems;
        }
        pictures(policies, problems);
        overdue(policies, today, problems);
        versions(policies, today, problems);
        missing(policies, problems);
        problems.addAll(Contradictions.in(PolicyVersions.inForce(policies, today)));
        return problems;
    }

    private static void pictures(List<PolicyDocument> policies, List<Problem> problems) {
        for (PolicyDocument policy : policies) {
            if (!policy.pictures().isEmpty()) {
                String pages = policy.pictures().stream().map(String::valueOf).collect(Collectors.joining(", "));
                problems.add(Problem.warning(
                        policy.file(),
                        "is partly a scan: page(s) " + pages
                                + " are pictures without text and are not quoted. Run text recognition (OCR) over it"));
            }
        }
    }

    private static void overdue(List<PolicyDocument> policies, LocalDate today, List<Problem> problems) {
        for (PolicyDocument policy : policies) {
            Optional<LocalDate> due = policy.facts().reviewDue();
            if (due.isEmpty()) {
                problems.add(Problem.warning(policy.file(), "says nowhere when it is to be reviewed"));
            } else if (policy.overdueOn(today)) {
                problems.add(Problem.warning(policy.file(), "was due for review on " + due.get()));
            }
        }
    }

    private static void versions(List<PolicyDocument> policies, LocalDate today, List<Problem> problems) {
        for (PolicyVersions.Version version : PolicyVersions.besideOthers(policies, today)) {
            String beside = version.beside().file();
            problems.add(Problem.warning(
                    version.policy().file(),
                    switch (version.standing()) {
                        case OLDER -> "is an older version of " + beside + " and is not quoted: take it out";
                        case UPCOMING ->
                            "is quoted in place of " + beside + " from "
                                    + version.policy().facts().adopted().orElseThrow() + " on, the day that it names";
                        case TIED ->
                            "has the title of " + beside
                                    + ", and neither says that it is newer, so both are quoted: take out the one that no longer holds";
                    }));
        }
    }

    private static void missing(List<PolicyDocument> policies, List<Problem> problems) {
        EXPECTED.forEach((name, words) -> {
            boolean there = policies.stream()
                    .map(policy -> policy.title().toLowerCase(Locale.ROOT) + " "
                            + policy.file().toLowerCase(Locale.ROOT).replaceAll("[-_]", " "))
                    .anyMatch(title -> words.stream().anyMatch(title::contains));
            if (!there) {
                problems.add(Problem.warning(
                        "policies", "there is no " + name + " policy: questions about it go unanswered"));
            }
        });
    }
}
