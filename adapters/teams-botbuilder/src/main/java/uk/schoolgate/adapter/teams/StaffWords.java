package uk.schoolgate.adapter.teams;

import uk.schoolgate.adapter.teams.connector.ConnectorException;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation.GroupChat;
import uk.schoolgate.core.message.Conversation.PrivateChat;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Wording;

/**
 * Keeps words that are for staff alone from whoever has come into a chat after they were chosen for it: an answer may have
 * waited for hours.
 */
final class StaffWords {
    private final Onlookers onlookers;
    private final Chats chats;
    private final Wording wording;

    StaffWords(Onlookers onlookers, Chats chats, Wording wording) {
        this.onlookers = onlookers;
        this.chats = chats;
        this.wording = wording;
    }

    /**
     * What may be posted of a message in that chat now.
     *
     * @throws ConnectorException when Teams does not say now who is there, and may say later
     */
    Outgoing.Chat readable(Outgoing.Chat message, Memory.Place place) throws ConnectorException {
        if (!message.content().staffAlone() || !hasOnlookers(message, place)) {
            return message;
        }
        Phrase instead =
                message.to() instanceof GroupChat ? Phrase.TEAMS_STAFF_ALONE : Phrase.TEAMS_STAFF_ALONE_PRIVATE;
        Content line = Content.ofText(wording.say(instead));
        return new Outgoing.Chat(message.id(), message.school(), message.to(), line, message.placement());
    }

    private boolean hasOnlookers(Outgoing.Chat message, Memory.Place place) throws ConnectorException {
        try {
            return switch (message.to()) {
                case GroupChat _ -> onlookers.areInGroup(message.school(), place);
                case PrivateChat chat ->
                    onlookers.areInPrivate(message.school(), place, chats.guidOf(message.school(), chat.person()));
            };
        } catch (ConnectorException e) {
            if (e.mayWorkLater()) {
                throw e;
            }
            // Whom Teams will never name may be anybody.
            return true;
        }
    }
}
