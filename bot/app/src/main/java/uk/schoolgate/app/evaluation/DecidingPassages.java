package uk.schoolgate.app.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;

/** The passages of some policies, numbered from 0, and which of them decide a question. */
final class DecidingPassages {
    /** A decider may run over so many passages, such as the sentences of a paragraph. */
    private static final int MOST_STRETCH = 3;

    private final List<PolicyDocument> documents;
    private final Map<String, Integer> firsts = new HashMap<>();

    DecidingPassages(List<PolicyDocument> documents) {
        this.documents = documents;
        int before = 0;
        for (PolicyDocument document : documents) {
            firsts.put(document.file(), before);
            before += document.passages().size();
        }
    }

    int number(PolicyDocument document, Passage passage) {
        Integer first = firsts.get(document.file());
        if (first == null) {
            throw new IllegalArgumentException(document.file() + " is none of these policies");
        }
        return first + passage.ordinal();
    }

    /** The passages of the shortest stretch that holds the deciding words; none where nothing decides. */
    Set<Integer> of(LabelledQuestion question) {
        Set<Integer> deciding = new TreeSet<>();
        for (int length = 1; length <= MOST_STRETCH && deciding.isEmpty(); length++) {
            for (PolicyDocument document : documents) {
                if (document.file().equals(question.policy().orElse(document.file()))) {
                    deciding.addAll(of(question, document, length));
                }
            }
        }
        return deciding;
    }

    private List<Integer> of(LabelledQuestion question, PolicyDocument document, int length) {
        List<Integer> deciding = new ArrayList<>();
        List<Passage> all = document.passages();
        for (int from = 0; from + length <= all.size(); from++) {
            List<Passage> stretch = all.subList(from, from + length);
            if (question.isDecidedBy(
                    String.join(" ", stretch.stream().map(Passage::printed).toList()))) {
                stretch.forEach(passage -> deciding.add(number(document, passage)));
            }
        }
        return deciding;
    }
}
