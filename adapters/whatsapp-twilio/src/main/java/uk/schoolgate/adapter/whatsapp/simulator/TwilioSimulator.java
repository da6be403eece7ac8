package uk.schoolgate.adapter.whatsapp.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.simulator.SimulatedApi.Reply;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.school.PersonId;

/**
 * Plays Twilio with an account that exists nowhere else: its API, on a port that this computer alone reaches, and its
 * signed webhooks. It keeps Twilio's rules: the 24-hour window of each person, templates outside of it, 1,600 characters,
 * one line in a template's variable, the two hooks around a message in a hosted group.
 */
public final class TwilioSimulator implements AutoCloseable {
    private static final String SID = "AC" + "0".repeat(32);
    private static final String GROUP_NUMBER = "+447700900901";
    private static final String PRIVATE_NUMBER = "+447700900902";
    /** Reaches nobody; the bot only checks signatures over it. */
    private static final String PUBLIC_URL = "https://simulator.invalid";

    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Duration WEBHOOK_PATIENCE = Duration.ofSeconds(15);
    private static final Duration HOOK_PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST = 1600;
    private static final int THREADS = 4;
    private static final Pattern TWIML = Pattern.compile("<Message>(.*?)</Message>", Pattern.DOTALL);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final TwilioAccount account;
    private final SignedWebhooks webhooks;
    private final SimulatedContents contents;
    private final SimulatedGroups groups = new SimulatedGroups();
    private final Phones phones;
    private final Clock clock;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("twilio-simulator-", 0).factory());
    /** One at a time, after the call has returned. */
    private final ExecutorService callbacks = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("twilio-simulator-status").factory());

    /**
     * A message that somebody sends.
     *
     * @param event tells two deliveries of one message from two messages
     * @param name as WhatsApp shows its sender
     * @param photo whether a photo goes with it
     */
    public record Sent(String event, PersonId by, String name, String text, boolean photo) {}

    private TwilioSimulator(HttpServer server, Phones phones, Collection<ApprovedTemplate> templates, Clock clock) {
        this.server = server;
        this.account = new TwilioAccount(
                SID,
                SimulatedSids.next(""),
                GROUP_NUMBER,
                PRIVATE_NUMBER,
                PUBLIC_URL,
                Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
                true,
                // It keeps no copies.
                false);
        this.webhooks = new SignedWebhooks(account);
        this.contents = new SimulatedContents(templates);
        this.phones = phones;
        this.clock = clock;
    }

    /** Starts to play Twilio's API; its webhooks wait for {@link #connect}. */
    public static TwilioSimulator start(Phones phones, Collection<ApprovedTemplate> templates, Clock clock) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TwilioSimulator simulator = new TwilioSimulator(server, phones, templates, clock);
            server.createContext("/", new SimulatedApi(simulator.account, simulator.contents, simulator.new Outbox()));
            server.setExecutor(simulator.threads);
            server.start();
            return simulator;
        } catch (IOException e) {
            throw new UncheckedIOException("no port of this computer is free for the Twilio simulator", e);
        }
    }

    /** The account that is played; its token is another one each time. */
    public TwilioAccount account() {
        return account;
    }

    /** From now on webhooks go to the bot at this address. */
    public void connect(URI bot) {
        webhooks.connect(bot);
    }

    /**
     * Somebody writes to the private line.
     *
     * @param forwarded whether they send on what somebody else wrote
     * @throws StoreUnavailableException when the bot cannot take it just now
     */
    public void toPrivateLine(Sent message, boolean forwarded) {
        Map<String, String> form = privateForm(message);
        if (forwarded) {
            form.put("Forwarded", "true");
        }
        deliver(message, form);
    }

    /**
     * Somebody presses a button under a message of the private line.
     *
     * @param message with the button's label as its text
     * @throws StoreUnavailableException when the bot cannot take it just now
     */
    public void press(Sent message, String payload) {
        Map<String, String> form = privateForm(message);
        form.put("ButtonText", message.text());
        form.put("ButtonPayload", payload);
        form.put("MessageType", "button");
        deliver(message, form);
    }

    private Map<String, String> privateForm(Sent message) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("MessageSid", SimulatedSids.of("SM", message.event()));
        form.put("From", TwilioAccount.address(message.by().value()));
        form.put("To", TwilioAccount.address(PRIVATE_NUMBER));
        form.put("ProfileName", message.name());
        form.put("Body", message.text());
        form.put("NumMedia", "0");
        return form;
    }

    private void deliver(Sent message, Map<String, String> form) {
        // An answer in the webhook's own response is a message of its own; the bot gives one where it may send none.
        webhooks.post(TwilioAccount.MESSAGES, form, WEBHOOK_PATIENCE).ifPresent(response -> {
            Matcher said = TWIML.matcher(response.body());
            if (said.find()) {
                phones.fromPrivateLine(
                        SimulatedSids.of("SM", message.event() + ":reply"),
                        message.by(),
                        unescaped(said.group(1)),
                        List.of());
            }
        });
    }

    private static String unescaped(String xml) {
        return xml.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /**
     * Somebody writes in a hosted group.
     *
     * @param conversation the group's id at Twilio
     * @param shown is given the words as the group sees them, before the bot hears that it has
     * @return false where the bot kept it from the group
     * @throws StoreUnavailableException when the bot cannot take it just now
     */
    public boolean intoGroup(Sent message, String conversation, Consumer<String> shown) {
        Map<String, String> form = groupForm(message, conversation);
        form.put("EventType", "onMessageAdd");
        Optional<HttpResponse<String>> verdict = webhooks.post(TwilioAccount.CONVERSATIONS, form, HOOK_PATIENCE);
        if (verdict.filter(response -> response.statusCode() >= 400).isPresent()) {
            return false;
        }
        String text = verdict.flatMap(response -> SimulatedApi.json(response.body()))
                .map(json -> json.path("body").asString(message.text()))
                .orElse(message.text());
        shown.accept(text);
        String sid = SimulatedSids.of("IM", message.event());
        groups.saw(conversation, sid, TwilioAccount.address(message.by().value()), text, clock.instant());
        form.put("EventType", "onMessageAdded");
        form.put("MessageSid", sid);
        form.put("Body", text);
        form.put("DateCreated", clock.instant().toString());
        webhooks.post(TwilioAccount.CONVERSATIONS, form, HOOK_PATIENCE);
        return true;
    }

    private static Map<String, String> groupForm(Sent message, String conversation) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("ConversationSid", conversation);
        form.put(
                "ParticipantSid",
                SimulatedSids.of("MB", conversation + message.by().value()));
        form.put("Author", TwilioAccount.address(message.by().value()));
        form.put("Source", "WHATSAPP");
        form.put("Body", message.text());
        if (message.photo()) {
            form.put(
                    "Media",
                    JSON.createArrayNode()
                            .add(JSON.createObjectNode()
                                    .put("Sid", SimulatedSids.of("ME", message.event()))
                                    .put("ContentType", "image/jpeg")
                                    .put("Filename", "photo.jpg"))
                            .toString());
        }
        return form;
    }

    /** Takes what the bot sends, shows it, and tells the bot what became of it. */
    private final class Outbox implements SimulatedApi.Outbox {
        @Override
        public Reply toGroup(String conversation, Map<String, String> form) {
            String sid = SimulatedSids.next("IM");
            String text = form.getOrDefault("Body", "");
            phones.intoGroup(sid, conversation, text);
            groups.saw(conversation, sid, form.getOrDefault("Author", ""), text, clock.instant());
            return Reply.created(sid);
        }

        @Override
        public Reply seenBy(String conversation) {
            return new Reply(200, groups.list(conversation));
        }

        @Override
        public Reply toPerson(Map<String, String> form) {
            String text = form.getOrDefault("Body", "");
            if (text.length() > LONGEST) {
                return Reply.refused(400, 21617);
            }
            Optional<JsonNode> variables = SimulatedApi.json(form.getOrDefault("ContentVariables", "{}"));
            Optional<SimulatedContents.Shown> content =
                    variables.flatMap(it -> contents.show(form.getOrDefault("ContentSid", ""), it));
            if (text.isEmpty() == content.isEmpty()
                    || !form.getOrDefault("To", "").startsWith("whatsapp:")) {
                return Reply.refused(400, 21619);
            }
            if (variables.filter(SimulatedContents::areTaken).isEmpty()) {
                return Reply.refused(400, 21656);
            }
            String sid = SimulatedSids.next("SM");
            send(sid, form, content.orElseGet(() -> new SimulatedContents.Shown(false, text, List.of())));
            return Reply.created(sid);
        }

        private void send(String sid, Map<String, String> form, SimulatedContents.Shown message) {
            PersonId person = new PersonId(form.getOrDefault("To", "").replaceFirst("^whatsapp:(?=\\+)", ""));
            boolean inWindow = phones.lastWrote(person)
                    .filter(at -> at.isAfter(clock.instant().minus(WINDOW)))
                    .isPresent();
            String callback = form.getOrDefault("StatusCallback", "").replaceFirst("^" + Pattern.quote(PUBLIC_URL), "");
            if (inWindow || message.approved()) {
                phones.fromPrivateLine(sid, person, message.text(), message.choices());
                tell(callback, sid, "sent", "");
                tell(callback, sid, "delivered", "");
            } else {
                tell(callback, sid, "undelivered", "63016");
            }
        }

        private void tell(String callback, String sid, String status, String code) {
            if (callback.isEmpty()) {
                return;
            }
            Map<String, String> form = new LinkedHashMap<>(Map.of("MessageSid", sid, "MessageStatus", status));
            if (!code.isEmpty()) {
                form.put("ErrorCode", code);
            }
            callbacks.execute(() -> {
                try {
                    webhooks.post(callback, form, WEBHOOK_PATIENCE);
                } catch (StoreUnavailableException e) {
                    // Twilio does not come again with a status either.
                }
            });
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        callbacks.shutdownNow();
    }
}
