package uk.schoolgate.core.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.concern.Evidence;
import uk.schoolgate.core.concern.Rewriter;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.core.screening.Screener;
import uk.schoolgate.core.screening.ScreeningInput;

/** Suggests how a message could be put instead. What screening would flag again is not suggested. */
public final class Suggestions {
    private final School school;
    private final Screener screener;

    public Suggestions(School school, Screener screener) {
        this.school = school;
        this.screener = screener;
    }

    /** The same message without the name or the insult; empty where that cannot be done honestly. */
    public Optional<String> insteadOf(Evidence message) {
        return Rewriter.rewrite(message.text(), message.findings()).filter(text -> isFine(text, message));
    }

    private boolean isFine(String text, Evidence message) {
        Set<String> classes =
                school.groupNamed(message.place()).map(Group::classes).orElse(Set.of());
        return screener.screen(new ScreeningInput(text, message.author(), classes, List.of(), List.of()))
                        .response()
                == Response.NONE;
    }
}
