package uk.schoolgate.adapter.whatsapp.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;

/** The part of Twilio's API that the bot calls, told apart by method and path; refuses as Twilio does. */
final class SimulatedApi implements HttpHandler {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TwilioAccount account;
    private final SimulatedContents contents;
    private final Outbox outbox;

    /** Takes messages that the bot sends. */
    interface Outbox {
        Reply toPerson(Map<String, String> form);

        Reply toGroup(String conversation, Map<String, String> form);

        /** What a group has seen. */
        Reply seenBy(String conversation);
    }

    /** An answer of the API. */
    record Reply(int status, String json) {
        static Reply created(String sid) {
            return new Reply(201, "{\"sid\":\"" + sid + "\",\"status\":\"queued\"}");
        }

        static Reply refused(int status, int code) {
            return new Reply(status, "{\"code\":" + code + ",\"message\":\"simulated\",\"status\":" + status + "}");
        }
    }

    SimulatedApi(TwilioAccount account, SimulatedContents contents, Outbox outbox) {
        this.account = account;
        this.contents = contents;
        this.outbox = outbox;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Reply reply = isOurs(exchange)
                ? reply(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body)
                : Reply.refused(401, 20003);
        byte[] json = reply.json().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), json.length == 0 ? -1 : json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    private boolean isOurs(HttpExchange exchange) {
        byte[] expected = (account.sid() + ":" + account.authToken()).getBytes(StandardCharsets.UTF_8);
        return ("Basic " + Base64.getEncoder().encodeToString(expected))
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private Reply reply(String method, String path, String body) {
        String messages = "/2010-04-01/Accounts/" + account.sid() + "/Messages";
        String conversations = "/v1/Conversations/";
        if (path.equals(messages + ".json") && method.equals("POST")) {
            return outbox.toPerson(form(body));
        }
        if (path.startsWith(messages + "/")) {
            return change(method, path.substring(messages.length() + 1));
        }
        if (path.startsWith(conversations) && path.endsWith("/Messages")) {
            String conversation = path.substring(conversations.length(), path.length() - "/Messages".length());
            return method.equals("POST") ? outbox.toGroup(conversation, form(body)) : outbox.seenBy(conversation);
        }
        if (path.equals("/v1/Content")) {
            return method.equals("POST")
                    ? make(body)
                    : new Reply(200, contents.list().toString());
        }
        return Reply.refused(404, 20404);
    }

    /** Redaction of a message, and removal of it or of its media: nothing of it is kept here anyway. */
    private static Reply change(String method, String what) {
        return switch (method) {
            case "POST" -> new Reply(200, "{\"sid\":\"" + what.replace(".json", "") + "\",\"body\":\"\"}");
            case "DELETE" -> new Reply(204, "");
            default -> Reply.refused(404, 20404);
        };
    }

    private Reply make(String body) {
        return json(body).flatMap(contents::make).map(Reply::created).orElseGet(() -> Reply.refused(400, 20001));
    }

    static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new TreeMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }
}
