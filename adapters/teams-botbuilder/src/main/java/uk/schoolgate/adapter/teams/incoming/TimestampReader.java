package uk.schoolgate.adapter.teams.incoming;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a moment in every form that channels use. Bot Builder's own pattern wants a fraction and takes {@code .123} for 123
 * nanoseconds. What can't be read becomes null: a message is not lost over its date.
 */
final class TimestampReader extends JsonDeserializer<OffsetDateTime> {
    private static final Pattern BEYOND_NANOSECONDS = Pattern.compile("(\\.\\d{9})\\d+");
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("uuuu-MM-dd['T'][ ]HH:mm")
            .optionalStart()
            .appendPattern(":ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalEnd()
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    @Override
    public @Nullable OffsetDateTime deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken().isNumeric()) {
            return ofNumber(parser);
        }
        if (!parser.currentToken().isScalarValue()) {
            parser.skipChildren();
            return null;
        }
        return read(parser.getValueAsString(""));
    }

    /** Milliseconds since 1970, of years that a date can be written for. */
    private static @Nullable OffsetDateTime ofNumber(JsonParser parser) throws IOException {
        try {
            OffsetDateTime moment =
                    OffsetDateTime.ofInstant(Instant.ofEpochMilli(parser.getLongValue()), ZoneOffset.UTC);
            return moment.getYear() >= FIRST_YEAR && moment.getYear() <= LAST_YEAR ? moment : null;
        } catch (InputCoercionException | DateTimeException e) {
            return null;
        }
    }

    static @Nullable OffsetDateTime read(String text) {
        try {
            String form = BEYOND_NANOSECONDS.matcher(text.strip()).replaceFirst("$1");
            TemporalAccessor read = FORM.parseBest(form, OffsetDateTime::from, LocalDateTime::from);
            return read instanceof OffsetDateTime moment
                    ? moment
                    : LocalDateTime.from(read).atOffset(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
