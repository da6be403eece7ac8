package uk.schoolgate.core.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import uk.schoolgate.core.policy.PolicyIndex.Hit;

/** Answers questions out of a school's policies: cites the passages that decide, or says that the policies don't say. */
public final class Answerer {
    private static final int MOST_CITATIONS = 3;
    private static final int CANDIDATES = 24;
    private static final double ENOUGH = 0.55;
    /** A further citation must be nearly as good as the first; two weak ones beside a good one only confuse. */
    private static final double NEARLY_AS_GOOD = 0.6;

    private static final ZoneId SCHOOL_ZONE = ZoneId.of("Europe/London");

    private final PolicyIndex index;
    private final Clock clock;

    public Answerer(PolicyIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    /** Answers a question for somebody, out of what they may see. */
    public Answer answer(String question, Asker asker) {
        List<Hit> hits = index.search(question, asker, CANDIDATES);
        if (hits.isEmpty()) {
            return new Answer.NotSaid(0);
        }
        double confidence = hits.getFirst().score();
        return confidence < ENOUGH ? new Answer.NotSaid(confidence) : new Answer.Cited(confidence, cite(hits));
    }

    private List<Citation> cite(List<Hit> hits) {
        double best = hits.getFirst().score();
        List<Citation> citations = new ArrayList<>();
        Set<String> quoted = new TreeSet<>();
        for (Hit hit : hits) {
            if (citations.size() == MOST_CITATIONS || hit.score() < best * NEARLY_AS_GOOD) {
                break;
            }
            Citation citation = cite(hit.document(), hit.passage());
            if (quoted.stream().noneMatch(earlier -> overlaps(earlier, citation.quote()))) {
                citations.add(citation);
                quoted.add(citation.quote());
            }
        }
        return citations;
    }

    /** The citation of the clause that a passage belongs to, with what there is to say about it today. */
    public Citation cite(PolicyDocument document, Passage passage) {
        return Quoter.cite(document, passage, LocalDate.ofInstant(clock.instant(), SCHOOL_ZONE));
    }

    private static boolean overlaps(String earlier, String quote) {
        return earlier.contains(quote) || quote.contains(earlier);
    }
}
