package uk.schoolgate.core.screening;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.school.PersonId;

/**
 * What screening saw in one message.
 *
 * @param findings strongest response first
 * @param adults pupils' contacts whom the message gives by their full name or number, staff left out: none of them decides
 *     on it
 */
public record Screening(List<Finding> findings, Set<PersonId> adults) {
    private static final Comparator<Finding> STRONGEST_FIRST = Comparator.<Finding, Response>comparing(
                    finding -> finding.category().response())
            .thenComparingDouble(Finding::score)
            .reversed();

    /** Nothing to say about a message. */
    public static final Screening CLEAR = new Screening(List.of(), Set.of());

    public Screening {
        findings = findings.stream().sorted(STRONGEST_FIRST).toList();
        adults = Set.copyOf(adults);
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
