package uk.schoolgate.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Delivers events as a messaging platform does: again and again until it is told that they arrived, some twice, some late. */
final class Deliveries implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String MESSAGES = "/playground/messages";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int AGAIN_AFTER_MILLIS = 250;
    private static final int LATEST_MILLIS = 15_000;
    private static final int TWICE_EVERY = 10;
    private static final int LATE_EVERY = 25;
    private static final int THREADS = 24;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ScheduledExecutorService platform = Executors.newScheduledThreadPool(THREADS);
    private final List<String> doors;
    private final Random random;
    private final AtomicInteger events = new AtomicInteger();
    private final AtomicInteger copies = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final AtomicInteger underway = new AtomicInteger();

    /** @param doors addresses of the bots; each event goes to one, the next attempt to the next */
    Deliveries(List<String> doors, Random random) {
        this.doors = List.copyOf(doors);
        this.random = random;
    }

    /** Delivers a message after a while; {@link #underway} counts it until it has arrived. */
    void post(DrillMessages.Post post, Duration after) {
        deliver(MESSAGES, json(post), after);
    }

    /** Delivers a message and returns when it has arrived, once and without delay. */
    void postNow(DrillMessages.Post post) {
        int door = events.incrementAndGet();
        while (!arrives(MESSAGES, json(post).toString(), door)) {
            LockSupport.parkNanos(Duration.ofMillis(AGAIN_AFTER_MILLIS).toNanos());
            door++;
        }
    }

    /** Delivers that a message was changed, or deleted; the same change has the same id. */
    void revise(DrillMessages.Post post, DrillMessages.Revision revision) {
        ObjectNode json = MAPPER.createObjectNode()
                .put("school", DrillSchool.CODE)
                .put("author", post.author())
                .put("group", post.group().address())
                .put("message", DrillMessages.eventOf(post.id()))
                .put("id", revision.idFor(post));
        revision.textFor(post).ifPresent(text -> json.put("text", text));
        deliver("/playground/revisions", json, Duration.ZERO);
    }

    private static ObjectNode json(DrillMessages.Post post) {
        return MAPPER.createObjectNode()
                .put("school", DrillSchool.CODE)
                .put("author", post.author())
                .put("group", post.group().address())
                .put("text", post.text())
                .put("photo", post.outcome() == DrillMessages.Outcome.NUDGE)
                .put("id", post.id());
    }

    /** Delivers a press of a button; the same press has the same id. */
    void press(String by, String action) {
        ObjectNode json = MAPPER.createObjectNode()
                .put("school", DrillSchool.CODE)
                .put("by", by)
                .put("action", action)
                .put("label", "pressed")
                .put("id", "press-" + by + "-" + action);
        deliver("/playground/presses", json, Duration.ZERO);
    }

    private synchronized void deliver(String path, ObjectNode json, Duration after) {
        int number = events.incrementAndGet();
        long wait = after.toMillis();
        if (number % LATE_EVERY == 0) {
            late.incrementAndGet();
            wait += random.nextInt(LATEST_MILLIS);
        }
        schedule(path, json.toString(), number, wait);
        if (number % TWICE_EVERY == 0) {
            copies.incrementAndGet();
            // Half of the copies come at once, half of them when the first has long been worked on.
            schedule(
                    path,
                    json.toString(),
                    number,
                    wait + (number % (2 * TWICE_EVERY) == 0 ? 0 : random.nextInt(LATEST_MILLIS)));
        }
    }

    private void schedule(String path, String body, int door, long wait) {
        underway.incrementAndGet();
        var _ = platform.schedule(() -> attempt(path, body, door), wait, TimeUnit.MILLISECONDS);
    }

    private void attempt(String path, String body, int door) {
        if (arrives(path, body, door)) {
            underway.decrementAndGet();
        } else {
            refused.incrementAndGet();
            var _ = platform.schedule(() -> attempt(path, body, door + 1), AGAIN_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private boolean arrives(String path, String body, int door) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(doors.get(door % doors.size()) + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(Bot.PLAYGROUND_HEADER, "1")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 202 && status < 500) {
                wrong.add(status + " to " + body);
                return true;
            }
            return status == 202;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What the bot called a bad request; there must be none. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** How many deliveries have not arrived yet. */
    int underway() {
        return underway.get();
    }

    String figures() {
        return "%d events, %d delivered twice, %d late, %d attempts met a dead bot or store"
                .formatted(events.get(), copies.get(), late.get(), refused.get());
    }

    @Override
    public void close() {
        platform.shutdownNow();
        client.close();
    }
}
