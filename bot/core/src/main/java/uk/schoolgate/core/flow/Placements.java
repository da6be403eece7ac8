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

    /** The last word about it. */
    static Placement closing(Concern concern) {
        return Placement.replacing(concern.id().value());
    }

    static Placement of(Concern concern, ReviewerNote note) {
        return switch (note) {
            // A card that nobody is notified of would not be read.
            case REMINDER, MORE_MESSAGES, CHANGED_BY_AUTHOR, AUTHOR_OBJECTS, AUTHOR_SAYS -> of(concern);
            case STAND_BACK,
                    ARE_YOU_SURE,
                    HANDED_OVER,
                    DISMISSED,
                    SORTED,
                    CONTACT_DECIDES,
                    REMOVED_BY_AUTHOR,
                    DECIDED_BY_ANOTHER,
                    OTHERS_DECIDE,
                    EXPIRED -> closing(concern);
        };
    }

    static Placement of(Concern concern, AuthorNote note, Incoming cause) {
        return switch (note) {
            case RAISED -> from(of(concern), cause);
            // What the author did themselves just now.
            case THANKS_FOR_REMOVING,
                    THANKS_FOR_MENDING,
                    REMOVAL_PASSED_ON,
                    OBJECTION_HEARD,
                    OBJECTION_PASSED_ON,
                    OBJECTION_SEEN_AGAIN,
                    WORDS_PASSED_ON -> closing(concern);
            // News, of which they have to be notified.
            case OUTCOME_NO_ACTION, OUTCOME_HANDED_OVER, OUTCOME_TAKEN_ON, OUTCOME_UNDECIDED -> of(concern);
        };
    }

    /** The same about what somebody wrote in a group, if it was in one. */
    static Placement from(Placement placement, Incoming cause) {
        return switch (cause) {
            case Incoming.Message message -> placement.from(message.conversation());
            case Incoming.Edited edited -> placement.from(edited.conversation());
            case Incoming.Held held -> placement.from(held.conversation());
            case Incoming.Forwarded forwarded -> placement;
            case Incoming.Returned returned -> placement;
            case Incoming.Deleted deleted -> placement;
            case Incoming.Press press -> placement;
            case Incoming.Joined joined -> placement;
            case Incoming.Left left -> placement;
            case Incoming.OptedOut optedOut -> placement;
            case Incoming.DealtWith dealtWith -> placement;
            case Incoming.Alarm alarm -> placement;
        };
    }

    /** The words to a reviewer; a question that takes the card's place keeps what it is about in sight. */
    static Content inPlace(SchoolDesk desk, Concern concern, PersonId reviewer, ReviewerNote note) {
        Content words = desk.cards().toReviewer(concern, note);
        boolean replacesCard = EffectWriter.chatOf(reviewer).platform() == Platform.TEAMS;
        if (note != ReviewerNote.ARE_YOU_SURE || !replacesCard) {
            return words;
        }
        Content card = desk.cards().review(concern);
        List<Block> blocks = new ArrayList<>(card.blocks());
        blocks.addAll(words.blocks());
        return new Content(card.title(), blocks, words.buttons());
    }
}
