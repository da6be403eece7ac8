package uk.schoolgate.adapter.whatsapp.people;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Conversation.PrivateChat;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/** Which of our messages at Twilio is which card: who swipes one to reply means that card. */
public final class ShownCards {
    /** Twilio says which message a reply quotes while that is no older than seven days. */
    private static final Duration KEPT = Duration.ofDays(8);

    private final Notebook notebook;

    public ShownCards(Notebook notebook) {
        this.notebook = notebook;
    }

    /**
     * A part of a message has left; nothing is remembered of one without buttons.
     *
     * @param sid Twilio's id of the part
     */
    public void left(Outgoing.Chat message, String sid) {
        List<String> actions =
                message.content().buttons().stream().map(Button::action).toList();
        if (message.to() instanceof PrivateChat chat && !sid.isEmpty() && !actions.isEmpty()) {
            // The actions name the concern: with it, the sweep finds the note.
            notebook.write(message.school(), key(chat.person(), sid), String.join("\n", actions), KEPT);
        }
    }

    /**
     * What the numbers under a card stand for that this school has shown somebody; empty for any other message.
     *
     * @param sid Twilio's id of it; empty where they quote none
     */
    Optional<List<String>> actions(SchoolCode school, PersonId person, String sid) {
        return sid.isEmpty()
                ? Optional.empty()
                : notebook.read(school, key(person, sid)).map(actions -> List.of(actions.split("\n")));
    }

    /** Whether a message is a card that this school has shown them. */
    public boolean has(SchoolCode school, PersonId person, String sid) {
        return actions(school, person, sid).isPresent();
    }

    private static String key(PersonId person, String sid) {
        return "whatsapp:shown:" + person.value() + ":" + sid;
    }
}
