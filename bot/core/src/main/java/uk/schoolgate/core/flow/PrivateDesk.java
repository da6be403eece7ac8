package uk.schoolgate.core.flow;

import java.util.Optional;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.wording.Phrase;

/** Handles what people write to the bot alone that is not a question: their side of a matter, and asking where it stands. */
final class PrivateDesk {
    private final Casebook casebook;
    private final Signposts signposts;
    private final ResponseDesk responses;
    private final ReviewDesk reviews;
    private final IncidentDesk incidents;

    PrivateDesk(
            Casebook casebook,
            Signposts signposts,
            ResponseDesk responses,
            ReviewDesk reviews,
            IncidentDesk incidents) {
        this.casebook = casebook;
        this.signposts = signposts;
        this.responses = responses;
        this.reviews = reviews;
        this.incidents = incidents;
    }

    /**
     * Handles it where it is for this desk.
     *
     * @param screened what was written; a sign in it that a child may be at risk has been raised already
     * @return whether the bot needs to say nothing more
     */
    boolean handle(SchoolDesk desk, ResponseDesk.Screened screened, Commit.Builder commit) {
        Incoming.Message message = screened.message();
        Optional<Content> standing = incidents.answer(
                desk.in(casebook.languageOf(message.school(), message.author())), message.author(), message.text());
        if (standing.isPresent()) {
            EffectWriter.say(commit, message, message.conversation(), standing.get());
            return true;
        }
        Optional<Concern> awaiting = signposts
                .awaitingWords(message.school(), message.author())
                .flatMap(id -> casebook.concern(message.school(), id))
                .filter(Concern::hearsItsAuthors);
        if (awaiting.isEmpty() || message.text().isBlank()) {
            return false;
        }
        boolean atRisk = screened.screening().has(Category.SAFEGUARDING);
        if (atRisk || accuses(desk, screened, awaiting.get())) {
            sendElsewhere(desk, screened, atRisk, commit);
        } else {
            reviews.explained(desk, awaiting.get(), message, commit);
        }
        return true;
    }

    /** Whether their side accuses somebody of what those who would read it must not hear. */
    private static boolean accuses(SchoolDesk desk, ResponseDesk.Screened screened, Concern concern) {
        return screened.screening().has(Category.STAFF_ALLEGATION)
                && !ResponseDesk.mayRead(concern, screened, ResponseDesk.circleOf(desk, screened));
    }

    /** Neither a reviewer nor the complaints inbox may read it: it goes to its named contact, and the author hears so. */
    private void sendElsewhere(
            SchoolDesk desk, ResponseDesk.Screened screened, boolean isRaised, Commit.Builder commit) {
        Incoming.Message message = screened.message();
        if (!isRaised) {
            responses.respond(desk, screened, message, commit);
        }
        SchoolDesk own = desk.in(casebook.languageOf(message.school(), message.author()));
        Content words = Content.ofText(own.wording().say(Phrase.NOTICE_WORDS_NOT_PASSED_ON));
        EffectWriter.say(commit, message, message.conversation(), words);
    }
}
