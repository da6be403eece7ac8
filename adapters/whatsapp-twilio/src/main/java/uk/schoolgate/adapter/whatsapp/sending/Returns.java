package uk.schoolgate.adapter.whatsapp.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.schoolgate.adapter.whatsapp.people.SentMessages;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.message.Outgoing;

/**
 * Messages that came back, since they did not arrive: how often each has, and how long it rests. That rest is the
 * message's own: one that fails for a reason that nobody knows shall not keep the others of its number waiting.
 */
public final class Returns {
    /** The id of a message that came back is that of its coming back, which says how often it has. */
    private static final Pattern CAME_BACK = Pattern.compile("twilio:back:([0-9]{1,3}):[0-9a-f]+");

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 10;

    private final Notebook notebook;
    private final Clock clock;

    public Returns(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.clock = clock;
    }

    /** How often a message has come back. */
    public static int of(Outgoing.Chat message) {
        Matcher matcher = CAME_BACK.matcher(message.id());
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** The id of its coming back once more: however many parts of it failed, it is one. */
    public static EventId next(Outgoing.Chat message) {
        return new EventId("twilio:back:" + (of(message) + 1) + ":" + SentMessages.markOf(message));
    }

    /** Once it has come back, a message rests: each time twice as long. */
    public void rest(Outgoing.Chat message) {
        Duration pause = Slowdown.jittered(FIRST.multipliedBy(1L << Math.min(of(message), MOST_DOUBLINGS)));
        notebook.write(
                message.school(),
                key(next(message).value()),
                clock.instant().plus(pause).toString(),
                pause);
    }

    /** How much longer a message rests; empty where it may be sent. */
    Optional<Duration> left(Outgoing.Chat message) {
        Matcher matcher = CAME_BACK.matcher(message.id());
        if (!matcher.find()) {
            return Optional.empty();
        }
        return notebook.read(message.school(), key(matcher.group()))
                .map(until -> Duration.between(clock.instant(), Instant.parse(until)))
                .filter(Duration::isPositive);
    }

    private static String key(String back) {
        return "whatsapp:rest-of:" + back;
    }
}
