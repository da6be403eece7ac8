package uk.schoolgate.adapter.whatsapp.simulator;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What simulated groups have seen lately, as Twilio lists it: newest first, and on one page here. */
final class SimulatedGroups {
    private static final int MOST = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Deque<ObjectNode>> groups = new HashMap<>();

    synchronized void saw(String conversation, String sid, String author, String text, Instant at) {
        Deque<ObjectNode> seen = groups.computeIfAbsent(conversation, key -> new ArrayDeque<>());
        seen.addFirst(JSON.createObjectNode()
                .put("sid", sid)
                .put("author", author)
                .put("body", text)
                .put("date_created", at.toString()));
        if (seen.size() > MOST) {
            seen.removeLast();
        }
    }

    synchronized String list(String conversation) {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode messages = page.putArray("messages");
        groups.getOrDefault(conversation, new ArrayDeque<>()).forEach(messages::add);
        page.putObject("meta").putNull("next_page_url");
        return page.toString();
    }
}
