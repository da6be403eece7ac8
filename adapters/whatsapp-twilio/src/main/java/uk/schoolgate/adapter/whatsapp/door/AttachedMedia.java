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
        List<Media> media = new ArrayList<>();
        try {
            JsonNode list = JSON.readTree(text);
            for (int i = 0; i < Math.min(MOST, list.size()); i++) {
                JsonNode one = list.get(i);
                if (one != null && one.isObject()) {
                    media.add(new Media(
                            type(one.path("ContentType").asString("")),
                            reference(form, one.path("Sid").asString("unknown"))));
                }
            }
        } catch (JacksonException e) {
            media.add(new Media(type(""), "unknown"));
        }
        return media;
    }

    /** With the message that it came with, once that has an id: without it nothing can be asked for at Twilio. */
    private static String reference(FormBody form, String media) {
        String message = form.get("MessageSid");
        return message.isEmpty()
                ? media
                : "Conversations/" + form.get("ConversationSid") + "/Messages/" + message + "/Media/" + media;
    }

    private static String type(String given) {
        return given.isBlank() ? "application/octet-stream" : given;
    }
}
