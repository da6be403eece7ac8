package uk.schoolgate.adapter.whatsapp.sending;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Answer;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Host;
import uk.schoolgate.core.concern.ConcernAction;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Content;

/**
 * Content at Twilio, by its name: the approved templates, which open a conversation, and sets of quick replies, which
 * need no approval inside the window and are made when they are first needed.
 */
public final class Templates {
    /** The templates that a school submits; their texts are in {@code prompts/whatsapp}. */
    public enum Template {
        /** To an author: a private word waits. */
        NOTICE,
        /** To a reviewer: a message waits for a decision. */
        REVIEW,
        /** To a named contact: something urgent waits. */
        URGENT,
        /** Anything else that waits. */
        WAITING;

        /** Its name in the account. */
        public String friendlyName() {
            return "schoolgate_" + key() + "_en";
        }

        /** The template that goes by that name in a callback's URL. */
        public static Optional<Template> called(String key) {
            return Arrays.stream(values())
                    .filter(template -> template.key().equals(key))
                    .findFirst();
        }

        /** Its name in a callback's URL. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The template for a message, by what its buttons ask. */
        static Template of(Content content) {
            return content.buttons().stream()
                    .flatMap(button -> ConcernAction.parse(button.action()).stream())
                    .findFirst()
                    .map(action -> switch (action.verb()) {
                        case REMOVED, OBJECT -> NOTICE;
                        case HAND_OVER, SURE, DISMISS, SORTED -> REVIEW;
                        case TAKE_ON -> URGENT;
                    })
                    .orElse(WAITING);
        }
    }

    /** Stands for all sets of quick replies, where it matters whether Twilio takes any of them. */
    public static final String QUICK_REPLIES = "quick-replies";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, String> A_PAGE = Map.of("PageSize", "500");

    private final TwilioApi api;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    public Templates(TwilioApi api) {
        this.api = api;
    }

    /** Either the id of a content, or why there is none. */
    sealed interface Found {
        record Content(String sid) implements Found {}

        record None(Answer answer) implements Found {}
    }

    /** What was known of the account's content may have changed: it is looked up again. */
    void forget() {
        known.clear();
    }

    /** An approved template. */
    Found find(Template template) {
        return find(template.friendlyName());
    }

    private Found find(String name) {
        String sid = known.get(name);
        if (sid != null) {
            return new Found.Content(sid);
        }
        Answer answer = api.get(Host.CONTENT, "/v1/Content", A_PAGE);
        for (JsonNode content : answer.json().path("contents")) {
            known.putIfAbsent(
                    content.path("friendly_name").asString(""),
                    content.path("sid").asString(""));
        }
        return Optional.ofNullable(known.get(name))
                .<Found>map(Found.Content::new)
                .orElseGet(() -> new Found.None(answer));
    }

    /** Quick replies with those labels: the body and what the buttons send back are variables. */
    Found quickReplies(List<Button> buttons) {
        String name = "schoolgate_choice_"
                + Integer.toHexString(
                        buttons.stream().map(Button::label).toList().hashCode());
        Found found = find(name);
        if (found instanceof Found.Content || (found instanceof Found.None(Answer answer) && !answer.ok())) {
            return found;
        }
        Answer made = api.postJson(Host.CONTENT, "/v1/Content", quickReply(name, buttons));
        if (!made.ok() || made.text("sid").isEmpty()) {
            return new Found.None(made);
        }
        known.put(name, made.text("sid"));
        return new Found.Content(made.text("sid"));
    }

    private static ObjectNode quickReply(String name, List<Button> buttons) {
        ObjectNode content = JSON.createObjectNode();
        content.put("friendly_name", name).put("language", "en");
        ObjectNode variables = content.putObject("variables").put("1", "Please choose");
        ObjectNode quickReply = content.putObject("types").putObject("twilio/quick-reply");
        quickReply.put("body", "{{1}}");
        ArrayNode actions = quickReply.putArray("actions");
        for (int i = 0; i < buttons.size(); i++) {
            String variable = Integer.toString(i + 2);
            variables.put(variable, "choice" + variable);
            actions.addObject()
                    .put("type", "QUICK_REPLY")
                    .put("title", buttons.get(i).label())
                    .put("id", "{{" + variable + "}}");
        }
        return content;
    }
}
