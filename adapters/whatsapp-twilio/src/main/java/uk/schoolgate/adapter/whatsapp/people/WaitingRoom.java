package uk.schoolgate.adapter.whatsapp.people;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import uk.schoolgate.core.keeping.NoteEditor;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/**
 * Messages that wait for their reader: outside the window only an approved template may be sent, which says that
 * something is there, and as soon as the person answers, the window is open and the message itself follows.
 */
public final class WaitingRoom {
    /** What the template's button sends back. */
    public static final String KNOCK = "show-waiting";

    /** Longer than a concern waits for anybody. */
    private static final Duration KEPT = Duration.ofDays(10);

    private static final int MOST = 20;

    private static final String KEY = "whatsapp:waiting:";

    private final Notebook notebook;
    private final Clock clock;

    public WaitingRoom(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.clock = clock;
    }

    /** Whether a payload is that of the template's button. */
    public static boolean isKnock(String payload) {
        return payload.equals(KNOCK);
    }

    /**
     * Keeps a message until the person writes.
     *
     * @return false where so much waits for them already that it is not kept
     */
    public boolean keep(Outgoing.Chat message, PersonId person) {
        List<Outgoing.Chat> all = new ArrayList<>(waiting(message.school(), person));
        if (all.stream().anyMatch(other -> other.id().equals(message.id()))) {
            return true;
        }
        if (all.size() >= MOST) {
            return false;
        }
        all.add(message);
        notebook.write(message.school(), key(person), ChatNotes.write(all), KEPT);
        return true;
    }

    /** A template is about to tell them that this message is there. */
    public void knocking(Outgoing.Chat message, PersonId person) {
        notebook.write(message.school(), knockKey(person), message.id(), KEPT);
    }

    /** The template for this message did not reach them: the next message knocks again. */
    public void knockFailed(Outgoing.Chat message, PersonId person) {
        if (knockedFor(message.school(), person).filter(message.id()::equals).isPresent()) {
            notebook.write(message.school(), knockKey(person), "", KEPT);
        }
    }

    /** It does not wait for their answer any more: it is sent in another way. */
    public void takeOut(Outgoing.Chat message, PersonId person) {
        List<Outgoing.Chat> all = new ArrayList<>(waiting(message.school(), person));
        if (all.removeIf(other -> other.id().equals(message.id()))) {
            notebook.write(message.school(), key(person), all.isEmpty() ? "" : ChatNotes.write(all), KEPT);
        }
    }

    /** Whether a template has told them that some other message is there, and they have not written since. */
    public boolean hasKnockedForAnother(Outgoing.Chat message, PersonId person) {
        return knockedFor(message.school(), person)
                .filter(id -> !id.equals(message.id()))
                .isPresent();
    }

    /** Whether a template of that school has told them that something is there, and they have not written since. */
    public boolean hasKnocked(SchoolCode school, PersonId person) {
        return knockedFor(school, person).isPresent();
    }

    private Optional<String> knockedFor(SchoolCode school, PersonId person) {
        return notebook.read(school, knockKey(person));
    }

    /**
     * Lets what waits go out.
     *
     * @param cause the message that opened the window
     */
    public void comeIn(SchoolCode school, PersonId person, String cause, Intake intake) {
        List<Outgoing.Chat> all = waiting(school, person);
        for (Outgoing.Chat message : all) {
            intake.accept(new Incoming.Returned(
                    new EventId("twilio:" + cause + ":" + message.id()),
                    school,
                    message,
                    Optional.empty(),
                    clock.instant()));
            // One by one: what has been kept in the meantime stays.
            takeOut(message, person);
        }
        if (hasKnocked(school, person)) {
            notebook.write(school, knockKey(person), "", KEPT);
        }
    }

    /** Takes single messages out of what waits for somebody; the other notes of this adapter hold one thing each. */
    public static NoteEditor editor() {
        return (note, goes) ->
                note.key().startsWith(KEY) ? without(note.text(), goes) : NoteEditor.WHOLE.without(note, goes);
    }

    private static String without(String text, Predicate<String> goes) {
        List<Outgoing.Chat> all = ChatNotes.readAll(text);
        List<Outgoing.Chat> left = all.stream()
                .filter(message -> !goes.test(ChatNotes.write(message)))
                .toList();
        if (left.size() == all.size()) {
            return text;
        }
        return left.isEmpty() ? "" : ChatNotes.write(left);
    }

    private List<Outgoing.Chat> waiting(SchoolCode school, PersonId person) {
        return notebook.read(school, key(person)).map(ChatNotes::readAll).orElse(List.of());
    }

    private static String knockKey(PersonId person) {
        return "whatsapp:knocked:" + person.value();
    }

    private static String key(PersonId person) {
        return KEY + person.value();
    }
}
