package uk.schoolgate.adapter.whatsapp.people;

import java.time.Duration;
import java.util.Optional;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/** What has left: how much of it, so that a second attempt goes on where the first stopped, and whether it arrived. */
public final class SentMessages {
    /** Twilio tells of a message's fate within hours. */
    private static final Duration KEPT = Duration.ofDays(3);

    private final Notebook notebook;

    public SentMessages(Notebook notebook) {
        this.notebook = notebook;
    }

    /** A short name of a message for a callback's URL, from which nothing can be learnt. */
    public static String markOf(Outgoing.Chat message) {
        return HeldMessages.fingerprint(message.school().value(), new PersonId("message"), message.id());
    }

    /** Before the first attempt: a callback may be quicker than our own call. */
    public void leaving(Outgoing.Chat message) {
        if (notebook.read(message.school(), "whatsapp:sent:" + markOf(message)).isEmpty()) {
            notebook.write(message.school(), "whatsapp:sent:" + markOf(message), ChatNotes.write(message), KEPT);
        }
    }

    /** How many parts of it Twilio has taken. */
    public int partsTaken(Outgoing.Chat message) {
        return notebook.read(message.school(), "whatsapp:parts:" + markOf(message))
                .map(Integer::parseInt)
                .orElse(0);
    }

    public void partTaken(Outgoing.Chat message, int parts) {
        notebook.write(message.school(), "whatsapp:parts:" + markOf(message), Integer.toString(parts), KEPT);
    }

    /** It arrived: from now on no failure of it is believed, and its words are not needed any more. */
    public void delivered(SchoolCode school, String mark) {
        notebook.write(school, "whatsapp:sent:" + mark, "", KEPT);
    }

    /** The message of that name, where it has left and has not arrived. */
    public Optional<Outgoing.Chat> find(SchoolCode school, String mark) {
        return notebook.read(school, "whatsapp:sent:" + mark).map(ChatNotes::read);
    }
}
