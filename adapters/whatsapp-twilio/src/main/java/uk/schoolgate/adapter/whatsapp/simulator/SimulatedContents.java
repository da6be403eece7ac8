package uk.schoolgate.adapter.whatsapp.simulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Content in the simulated account: templates that are approved, and quick replies that the bot makes itself. */
final class SimulatedContents {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern NOT_TAKEN = Pattern.compile("[\\n\\r\\t]| {5}");
    private static final String QUICK_REPLY = "twilio/quick-reply";

    private final Map<String, Content> bySid = new ConcurrentSkipListMap<>();

    private record Content(String sid, String name, boolean approved, JsonNode quickReply) {}

    /**
     * A content with its variables filled in.
     *
     * @param approved whether it may open a conversation
     */
    record Shown(boolean approved, String text, List<Phones.Choice> choices) {}

    SimulatedContents(Collection<ApprovedTemplate> templates) {
        for (ApprovedTemplate template : templates) {
            ObjectNode quickReply = JSON.createObjectNode().put("body", template.body());
            quickReply
                    .putArray("actions")
                    .addObject()
                    .put("title", template.button())
                    .put("id", template.payload());
            add(template.name(), true, quickReply);
        }
    }

    private String add(String name, boolean approved, JsonNode quickReply) {
        String sid = SimulatedSids.next("HX");
        bySid.put(sid, new Content(sid, name, approved, quickReply));
        return sid;
    }

    /** Makes a content of what the bot posted; empty where it is none that Twilio would take. */
    Optional<String> make(JsonNode posted) {
        String name = posted.path("friendly_name").asString("");
        JsonNode quickReply = posted.path("types").path(QUICK_REPLY);
        int actions = quickReply.path("actions").size();
        boolean fits =
                !name.isEmpty() && !quickReply.path("body").asString("").isEmpty() && actions > 0 && actions <= 10;
        for (JsonNode action : quickReply.path("actions")) {
            fits &= action.path("title").asString("").length() <= 20;
        }
        return fits ? Optional.of(add(name, false, quickReply)) : Optional.empty();
    }

    /** All of them, as Twilio lists them. */
    JsonNode list() {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode contents = page.putArray("contents");
        for (Content content : bySid.values()) {
            contents.addObject().put("sid", content.sid()).put("friendly_name", content.name());
        }
        return page;
    }

    /** Whether Twilio takes them: each on one line, without a tab or more than four spaces in a row. */
    static boolean areTaken(JsonNode variables) {
        return variables.properties().stream()
                .noneMatch(variable ->
                        NOT_TAKEN.matcher(variable.getValue().asString("")).find());
    }

    /** A content with its variables filled in; empty where there is none of that id. */
    Optional<Shown> show(String sid, JsonNode variables) {
        return Optional.ofNullable(bySid.get(sid)).map(content -> {
            List<Phones.Choice> choices = new ArrayList<>();
            for (JsonNode action : content.quickReply().path("actions")) {
                choices.add(new Phones.Choice(
                        action.path("title").asString(""),
                        filled(action.path("id").asString(""), variables)));
            }
            return new Shown(
                    content.approved(), filled(content.quickReply().path("body").asString(""), variables), choices);
        });
    }

    private static String filled(String text, JsonNode variables) {
        String filled = text;
        for (Map.Entry<String, JsonNode> variable : variables.properties()) {
            filled = filled.replace(
                    "{{" + variable.getKey() + "}}", variable.getValue().asString(""));
        }
        return filled;
    }
}
