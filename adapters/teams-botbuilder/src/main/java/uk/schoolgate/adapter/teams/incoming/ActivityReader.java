package uk.schoolgate.adapter.teams.incoming;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import com.microsoft.bot.restclient.serializer.JacksonAdapter;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.Entity;
import com.microsoft.bot.schema.Serialization;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import uk.schoolgate.adapter.teams.trust.RefusedException;

/** Reads activities with bounds: neither length nor depth may cost more than a real one. */
public final class ActivityReader {
    /** Teams' own limit for a message is about 100 KB, with everything in it. */
    public static final int LONGEST = 256 * 1024;

    private static final int DEEPEST = 64;
    private static final int LONGEST_NAME = 1024;
    private static final int LONGEST_NUMBER = 64;

    private final ObjectMapper mapper;

    public ActivityReader() {
        // In the executable jar these find their modules by the class loader of the thread that loads them first, and a
        // pool's thread has the wrong one.
        load(Serialization.class);
        load(Entity.class);
        load(JacksonAdapter.class);
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(LONGEST)
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST)
                        .maxNameLength(LONGEST_NAME)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .build();
        this.mapper = JsonMapper.builder(factory)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
                .addModules(new Jdk8Module(), new JavaTimeModule(), new ParameterNamesModule())
                .addMixIn(Activity.class, ReadableTimes.class)
                .build();
    }

    private static void load(Class<?> type) {
        try {
            Class.forName(type.getName(), true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Bot Builder is not complete", e);
        }
    }

    /** Takes the place of Bot Builder's pattern for times. */
    @SuppressWarnings("UnusedVariable")
    private abstract static class ReadableTimes {
        @JsonDeserialize(using = TimestampReader.class)
        private @Nullable OffsetDateTime timestamp;

        @JsonDeserialize(using = TimestampReader.class)
        private @Nullable OffsetDateTime localTimestamp;

        @JsonDeserialize(using = NoTime.class)
        private @Nullable LocalDateTime expiration;
    }

    /** Nobody here asks when an activity runs out, and its date must not stop the rest. */
    static final class NoTime extends JsonDeserializer<LocalDateTime> {
        @Override
        public @Nullable LocalDateTime deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            parser.skipChildren();
            return null;
        }
    }

    /**
     * Reads an activity.
     *
     * @param body JSON in UTF-8
     * @throws RefusedException when it is no activity, or larger or deeper than one
     */
    public Activity read(byte[] body) throws RefusedException {
        if (body.length > LONGEST) {
            throw new RefusedException(RefusedException.TOO_LARGE, "an activity of more than " + LONGEST + " bytes");
        }
        try (JsonParser parser = mapper.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw unreadable();
            }
            @Nullable Activity activity = parser.readValueAs(Activity.class);
            if (activity == null || activity.getType() == null) {
                throw unreadable();
            }
            return activity;
        } catch (IOException | RuntimeException e) {
            throw unreadable();
        }
    }

    private static RefusedException unreadable() {
        return new RefusedException(RefusedException.NOT_READABLE, "not an activity");
    }
}
