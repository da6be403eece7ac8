package uk.schoolgate.adapter.whatsapp.people;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Conversation.PrivateChat;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/** Which of our messages to a person is which at Twilio: who swipes one to reply means that one. */
public final class QuotableMessages {
    /** Twilio says which message a reply quotes while that is no older than seven days. */
    private static final Duration KEPT = Duration.ofDays(8);

    private final Notebook notebook;

    public QuotableMessages(Notebook notebook) {
        this.notebook = notebook;
    }

    /**
     * A part of a message has left; nothing is remembered of one to a group.
     *
     * @param sid Twilio's id of the part
     */
    public void left(Outgoing.Chat message, String sid) {
        if (message.to() instanceof PrivateChat chat && !sid.isEmpty()) {
            // The actions name the concern: with it, the sweep finds the note.
            Stream<String> actions = message.content().buttons().stream().map(Button::action);
            List<String> note = Stream.concat(Stream.of(message.id()), actions).toList();
            notebook.write(message.school(), key(chat.person(), sid), String.join("\n", note), KEPT);
        }
    }

    /**
     * What the numbers under a card stand for that this school has shown somebody; empty for any other message.
     *
     * @param sid Twilio's id of it; empty where they quote none
     */
    Optional<List<String>> actions(SchoolCode school, PersonId person, String sid) {
        return note(school, person, sid)
                .map(note -> note.subList(1, note.size()))
                .filter(actions -> !actions.isEmpty());
    }

    /** Whether a message is one that this school has sent them. */
    public boolean has(SchoolCode school, PersonId person, String sid) {
        return note(school, person, sid).isPresent();
    }

    /** The {@link Outgoing#id()} of a message that this school has sent them; for any other, Twilio's id of it. */
    public String idOf(SchoolCode school, PersonId person, String sid) {
        return note(school, person, sid).map(List::getFirst).orElse(sid);
    }

    private Optional<List<String>> note(SchoolCode school, PersonId person, String sid) {
        return sid.isEmpty()
                ? Optional.empty()
                : notebook.read(school, key(person, sid)).map(note -> List.of(note.split("\n")));
    }

    private static String key(PersonId person, String sid) {
        return "whatsapp:left:" + person.value() + ":" + sid;
    }
}
