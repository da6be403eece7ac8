package uk.schoolgate.core.flow;

import java.util.Optional;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Incoming;

/** Handles what people write to the bot alone that is not a question: their side of a matter, and asking where it stands. */
final class PrivateDesk {
    private final Casebook casebook;
    private final Signposts signposts;
    private final ReviewDesk reviews;
    private final IncidentDesk incidents;

    PrivateDesk(Casebook casebook, Signposts signposts, ReviewDesk reviews, IncidentDesk incidents) {
        this.casebook = casebook;
        this.signposts = signposts;
        this.reviews = reviews;
        this.incidents = incidents;
    }

    /**
     * Handles it where it is for this desk.
     *
     * @param atRisk whether it holds a sign that a child may be at risk; such words are passed on to nobody else
     * @return whether the bot needs to say nothing more
     */
    boolean handle(SchoolDesk desk, Incoming.Message message, boolean atRisk, Commit.Builder commit) {
        Optional<Content> standing = incidents.answer(desk, message.author(), message.text());
        if (standing.isPresent()) {
            EffectWriter.say(commit, message, message.conversation(), standing.get());
            return true;
        }
        Optional<Concern> awaiting = signposts
                .awaitingWords(message.school(), message.author())
                .flatMap(id -> casebook.concern(message.school(), id));
        if (awaiting.isEmpty() || atRisk || message.text().isBlank()) {
            return false;
        }
        reviews.explained(desk, awaiting.get(), message, commit);
        return true;
    }
}
