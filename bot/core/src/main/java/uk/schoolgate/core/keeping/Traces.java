package uk.schoolgate.core.keeping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.schoolgate.core.wording.Tongue;

/**
 * What is stored about somebody under a pseudonym, beside concerns and notes.
 *
 * @param language the language that they chose
 * @param incidents references of confirmed incidents that they are an author of, of the last twelve months
 * @param marks what they were told or said lately, without the pseudonym, such as {@code nudge:PHOTO}
 */
public record Traces(Optional<Tongue> language, List<String> incidents, List<String> marks) {
    /** Nothing. */
    public static final Traces NONE = new Traces(Optional.empty(), List.of(), List.of());

    public Traces {
        incidents = List.copyOf(incidents);
        marks = List.copyOf(marks);
    }

    /** Whether there is nothing. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** These and those. */
    Traces and(Traces other) {
        List<String> allIncidents = new ArrayList<>(incidents);
        allIncidents.addAll(other.incidents);
        List<String> allMarks = new ArrayList<>(marks);
        allMarks.addAll(other.marks);
        return new Traces(language.or(other::language), allIncidents, allMarks);
    }
}
