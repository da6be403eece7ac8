package uk.schoolgate.adapter.whatsapp.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/**
 * Messages that were held back a moment ago. Before a message is published Twilio gives it no id, so that it is known by
 * its group, author and words: the same again within ten minutes means that its author insists.
 */
public final class HeldMessages {
    private static final Duration MAY_INSIST = Duration.ofMinutes(10);

    private final Notebook notebook;
    private final Clock clock;

    public HeldMessages(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.clock = clock;
    }

    /** What a message is known by before it has an id. */
    public static String fingerprint(String conversation, PersonId author, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String whole = conversation + "\n" + author.value() + "\n" + text.strip();
            return HexFormat.of()
                    .formatHex(digest.digest(whole.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * A message that was held.
     *
     * @param event the id under which its author was told
     * @param raised whether a person at school was told already
     */
    public record Held(String event, boolean raised) {}

    /** Remembers that it was held. */
    public void held(SchoolCode school, String fingerprint, Held held) {
        notebook.write(school, key(fingerprint), (held.raised() ? "!" : "?") + held.event(), MAY_INSIST);
    }

    /** As what the same message was held within the last ten minutes. */
    public Optional<Held> heldAs(SchoolCode school, String fingerprint) {
        return notebook.read(school, key(fingerprint)).map(note -> new Held(note.substring(1), note.startsWith("!")));
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
