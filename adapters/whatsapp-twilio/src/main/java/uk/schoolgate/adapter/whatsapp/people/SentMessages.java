package uk.schoolgate.adapter.whatsapp.people;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/** What has left: how much of it, so that a second attempt goes on where the first stopped, and whether it arrived. */
public final class SentMessages {
    /** Twilio tells of a message's fate within hours. */
    private static final Duration KEPT = Duration.ofDays(3);

    /**
     * How a message goes to its reader. Each has its own parts: what was taken of one says nothing of the other, since
     * between two attempts the window may close, or open.
     */
    public enum Way {
        /** The message itself. */
        WORDS,
        /** The template that says that it is there. */
        TEMPLATE
    }

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

    /** How many parts of it Twilio has taken that way. */
    public int partsTaken(Outgoing.Chat message, Way way) {
        return partsTaken(message.school(), markOf(message), way);
    }

    private int partsTaken(SchoolCode school, String mark, Way way) {
        return notebook.read(school, partsKey(mark, way)).map(Integer::parseInt).orElse(0);
    }

    /** Twilio has taken so many parts of it that way. */
    public void partTaken(Outgoing.Chat message, Way way, int parts) {
        // An earlier part may have arrived already, and the message been forgotten with it.
        leaving(message);
        notebook.write(message.school(), partsKey(markOf(message), way), Integer.toString(parts), KEPT);
    }

    private static String partsKey(String mark, Way way) {
        return "whatsapp:parts:" + way.name().toLowerCase(Locale.ROOT) + ":" + mark;
    }

    /**
     * A part arrived: from now on no failure of it is believed. When all have, the message's words are not needed any more.
     *
     * @param mark the message's short name
     * @param sid Twilio's id of the part
     */
    public void delivered(SchoolCode school, String mark, String sid) {
        Set<String> arrived = new TreeSet<>(arrived(school, mark));
        arrived.add(sid);
        notebook.write(school, "whatsapp:arrived:" + mark, String.join(",", arrived), KEPT);
        int taken = Arrays.stream(Way.values())
                .mapToInt(way -> partsTaken(school, mark, way))
                .sum();
        if (arrived.size() >= taken) {
            notebook.write(school, "whatsapp:sent:" + mark, "", KEPT);
        }
    }

    /** The message of that name, where it has left and this part of it has not arrived. */
    public Optional<Outgoing.Chat> find(SchoolCode school, String mark, String sid) {
        return arrived(school, mark).contains(sid)
                ? Optional.empty()
                : notebook.read(school, "whatsapp:sent:" + mark).map(ChatNotes::read);
    }

    private Set<String> arrived(SchoolCode school, String mark) {
        return notebook.read(school, "whatsapp:arrived:" + mark)
                .map(sids -> Set.of(sids.split(",")))
                .orElse(Set.of());
    }
}
