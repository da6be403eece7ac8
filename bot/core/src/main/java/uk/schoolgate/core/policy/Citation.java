package uk.schoolgate.core.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Words of a policy and where they stand.
 *
 * @param policy file name of the policy
 * @param title its title
 * @param section the headings above the words, outermost first
 * @param page page from 1 where the format has pages
 * @param quote verbatim, an unbroken stretch of the policy, at most 100 words
 * @param overdue the policy's own review date, where that has passed
 */
public record Citation(
        String policy,
        String title,
        List<String> section,
        OptionalInt page,
        String quote,
        Optional<LocalDate> overdue) {
    public Citation {
        section = List.copyOf(section);
    }

    /** The headings as one line; the title of the policy itself is not repeated among them. */
    public String sectionLine() {
        return section.stream()
                .filter(heading -> !heading.equalsIgnoreCase(title))
                .collect(Collectors.joining(" › "));
    }

    /** Title, section and page as one line for people. */
    public String source() {
        StringBuilder source = new StringBuilder(title);
        String headings = sectionLine();
        if (!headings.isEmpty()) {
            source.append(", ").append(headings);
        }
        page.ifPresent(number -> source.append(", page ").append(number));
        return source.toString();
    }
}
