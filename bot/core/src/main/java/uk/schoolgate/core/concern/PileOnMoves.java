package uk.schoolgate.core.concern;

import java.util.ArrayList;
import java.util.List;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.Effect.AuthorNote;
import uk.schoolgate.core.concern.Effect.ReviewerNote;
import uk.schoolgate.core.concern.Transition.Moved;
import uk.schoolgate.core.concern.Transition.Reason;
import uk.schoolgate.core.concern.Transition.Refused;

/** Further messages of one pile-on join its concern. */
final class PileOnMoves {
    private PileOnMoves() {}

    static Transition joined(Concern concern, ConcernEvent.MessageJoined joined) {
        if (!concern.state().isOpen()) {
            return new Refused(Reason.ALREADY_CLOSED);
        }
        List<Evidence> messages = new ArrayList<>(concern.messages());
        messages.add(joined.message());
        // Who wrote this one, or is meant by it, may have been a reviewer of the others.
        Circle circle = concern.circle().narrowedTo(joined.circle());
        Concern next = concern.with(messages).with(circle).with(concern.review().keeping(circle.reviewers()));
        List<Effect> effects = new ArrayList<>();
        effects.add(Moves.record(AuditEvent.BOT, "concern.joined", ""));
        effects.add(new Effect.TellAuthor(joined.message().message(), AuthorNote.RAISED));
        if (next.waitsForContact()) {
            Moves.tellContacts(next, effects);
        }
        if (next.review().deciders().isEmpty()) {
            next = Moves.askNext(next, effects);
            if (next.review().asked().isEmpty() && !next.circle().isUrgent()) {
                effects.add(new Effect.TellOffice(Effect.OfficeNote.REMIND));
            }
        } else if (isWorthAWord(messages.size())) {
            Moves.tellDeciders(next, ReviewerNote.MORE_MESSAGES, effects);
        }
        return new Moved(next, effects);
    }

    /** At the second, fourth, eighth… message: a pile-on must not become one of cards too. */
    private static boolean isWorthAWord(int messages) {
        return Integer.bitCount(messages) == 1;
    }
}
