package uk.schoolgate.adapter.whatsapp.people;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.text.Fingerprint;

/**
 * Messages that were held back a moment ago. Before a message is published Twilio gives it no id, so that it is known by
 * its group, author and words: the same again within ten minutes means that its author insists, where they know why.
 */
public final class HeldMessages {
    private static final Duration MAY_INSIST = Duration.ofMinutes(10);
    /** Longer than a bot that has just started looks back for what no hook has told of. */
    private static final Duration LISTED = Duration.ofDays(4);

    private final Notebook notebook;
    private final Clock clock;

    public HeldMessages(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.clock = clock;
    }

    /** What a message is known by before it has an id. */
    public static String fingerprint(String conversation, PersonId author, String text) {
        return Fingerprint.of(conversation + "\n" + author.value() + "\n" + text.strip(), 16);
    }

    /**
     * A message that was held.
     *
     * @param event the id under which its author was told
     */
    public record Held(String event, Reason reason) {}

    /** Why a message was held, weakest first. */
    public enum Reason {
        /** It could not be looked at in time: its author was asked to send it again. */
        LATE('~'),
        /** It needs a review: its author was told why, and may insist. */
        REVIEW('?'),
        /** A person at school was told already. */
        URGENT('!');

        private final char mark;

        Reason(char mark) {
            this.mark = mark;
        }

        private static Reason of(String note) {
            return Arrays.stream(values())
                    .filter(reason -> note.charAt(0) == reason.mark)
                    .findFirst()
                    .orElse(LATE);
        }
    }

    /** Remembers that it was held. */
    public void held(SchoolCode school, String fingerprint, Held held) {
        notebook.write(school, key(fingerprint), held.reason().mark + held.event(), MAY_INSIST);
    }

    /** As what the same message was held within the last ten minutes. */
    public Optional<Held> heldAs(SchoolCode school, String fingerprint) {
        return notebook.read(school, key(fingerprint)).map(note -> new Held(note.substring(1), Reason.of(note)));
    }

    /**
     * It was published all the same.
     *
     * @param sid its id at Twilio, where it is listed from now on
     * @param event the id under which it was held
     */
    public void published(SchoolCode school, String sid, String event) {
        notebook.write(school, publishedKey(sid), event, LISTED);
    }

    /** Under which id a message was held that was published all the same. */
    public Optional<String> publishedAs(SchoolCode school, String sid) {
        return notebook.read(school, publishedKey(sid));
    }

    private static String publishedKey(String sid) {
        return "whatsapp:published:" + sid;
    }

    /** It goes through now; the next of the same words starts afresh. */
    public void forget(SchoolCode school, String fingerprint) {
        notebook.write(school, key(fingerprint), "", MAY_INSIST);
    }

    /** A new id for a held message: the same words an hour later are another event. */
    public String newEvent(String fingerprint) {
        return "twilio:held:" + fingerprint + ":" + clock.instant().getEpochSecond();
    }

    private static String key(String fingerprint) {
        return "whatsapp:held:" + fingerprint;
    }
}
