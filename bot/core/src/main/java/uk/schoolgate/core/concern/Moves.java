package uk.schoolgate.core.concern;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.schoolgate.core.concern.Effect.AuthorNote;
import uk.schoolgate.core.concern.Effect.ReviewerNote;
import uk.schoolgate.core.school.PersonId;

/** What several moves have in common. */
final class Moves {
    private Moves() {}

    /** Asks the next reviewer, where there is one left. */
    static Concern askNext(Concern concern, List<Effect> effects) {
        return concern.nextReviewer()
                .map(reviewer -> {
                    effects.add(new Effect.AskReviewer(reviewer));
                    return concern.with(concern.review().asking(reviewer));
                })
                .orElse(concern);
    }

    static void tellAsked(Concern concern, @Nullable PersonId except, ReviewerNote note, List<Effect> effects) {
        tell(concern.review().asked(), except, note, effects);
    }

    static void tellDeciders(Concern concern, ReviewerNote note, List<Effect> effects) {
        tell(concern.review().deciders(), null, note, effects);
    }

    private static void tell(
            List<PersonId> reviewers, @Nullable PersonId except, ReviewerNote note, List<Effect> effects) {
        for (PersonId reviewer : reviewers) {
            if (!reviewer.equals(except)) {
                effects.add(new Effect.TellReviewer(reviewer, note));
            }
        }
    }

    static void tellContacts(Concern concern, List<Effect> effects) {
        concern.circle().contacts().forEach(contact -> effects.add(new Effect.TellContact(contact)));
    }

    /** Those who objected hear how it ended. */
    static void tellObjectors(Concern concern, AuthorNote outcome, List<Effect> effects) {
        concern.review().objections().forEach(objection -> tellAuthor(concern, objection.by(), outcome, effects));
    }

    static void tellAuthor(Concern concern, PersonId author, AuthorNote note, List<Effect> effects) {
        Evidence last = concern.messagesBy(author).getLast();
        effects.add(new Effect.TellAuthor(last.message(), note));
    }

    static Effect record(String actor, String action, String detail) {
        return new Effect.Audit(actor, action, detail);
    }
}
