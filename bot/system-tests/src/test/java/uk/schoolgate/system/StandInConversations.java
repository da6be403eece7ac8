package uk.schoolgate.system;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for Twilio's Conversations as somebody sets it up: its webhooks, conversations and their participants. */
final class StandInConversations {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ROOT = "/v1/Conversations";
    private static final Answer NOT_FOUND =
            new Answer(404, "{\"code\":20404,\"message\":\"Not found\",\"status\":404}");

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, List<String>> members = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> seen = new LinkedHashMap<>();
    private Map<String, Object> hooks = Map.of("filters", List.of());

    /** What Twilio answers. */
    record Answer(int status, String json) {}

    /** The conversations' addresses by their names. */
    synchronized Map<String, String> addresses() {
        return names.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    /** Who is in a conversation, by their addresses on WhatsApp. */
    synchronized List<String> members(String conversation) {
        return List.copyOf(members.getOrDefault(conversation, List.of()));
    }

    /** A group sees a message of which no hook tells. */
    synchronized void sees(SortedMap<String, String> hook, Instant at) {
        seen.computeIfAbsent(hook.get("ConversationSid"), key -> new ArrayList<>())
                .addFirst(Map.of(
                        "sid", hook.get("MessageSid"),
                        "author", hook.get("Author"),
                        "body", hook.get("Body"),
                        "date_created", at.toString()));
    }

    synchronized Answer answer(String method, String path, Map<String, String> form, String body) {
        boolean post = method.equals("POST");
        if (path.equals("/v1/Configuration/Webhooks")) {
            return post ? configured(form, body) : ok(hooks);
        }
        if (path.equals(ROOT)) {
            return post ? made(form) : ok(Map.of("conversations", all(), "meta", Map.of()));
        }
        if (!path.startsWith(ROOT + "/")) {
            return NOT_FOUND;
        }
        String[] parts = path.substring(ROOT.length() + 1).split("/", -1);
        if (parts.length == 2 && parts[1].equals("Messages") && seen.containsKey(parts[0])) {
            return ok(Map.of("messages", seen.get(parts[0]), "meta", Map.of()));
        }
        if (!names.containsKey(parts[0])) {
            return NOT_FOUND;
        }
        if (parts.length == 1) {
            if (post) {
                names.put(parts[0], form.getOrDefault("FriendlyName", ""));
            }
            return ok(conversation(parts[0]));
        }
        return parts[1].equals("Participants") ? participants(parts[0], post, form) : NOT_FOUND;
    }

    private Answer configured(Map<String, String> form, String body) {
        List<String> filters = Arrays.stream(body.split("&", -1))
                .filter(pair -> pair.startsWith("Filters="))
                .map(pair -> URLDecoder.decode(pair.substring("Filters=".length()), StandardCharsets.UTF_8))
                .toList();
        hooks = Map.of(
                "method", form.getOrDefault("Method", ""),
                "pre_webhook_url", form.getOrDefault("PreWebhookUrl", ""),
                "post_webhook_url", form.getOrDefault("PostWebhookUrl", ""),
                "filters", filters);
        return ok(hooks);
    }

    private Answer made(Map<String, String> form) {
        String sid = "CH%032x".formatted(names.size() + 1);
        names.put(sid, form.getOrDefault("FriendlyName", ""));
        return new Answer(201, JSON.writeValueAsString(conversation(sid)));
    }

    private Answer participants(String sid, boolean post, Map<String, String> form) {
        List<String> here = members.computeIfAbsent(sid, key -> new ArrayList<>());
        if (post) {
            here.add(form.getOrDefault("MessagingBinding.Address", ""));
            return new Answer(201, "{\"sid\":\"MB%032x\"}".formatted(here.size()));
        }
        return ok(Map.of(
                "participants",
                here.stream()
                        .map(address -> Map.of("messaging_binding", Map.of("address", address)))
                        .toList()));
    }

    private List<Map<String, Object>> all() {
        return names.keySet().stream().map(this::conversation).toList();
    }

    private Map<String, Object> conversation(String sid) {
        return Map.of("sid", sid, "friendly_name", names.getOrDefault(sid, ""), "state", "active");
    }

    private static Answer ok(Map<String, Object> json) {
        return new Answer(200, JSON.writeValueAsString(json));
    }
}
