package uk.schoolgate.adapter.whatsapp.door;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.schoolgate.core.message.Media;

/** The pictures, films and documents that a webhook speaks of. */
final class AttachedMedia {
    private static final int MOST = 10;
    private static final JsonMapper JSON = JsonMapper.shared();

    private AttachedMedia() {}

    /** Of a message to the private line: numbered keys. */
    static List<Media> ofMessage(FormBody form) {
        List<Media> media = new ArrayList<>();
        for (int i = 0; i < MOST && !form.get("MediaUrl" + i).isEmpty(); i++) {
            media.add(new Media(type(form.get("MediaContentType" + i)), form.get("MediaUrl" + i)));
        }
        return media;
    }

    /** Of a message in a hosted group: a JSON list; anything else says that there is something, but not what. */
    static List<Media> ofConversation(FormBody form) {
        String text = form.get("Media");
        if (text.isBlank()) {
            return List.of();
        }
        try {
            return media(
                    JSON.readTree(text), "ContentType", "Sid", form.get("ConversationSid"), form.get("MessageSid"));
        } catch (JacksonException e) {
            return List.of(new Media(type(""), "unknown"));
        }
    }

    /** Of a message in a hosted group, out of a list of them. */
    static List<Media> ofList(String conversation, JsonNode message) {
        return media(
                message.path("media"),
                "content_type",
                "sid",
                conversation,
                message.path("sid").asString(""));
    }

    private static List<Media> media(JsonNode list, String type, String sid, String conversation, String message) {
        List<Media> media = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, list.size()); i++) {
            JsonNode one = list.get(i);
            if (one != null && one.isObject()) {
                media.add(new Media(
                        type(one.path(type).asString("")),
                        reference(conversation, message, one.path(sid).asString("unknown"))));
            }
        }
        return media;
    }

    /** With the message that it came with, once that has an id: without it nothing can be asked for at Twilio. */
    private static String reference(String conversation, String message, String media) {
        return message.isEmpty() ? media : "Conversations/" + conversation + "/Messages/" + message + "/Media/" + media;
    }

    private static String type(String given) {
        return given.isBlank() ? "application/octet-stream" : given;
    }
}
