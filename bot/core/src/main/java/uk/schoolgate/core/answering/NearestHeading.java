package uk.schoolgate.core.answering;

import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Citation;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.policy.PolicyIndex.Hit;

/** Finds the section that a question without an answer comes nearest to, among what the asker may see. */
final class NearestHeading {
    private static final int CANDIDATES = 5;

    private final PolicyIndex index;

    NearestHeading(PolicyIndex index) {
        this.index = index;
    }

    /** The place of it; empty where no heading has a word in common with the question. */
    Optional<Citation> of(String question, Asker asker) {
        Set<String> terms = Terms.of(question);
        return index.search(question, asker, CANDIDATES).stream()
                .filter(hit -> helps(hit, terms))
                .findFirst()
                .map(hit -> Citation.ofPlace(hit.document(), hit.passage()));
    }

    private static boolean helps(Hit hit, Set<String> terms) {
        String heading = hit.document().title() + " "
                + (hit.passage().section().isEmpty()
                        ? ""
                        : hit.passage().section().getLast());
        return Terms.of(heading).stream().anyMatch(terms::contains);
    }
}
