package uk.schoolgate.adapter.whatsapp.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/**
 * Who has been in touch with the bot, who wants no messages, and to whom free text may be sent just now. Nobody is
 * messaged who has not been in touch: writing to the private line or in a hosted group is contact; being talked about
 * is not.
 */
public final class Contacts {
    /** WhatsApp allows free text for a day after a person's last message; a little less, for the message's own way. */
    private static final Duration WINDOW = Duration.ofHours(24).minusMinutes(5);

    /** Consent that was not used for over a school year has to be given again. */
    private static final Duration CONSENT = Duration.ofDays(400);

    private static final Duration UNREACHABLE = Duration.ofDays(7);

    /** Told any later, it would be one more message that they don't want. */
    private static final Duration OWED = Duration.ofHours(1);

    private static final String NAMELESS = "-";

    /** What keeps a person from being messaged. */
    public enum Standing {
        WELCOME,
        NEVER_IN_TOUCH,
        STOPPED,
        UNREACHABLE
    }

    private final Notebook notebook;
    private final Clock clock;

    public Contacts(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.clock = clock;
    }

    /** The school's key for somebody, from Twilio's address of them; it need not be a number. */
    public static PersonId person(String address) {
        PersonId bare = new PersonId(address.replaceFirst("^whatsapp:", ""));
        return bare.isPhone() ? bare : new PersonId("whatsapp:" + bare.value());
    }

    /**
     * Somebody wrote to one of our numbers.
     *
     * @param name as WhatsApp shows them; may be empty
     * @param number which of our numbers they wrote to: each has its own window
     * @param at when they wrote, which may be a while ago
     */
    public void wrote(SchoolCode school, PersonId person, String name, String number, Instant at) {
        String shown =
                name.isBlank() ? notebook.read(school, key("contact", person)).orElse(NAMELESS) : name;
        notebook.write(school, key("contact", person), shown, CONSENT);
        // A message may be heard of long after it was written, and after what has happened since.
        if (!isSince(school, key("unreachable", person), at)) {
            notebook.write(school, key("unreachable", person), "", UNREACHABLE);
        }
        Duration left = WINDOW.minus(Duration.between(at, clock.instant()));
        String window = key("window:" + number, person);
        if (left.isPositive() && !isSince(school, window, at)) {
            notebook.write(school, window, at.toString(), left);
        }
    }

    /** The name that somebody goes by on WhatsApp, if they have been in touch and have one. */
    public Optional<String> nameOf(SchoolCode school, PersonId person) {
        return notebook.read(school, key("contact", person)).filter(name -> !name.equals(NAMELESS));
    }

    public void stop(SchoolCode school, PersonId person) {
        notebook.write(school, key("stopped", person), clock.instant().toString(), CONSENT.multipliedBy(10));
    }

    /** Once more they are written to although they have stopped: to be told what that ended is owed to them. */
    public void owe(SchoolCode school, PersonId person, EventId answerTo) {
        notebook.write(school, key("owed", person), answerTo.value(), OWED);
    }

    /** Whether a message is the one that is owed to them. */
    public boolean isOwed(PersonId person, Outgoing.Chat message) {
        return notebook.read(message.school(), key("owed", person))
                .filter(event -> message.id().startsWith(event + "/"))
                .isPresent();
    }

    public void start(SchoolCode school, PersonId person) {
        notebook.write(school, key("stopped", person), "", CONSENT);
    }

    /** Twilio cannot reach them; until they write again there is no use in trying. */
    public void unreachable(SchoolCode school, PersonId person) {
        notebook.write(school, key("unreachable", person), clock.instant().toString(), UNREACHABLE);
    }

    /** Whether they may be messaged. */
    public Standing standing(SchoolCode school, PersonId person) {
        if (notebook.read(school, key("stopped", person)).isPresent()) {
            return Standing.STOPPED;
        }
        if (notebook.read(school, key("contact", person)).isEmpty()) {
            return Standing.NEVER_IN_TOUCH;
        }
        return notebook.read(school, key("unreachable", person)).isPresent() ? Standing.UNREACHABLE : Standing.WELCOME;
    }

    /** Whether free text from that number of ours reaches them just now. */
    public boolean inWindow(SchoolCode school, PersonId person, String number) {
        return notebook.read(school, key("window:" + number, person)).isPresent();
    }

    /**
     * Twilio says that the window was closed, whatever we thought.
     *
     * @param at when the message left that Twilio says it of; where the person has written since, the window is open again
     */
    public void closeWindow(SchoolCode school, PersonId person, String number, Instant at) {
        String window = key("window:" + number, person);
        if (!isSince(school, window, at)) {
            notebook.write(school, window, "", WINDOW);
        }
    }

    /** Whether what a note tells of, by its time, happened after another thing. */
    private boolean isSince(SchoolCode school, String note, Instant at) {
        return notebook.read(school, note)
                .filter(happened -> Instant.parse(happened).isAfter(at))
                .isPresent();
    }

    private static String key(String kind, PersonId person) {
        return "whatsapp:" + kind + ":" + person.value();
    }
}
