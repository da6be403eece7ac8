package uk.schoolgate.adapter.whatsapp.people;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Outgoing;

/** Writes messages of ours down as a note. */
public final class ChatNotes {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            // A mark that was added to a record is not set in what was noted before.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addMixIn(Outgoing.class, Plain.class)
            .addMixIn(Conversation.class, Sealed.class)
            .addMixIn(Block.class, Sealed.class)
            .build();

    /** Derived values are worked out again, not stored. */
    @JsonIgnoreProperties("orderingKey")
    private interface Plain {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "case")
    private interface Sealed {}

    private ChatNotes() {}

    static String write(List<Outgoing.Chat> messages) {
        return MAPPER.writeValueAsString(messages);
    }

    static List<Outgoing.Chat> readAll(String note) {
        return List.of(MAPPER.readValue(note, Outgoing.Chat[].class));
    }

    /** One message. */
    public static String write(Outgoing.Chat message) {
        return MAPPER.writeValueAsString(message);
    }

    /** The message of a note. */
    public static Outgoing.Chat read(String note) {
        return MAPPER.readValue(note, Outgoing.Chat.class);
    }
}
