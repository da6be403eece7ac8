package uk.schoolgate.core.flow;

import java.util.Optional;
import uk.schoolgate.core.concern.Circle;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.message.Conversation.PrivateChat;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.PersonId;

/**
 * Knows which cards have waited until there was nothing to decide any more. The word that would have taken their place has
 * left before them: sent now, they would show what is erased, with choices that are none.
 */
final class Outdated {
    private final Casebook casebook;

    Outdated(Casebook casebook) {
        this.casebook = casebook;
    }

    /** The concern that a card is about, if nobody who gets it can decide on that any more. */
    Optional<ConcernId> concernOf(Outgoing item) {
        if (!(item instanceof Outgoing.Chat chat) || !(chat.to() instanceof PrivateChat to) || !isCard(chat)) {
            return Optional.empty();
        }
        ConcernId id = new ConcernId(chat.placement().subject());
        boolean waits = casebook.concern(item.school(), id)
                .filter(concern -> waitsFor(to.person(), concern))
                .isPresent();
        return waits ? Optional.empty() : Optional.of(id);
    }

    private static boolean isCard(Outgoing.Chat chat) {
        return !chat.placement().subject().isEmpty()
                && !chat.placement().replaces()
                && !chat.content().buttons().isEmpty();
    }

    /** Authors read their own words, whatever was decided. */
    private static boolean waitsFor(PersonId person, Concern concern) {
        Circle circle = concern.circle();
        boolean contact =
                circle.contacts().contains(person) || circle.deputies().contains(person);
        return concern.state().isOpen()
                || (contact && concern.waitsForContact())
                || concern.authors().contains(person);
    }
}
