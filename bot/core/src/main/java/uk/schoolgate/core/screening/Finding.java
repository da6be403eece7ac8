package uk.schoolgate.core.screening;

import java.util.List;
import uk.schoolgate.core.text.Span;

/**
 * One thing that screening saw in a message.
 *
 * @param category what it is
 * @param spans where it shows, in order; empty only for media
 * @param people ids of the pupils or staff who may be meant; several where it is not clear who
 * @param score how sure, 0 to 1
 * @param clauses what it rests on in this school's policies; empty where they say nothing about it
 * @param why one plain sentence
 */
public record Finding(
        Category category, List<Span> spans, List<String> people, double score, List<Clause> clauses, String why) {
    public Finding {
        spans = List.copyOf(spans);
        people = List.copyOf(people);
        clauses = List.copyOf(clauses);
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("a score lies between 0 and 1");
        }
    }

    /** This finding, resting on those clauses. */
    Finding restingOn(List<Clause> found) {
        return new Finding(category, spans, people, score, found, why);
    }
}
