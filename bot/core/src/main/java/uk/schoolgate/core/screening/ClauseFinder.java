package uk.schoolgate.core.screening;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.policy.Quoter;
import uk.schoolgate.core.text.ListFile;

/** Finds the words of a school's own policies that each category rests on. */
public final class ClauseFinder {
    /** Below this the best passage is about something else, and a wrong clause is worse than none. */
    private static final double ENOUGH = 0.52;

    private static final int CANDIDATES = 24;

    private final PolicyIndex index;
    private final Map<Category, String> descriptions = new EnumMap<>(Category.class);
    private final Map<Category, List<Clause>> found = new ConcurrentHashMap<>();

    /** @param index the policies; clauses are looked up in it once for each category */
    public ClauseFinder(PolicyIndex index) {
        this.index = index;
        ListFile.entries("/schoolgate/screening/clauses.txt")
                .forEach((category, text) -> descriptions.put(Category.valueOf(category), text));
    }

    /** The clause that the category rests on; empty where the policies say nothing about it. */
    public List<Clause> clausesFor(Category category) {
        return found.computeIfAbsent(category, this::search);
    }

    private List<Clause> search(Category category) {
        String description = descriptions.get(category);
        if (description == null) {
            return List.of();
        }
        // A notice quotes the clause to parents, so what only staff may see is out of reach here. A description is no
        // question, so what decided questions like it is no help: the nearest in meaning counts.
        // A bullet whose lead-in can't be quoted with it may say the opposite without it, so the next clause is taken.
        return index.search(description, Asker.PARENT, CANDIDATES).stream()
                .filter(hit -> hit.semantic() >= ENOUGH)
                .sorted(Comparator.comparingDouble(PolicyIndex.Hit::semantic).reversed())
                .map(hit -> Quoter.cite(hit.document(), hit.passage(), LocalDate.MIN))
                .filter(citation -> citation.leadIns().isEmpty())
                .limit(1)
                .map(citation ->
                        new Clause(citation.policy(), citation.title(), citation.sectionLine(), citation.quote()))
                .toList();
    }
}
