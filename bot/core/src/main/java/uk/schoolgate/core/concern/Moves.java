package uk.schoolgate.core.concern;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.schoolgate.core.concern.Effect.AuthorNote;
import uk.schoolgate.core.concern.Effect.OfficeNote;
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
                    effects.add(record(reviewer.value(), "concern.asked", ""));
                    return concern.with(concern.review().asking(reviewer));
                })
                .orElse(concern);
    }

    /**
     * Those who must not decide on more words of the concern step out; where nobody is left who decides afresh, the next
     * reviewer is asked, and where there is none, the office hears.
     */
    static Concern narrowed(Concern concern, Circle words, List<Effect> effects) {
        Circle circle = concern.circle().narrowedBy(words);
        Concern next = concern.with(circle).with(concern.review().keeping(circle.reviewers()));
        concern.review().asked().stream()
                .filter(person -> !circle.reviewers().contains(person))
                .filter(person -> !circle.contacts().contains(person))
                .forEach(person -> effects.add(new Effect.TellReviewer(person, ReviewerNote.OTHERS_DECIDE)));
        if (next.review().hasFreshDecider()) {
            return next;
        }
        next = askNext(next, effects);
        if (next.review().asked().isEmpty() && !circle.isUrgent()) {
            effects.add(new Effect.TellOffice(next.lacksContacts() ? OfficeNote.NOBODY_FREE : OfficeNote.REMIND));
        }
        return next;
    }

    static void tellAsked(Concern concern, @Nullable PersonId except, ReviewerNote note, List<Effect> effects) {
        tell(concern.review().asked(), except, note, effects);
    }

    static void tellDeciders(Concern concern, ReviewerNote note, List<Effect> effects) {
        tell(concern.review().deciders(), null, note, effects);
    }

    /** Those who decide now and were asked before; who is asked just now has it all on their card. */
    static void tellDecidersAmong(List<PersonId> before, Concern concern, ReviewerNote note, List<Effect> effects) {
        List<PersonId> still =
                concern.review().deciders().stream().filter(before::contains).toList();
        tell(still, null, note, effects);
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
