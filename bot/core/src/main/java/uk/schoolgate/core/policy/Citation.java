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
 * @param leadIns what leads in to the quote ("Parents must not:", or a table's header) where the quote doesn't hold it
 *     itself, verbatim, outermost first: without it a quote may say the opposite
 * @param quote verbatim, an unbroken stretch of the policy, at most 100 words
 * @param adopted since when this version is in force
 * @param overdue the policy's own review date, where that has passed
 * @param audience who may read it
 */
public record Citation(
        String policy,
        String title,
        List<String> section,
        OptionalInt page,
        List<String> leadIns,
        String quote,
        Optional<LocalDate> adopted,
        Optional<LocalDate> overdue,
        Audience audience) {
    public Citation {
        section = List.copyOf(section);
        leadIns = List.copyOf(leadIns);
    }

    /** Where words stand, without anything quoted. */
    public static Citation ofPlace(PolicyDocument document, Passage passage) {
        return new Citation(
                document.file(),
                document.title(),
                passage.section(),
                passage.page(),
                List.of(),
                "",
                document.facts().adopted(),
                Optional.empty(),
                document.audience());
    }

    /** The same place with other words of it quoted. */
    public Citation withQuote(List<String> before, String words) {
        return new Citation(policy, title, section, page, before, words, adopted, overdue, audience);
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
