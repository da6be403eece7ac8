package uk.schoolgate.core.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import uk.schoolgate.core.text.Span;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Wording;

/** Collects findings by category while a message is screened. */
final class Sketch {
    private final Map<Category, Draft> drafts = new EnumMap<>(Category.class);

    void add(Category category, Span span, Set<String> people, double score) {
        Draft draft = drafts.computeIfAbsent(category, key -> new Draft());
        draft.spans.add(span);
        draft.people.addAll(people);
        draft.score = Math.max(draft.score, score);
    }

    void addWithoutSpan(Category category, double score) {
        drafts.computeIfAbsent(category, key -> new Draft()).score = score;
    }

    /** @param hasRoll whether the school's pupils are known */
    List<Finding> findings(ClauseFinder clauses, Wording wording, boolean hasRoll) {
        List<Finding> findings = new ArrayList<>();
        drafts.forEach((category, draft) -> findings.add(new Finding(
                category,
                draft.inOrder(),
                List.copyOf(draft.people),
                draft.score,
                clauses.clausesFor(category),
                wording.say(why(category, draft, hasRoll)))));
        return findings;
    }

    private static Phrase why(Category category, Draft draft, boolean hasRoll) {
        boolean unknownChild = category.kind() == Kind.NAMES_CHILD && draft.people.isEmpty() && hasRoll;
        return unknownChild ? Phrase.WHY_CHILD_NOT_ON_ROLL : Phrase.valueOf("WHY_" + category.name());
    }

    /** What is known of one category. */
    private static final class Draft {
        private final List<Span> spans = new ArrayList<>();
        private final Set<String> people = new TreeSet<>();
        private double score;

        List<Span> inOrder() {
            return spans.stream()
                    .sorted(Comparator.comparingInt(Span::start))
                    .distinct()
                    .toList();
        }
    }
}
