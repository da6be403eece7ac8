package uk.schoolgate.core.screening;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What screening saw in one message.
 *
 * @param findings strongest response first
 */
public record Screening(List<Finding> findings) {
    private static final Comparator<Finding> STRONGEST_FIRST = Comparator.<Finding, Response>comparing(
                    finding -> finding.category().response())
            .thenComparingDouble(Finding::score)
            .reversed();

    /** Nothing to say about a message. */
    public static final Screening CLEAR = new Screening(List.of());

    public Screening {
        findings = findings.stream().sorted(STRONGEST_FIRST).toList();
    }

    /** The strongest response among the findings. */
    public Response response() {
        return strongest().map(finding -> finding.category().response()).orElse(Response.NONE);
    }

    /** The finding that decides the response. */
    public Optional<Finding> strongest() {
        return findings.stream().findFirst();
    }

    public boolean has(Category category) {
        return findings.stream().anyMatch(finding -> finding.category() == category);
    }

    /** The findings of that kind. */
    public List<Finding> of(Kind kind) {
        return findings.stream()
                .filter(finding -> finding.category().kind() == kind)
                .toList();
    }
}
