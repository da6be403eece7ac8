package uk.schoolgate.core.answering;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Citation;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.policy.Quoter;
import uk.schoolgate.core.text.Fingerprint;

/** Knows where quotes stand, and gives clauses short ids that stay as long as their words do. */
public final class Clauses {
    private static final int BYTES = 8;

    private final PolicyIndex index;

    public Clauses(PolicyIndex index) {
        this.index = index;
    }

    /** The id of the clause that is cited: 16 hex digits; empty where its policy is gone. */
    Optional<String> idOf(Citation citation) {
        return start(citation).map(passage -> id(citation.policy(), passage.section(), citation.quote()));
    }

    /** Title, section and page of the clause of that id; empty where its words have changed since. */
    public Optional<String> sourceOf(String id) {
        return index.documents(Asker.OFFICE).stream()
                .flatMap(policy -> policy.passages().stream()
                        .filter(passage -> id(policy.file(), passage.section(), Quoter.quote(policy, passage))
                                .equals(id))
                        .map(passage -> Citation.ofPlace(policy, passage).source()))
                .findFirst();
    }

    /** The same citations, those of one policy in the order in which they stand there, as the steps of a procedure do. */
    List<Citation> inTheirOrder(List<Citation> citations) {
        boolean onePolicy = citations.stream().map(Citation::policy).distinct().count() == 1;
        return onePolicy
                ? citations.stream()
                        .sorted(Comparator.comparingInt(citation ->
                                start(citation).map(Passage::ordinal).orElse(Integer.MAX_VALUE)))
                        .toList()
                : citations;
    }

    /** The first passage of what is quoted: two lists that open alike are told apart by the rest, and by their section. */
    private Optional<Passage> start(Citation citation) {
        return index.documents(Asker.OFFICE).stream()
                .filter(policy -> policy.file().equals(citation.policy()))
                .flatMap(policy -> policy.passages().stream()
                        .filter(passage -> passage.section().equals(citation.section()))
                        .filter(passage -> Quoter.quote(policy, passage).equals(citation.quote())))
                .findFirst();
    }

    private static String id(String policy, List<String> section, String quote) {
        String clause = String.join("\n", policy, String.join("\n", section), quote);
        return Fingerprint.of(clause, BYTES).toUpperCase(Locale.ROOT);
    }
}
