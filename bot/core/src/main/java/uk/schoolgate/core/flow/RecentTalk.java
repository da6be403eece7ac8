package uk.schoolgate.core.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import uk.schoolgate.core.message.Incoming;

/**
 * What was said in each group in the last minutes, for messages that make no sense alone. It is kept in memory, and never
 * stored: after a restart the first replies are read without it.
 */
public final class RecentTalk {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 3;

    private final Map<String, Deque<Said>> byGroup = new HashMap<>();

    private record Said(String id, Instant at, String text) {}

    /**
     * Takes a message in and gives what was said before it, oldest first.
     *
     * @param group what tells its group from all others
     * @param id the message's id; one that comes again is not taken for something said before
     */
    public synchronized List<String> before(String group, String id, Instant at, String text) {
        forget(at);
        Deque<Said> said = byGroup.computeIfAbsent(group, key -> new ArrayDeque<>());
        List<String> before = new ArrayList<>();
        for (Said earlier : said) {
            if (earlier.id().equals(id)) {
                return before;
            }
            if (!earlier.at().isAfter(at)) {
                before.add(earlier.text());
            }
        }
        said.addLast(new Said(id, at, text));
        if (said.size() > MOST) {
            said.removeFirst();
        }
        return before;
    }

    /** Takes a message in that came to the bot. */
    List<String> before(Incoming.Message message) {
        return before(
                message.school() + " " + message.conversation(), message.id().value(), message.at(), message.text());
    }

    private void forget(Instant now) {
        Instant oldest = now.minus(KEPT);
        Iterator<Deque<Said>> groups = byGroup.values().iterator();
        while (groups.hasNext()) {
            Deque<Said> said = groups.next();
            said.removeIf(earlier -> earlier.at().isBefore(oldest));
            if (said.isEmpty()) {
                groups.remove();
            }
        }
    }
}
