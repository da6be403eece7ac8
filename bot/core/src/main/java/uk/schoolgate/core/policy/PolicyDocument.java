package uk.schoolgate.core.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One policy as it was read from its file.
 *
 * @param file name of the file, the policy's id within a school
 * @param title as printed on it
 * @param audience who it may be quoted to
 * @param facts what it says about itself
 * @param passages its text in reading order; {@link Passage#ordinal()} is the index in this list
 * @param pictures numbers of the pages, from 1, that are pictures without text, from which nothing can be quoted
 */
public record PolicyDocument(
        String file, String title, Audience audience, Facts facts, List<Passage> passages, List<Integer> pictures) {
    public PolicyDocument {
        passages = List.copyOf(passages);
        pictures = List.copyOf(pictures);
    }

    /** A policy that has text on all its pages. */
    public PolicyDocument(String file, String title, Audience audience, Facts facts, List<Passage> passages) {
        this(file, title, audience, facts, passages, List.of());
    }

    /**
     * What a policy says about itself.
     *
     * @param adopted when this version came into force
     * @param reviewDue when it is to be reviewed next
     * @param version its number
     * @param owner who looks after it
     */
    public record Facts(
            Optional<LocalDate> adopted,
            Optional<LocalDate> reviewDue,
            Optional<String> version,
            Optional<String> owner) {
        /** The facts of a policy that says nothing of its version and owner. */
        public Facts(Optional<LocalDate> adopted, Optional<LocalDate> reviewDue) {
            this(adopted, reviewDue, Optional.empty(), Optional.empty());
        }

        /** A policy that says nothing about itself. */
        public static final Facts NONE = new Facts(Optional.empty(), Optional.empty());
    }

    /** All that it says, as it is printed: what is quoted word for word stands here. */
    public String text() {
        return printed(passages);
    }

    /** Passages that follow one another, as they are printed: a line each, but the sentences of a paragraph on one. */
    static String printed(List<Passage> stretch) {
        StringBuilder printed = new StringBuilder();
        for (Passage passage : stretch) {
            if (!printed.isEmpty()) {
                printed.append(passage.continues() ? ' ' : '\n');
            }
            printed.append(passage.printed());
        }
        return printed.toString();
    }

    /** Whether its own review date has passed. */
    public boolean overdueOn(LocalDate day) {
        return facts.reviewDue().filter(due -> due.isBefore(day)).isPresent();
    }

    /** The lead-in of a bullet or the header of a row, where it has one. */
    public Optional<Passage> leadInOf(Passage passage) {
        return passage.leadIn().isPresent()
                ? Optional.of(passages.get(passage.leadIn().getAsInt()))
                : Optional.empty();
    }
}
