package uk.schoolgate.core.concern;

import java.util.ArrayList;
import java.util.List;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.Effect.OfficeNote;
import uk.schoolgate.core.concern.Effect.ReviewerNote;
import uk.schoolgate.core.concern.Transition.Moved;
import uk.schoolgate.core.school.PersonId;

/** What follows when somebody cannot be reached: the next in line, and at the end of the line the office. */
final class ReachMoves {
    private ReachMoves() {}

    static Moved notReached(Concern concern, PersonId person) {
        boolean waited = isAwaitedContact(concern, person) || isAskedReviewer(concern, person);
        if (!waited || concern.review().unreached().contains(person)) {
            return new Moved(concern, List.of());
        }
        List<Effect> effects = new ArrayList<>();
        effects.add(Moves.record(AuditEvent.BOT, "concern.not-reached", ""));
        Concern next = concern.with(concern.review().notReaching(person));
        if (isAwaitedContact(concern, person)) {
            next = nextContact(next, effects);
        }
        if (isAskedReviewer(concern, person)) {
            next = nextDecider(concern, next, effects);
        }
        return new Moved(next, effects);
    }

    private static boolean isAwaitedContact(Concern concern, PersonId person) {
        return concern.waitsForContact() && concern.circle().contacts().contains(person);
    }

    private static boolean isAskedReviewer(Concern concern, PersonId person) {
        return concern.state().isOpen() && concern.review().asked().contains(person);
    }

    private static Concern nextContact(Concern concern, List<Effect> effects) {
        Concern next = withDeputies(concern, effects);
        if (nobodyHears(next)) {
            effects.add(new Effect.TellOffice(OfficeNote.RING));
        }
        return next;
    }

    /** The deputies are told too, and are contacts from now on. */
    static Concern withDeputies(Concern concern, List<Effect> effects) {
        if (concern.circle().deputies().isEmpty()) {
            return concern;
        }
        concern.circle().deputies().forEach(deputy -> effects.add(new Effect.TellContact(deputy)));
        effects.add(Moves.record(AuditEvent.BOT, "concern.deputies-told", ""));
        return concern.with(concern.circle().withDeputies());
    }

    /** Whether no contact and no deputy of something urgent can be reached. */
    static boolean nobodyHears(Concern concern) {
        return concern.review().unreached().containsAll(concern.circle().contacts());
    }

    /** Whoever stood back from an objection looks once more where nobody else can. */
    private static Concern nextDecider(Concern before, Concern concern, List<Effect> effects) {
        Concern next = Moves.askNext(concern, effects);
        if (!next.review().asked().equals(concern.review().asked())) {
            return next;
        }
        List<PersonId> able = next.review().ableToDecide();
        if (able.isEmpty()) {
            if (!next.circle().isUrgent()) {
                effects.add(new Effect.TellOffice(OfficeNote.NOBODY_REACHED));
            }
            return next;
        }
        able.stream()
                .filter(person -> !before.review().deciders().contains(person))
                .forEach(person -> effects.add(new Effect.TellReviewer(person, ReviewerNote.AUTHOR_OBJECTS)));
        return next;
    }
}
