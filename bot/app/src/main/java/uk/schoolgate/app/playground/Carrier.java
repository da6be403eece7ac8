package uk.schoolgate.app.playground;

import java.time.Instant;
import java.util.List;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.school.Platform;

/**
 * Carries what people do in the playground to the bot, and shows it on their phones. All methods throw
 * {@link StoreUnavailableException} when the bot cannot take it just now.
 */
public interface Carrier {
    /** Whose people it carries for. */
    Platform platform();

    /**
     * Something that somebody does.
     *
     * @param id of the event; the same event delivered twice has the same
     * @param cast the school in which it is played
     * @param where it happens
     */
    record Act(String id, Cast cast, Conversation where, Cast.Player by, Instant at) {
        /** How it looks on a phone. */
        Bubble bubble(String text, boolean photo) {
            List<Bubble.Part> parts = List.of(new Bubble.Part(text, false, ""));
            return new Bubble(id, cast.code(), where.key(), by.id(), at, "", parts, List.of(), photo);
        }
    }

    /**
     * They write a message.
     *
     * @return false where the bot kept it from the group
     */
    boolean write(Act act, String text, boolean photo);

    /** They change a message of theirs. */
    void change(Act act, String message, String text);

    /** They delete a message of theirs. */
    void delete(Act act, String message);

    /** They press a button. */
    void press(Act act, String action, String label);
}
