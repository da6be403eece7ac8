package uk.schoolgate.adapter.redis;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.schoolgate.core.concern.ConcernState;
import uk.schoolgate.core.handoff.Delivery;
import uk.schoolgate.core.message.Addressee;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Outgoing;

/** How the domain is written down: records as objects, sealed types with the simple name of the case. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // What was stored before a list was thought of has none of it.
            .withConfigOverride(
                    List.class, lists -> lists.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            // A count that was added to a record is 0 in what was stored before.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addMixIn(Incoming.class, Sealed.class)
            .addMixIn(Outgoing.class, Sealed.class)
            .addMixIn(Addressee.class, Sealed.class)
            .addMixIn(Conversation.class, Sealed.class)
            .addMixIn(Block.class, Sealed.class)
            .addMixIn(ConcernState.class, Sealed.class)
            .addMixIn(Delivery.class, Sealed.class)
            .build();

    /** Derived values such as an ordering key are worked out again, not stored. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "case")
    @JsonIgnoreProperties(
            value = {"orderingKey", "open"},
            allowGetters = false)
    private interface Sealed {}

    private Json() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}
