package uk.schoolgate.core.flow;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import uk.schoolgate.core.handoff.Guidance.Words;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.policy.Quoter;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.text.ListFile;

/**
 * Finds what a school's own policies say to do next about an incident. The office may see policies for staff; the words of
 * one are marked, because its e-mail may be sent on.
 */
public final class NextSteps {
    /** Below this the best passage is about something else, and a wrong step is worse than none. */
    private static final double ENOUGH = 0.45;

    private final PolicyIndex index;
    private final Map<Category, String> descriptions = new EnumMap<>(Category.class);

    public NextSteps(PolicyIndex index) {
        this.index = index;
        ListFile.entries("/schoolgate/policy/next-steps.txt")
                .forEach((category, text) -> descriptions.put(Category.valueOf(category), text));
    }

    /** The words that name the next step; empty where the policies name none. */
    public Optional<Words> forCategory(Category category) {
        return Optional.ofNullable(descriptions.get(category))
                .flatMap(text -> index.search(text, Asker.OFFICE, 1).stream().findFirst())
                .filter(hit -> hit.semantic() >= ENOUGH)
                .map(hit -> new Words(
                        Quoter.cite(hit.document(), hit.passage(), LocalDate.MIN),
                        hit.document().audience() == Audience.STAFF));
    }
}
