package uk.schoolgate.core.flow;

import java.util.ArrayList;
import java.util.List;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.Effect.AuthorNote;
import uk.schoolgate.core.concern.Effect.ReviewerNote;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Placement;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;

/** Says which words about a concern take the place of an earlier card, so that a decided one shows no choices any more. */
final class Placements {
    private Placements() {}

    /** A new card. */
    static Placement of(Concern concern) {
        return Placement.about(concern.id().value());
    }

    static Placement of(Concern concern, ReviewerNote note) {
        // A reminder that nobody is notified of would be none.
        return note == ReviewerNote.REMINDER
                ? of(concern)
                : Placement.replacing(concern.id().value());
    }

    static Placement of(Concern concern, AuthorNote note, Incoming cause) {
        if (note != AuthorNote.RAISED) {
            return Placement.replacing(concern.id().value());
        }
        return cause instanceof Incoming.Message message ? of(concern).from(message.conversation()) : of(concern);
    }

    /** The words to a reviewer; a question that takes the card's place keeps what it is about in sight. */
    static Content inPlace(SchoolDesk desk, Concern concern, PersonId reviewer, ReviewerNote note) {
        Content words = desk.notices().toReviewer(concern, note);
        boolean replacesCard = EffectWriter.chatOf(reviewer).platform() == Platform.TEAMS;
        if (note != ReviewerNote.ARE_YOU_SURE || !replacesCard) {
            return words;
        }
        Content card = desk.notices().reviewCard(concern);
        List<Block> blocks = new ArrayList<>(card.blocks());
        blocks.addAll(words.blocks());
        return new Content(card.title(), blocks, words.buttons());
    }
}
