package uk.schoolgate.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Stands in for Twilio's API: takes messages, keeps them to be looked at, and can be told to fail. */
final class TwilioStandIn implements AutoCloseable {
    private static final int THREADS = 4;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final StandInConversations conversations = new StandInConversations();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicLong number = new AtomicLong();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile int failing = 500;

    /**
     * A message that the bot sent.
     *
     * @param path of the call
     * @param form its pairs
     * @param nanos when, by {@link System#nanoTime()}
     */
    record Taken(String path, Map<String, String> form, long nanos) {
        String value(String key) {
            return form.getOrDefault(key, "");
        }
    }

    private TwilioStandIn(HttpServer server) {
        this.server = server;
    }

    static TwilioStandIn start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TwilioStandIn standIn = new TwilioStandIn(server);
            server.createContext("/", standIn::answer);
            server.setExecutor(standIn.threads);
            server.start();
            return standIn;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next calls that would send something end with this status, and nothing of them is taken. */
    void failNext(int calls, int status) {
        failing = status;
        failures.set(calls);
    }

    /** What went from the private line to a person, oldest first. */
    List<Taken> toPerson(String phone) {
        return taken.stream()
                .filter(message -> message.value("To").equals("whatsapp:" + phone))
                .toList();
    }

    /** The words that went from the private line to a person, oldest first. */
    List<String> bodiesTo(String phone) {
        return toPerson(phone).stream().map(message -> message.value("Body")).toList();
    }

    /** How many calls failed as they were told to. */
    int refusals() {
        return refusals.get();
    }

    /** What was said in a hosted group, oldest first. */
    List<Taken> toGroup(String conversation) {
        return taken.stream()
                .filter(message -> message.path().endsWith("/v1/Conversations/" + conversation + "/Messages"))
                .toList();
    }

    /** What is set up of Conversations. */
    StandInConversations conversations() {
        return conversations;
    }

    /** Everything that was taken, oldest first. */
    List<Taken> all() {
        return List.copyOf(taken);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!isOurs(exchange)) {
            reply(exchange, 401, "{\"code\":20003,\"message\":\"Authenticate\",\"status\":401}");
        } else if (exchange.getRequestMethod().equals("POST") && path.endsWith("/Messages.json")) {
            take(exchange, path, body, "SM", 201);
        } else if (exchange.getRequestMethod().equals("POST") && path.endsWith("/Messages")) {
            take(exchange, path, body, "IM", 201);
        } else if (path.startsWith("/v1/")) {
            StandInConversations.Answer answer =
                    conversations.answer(exchange.getRequestMethod(), path, TwilioWebhooks.decoded(body), body);
            reply(exchange, answer.status(), answer.json());
        } else {
            reply(exchange, 404, "{\"code\":20404,\"message\":\"Not found\",\"status\":404}");
        }
    }

    private static boolean isOurs(HttpExchange exchange) {
        String expected = TwilioWebhooks.ACCOUNT + ":" + TwilioWebhooks.TOKEN;
        String header = "Basic " + Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.UTF_8));
        return header.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private void take(HttpExchange exchange, String path, String body, String kind, int status) throws IOException {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            refusals.incrementAndGet();
            exchange.getResponseHeaders().add("Retry-After", "1");
            reply(exchange, failing, "{\"code\":20429,\"message\":\"Not now\",\"status\":" + failing + "}");
            return;
        }
        taken.add(new Taken(path, TwilioWebhooks.decoded(body), System.nanoTime()));
        String sid = kind + "%032x".formatted(number.incrementAndGet());
        reply(exchange, status, "{\"sid\":\"" + sid + "\",\"status\":\"queued\"}");
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
