package uk.schoolgate.adapter.whatsapp.door;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The pairs of a form post, from its body alone: a query's pairs are part of the URL and not of the form. Values are
 * kept as they came, untrimmed, since the signature covers every character.
 */
final class FormBody {
    private static final int MOST_PAIRS = 500;
    private static final int HEX = 16;

    private final SortedMap<String, SortedSet<String>> values = new TreeMap<>();
    private final List<String> keys = new ArrayList<>();

    private FormBody() {}

    /** The form; empty for bytes that are none. */
    static Optional<FormBody> parse(byte[] body) {
        FormBody form = new FormBody();
        int start = 0;
        for (int i = 0; i <= body.length; i++) {
            if (i == body.length || body[i] == '&') {
                if (i > start && !form.add(body, start, i)) {
                    return Optional.empty();
                }
                start = i + 1;
            }
        }
        return Optional.of(form);
    }

    private boolean add(byte[] body, int start, int end) {
        int equals = start;
        while (equals < end && body[equals] != '=') {
            equals++;
        }
        Optional<String> key = decode(body, start, equals);
        Optional<String> value = decode(body, Math.min(equals + 1, end), end);
        if (key.isEmpty() || value.isEmpty() || keys.size() >= MOST_PAIRS) {
            return false;
        }
        keys.add(key.get());
        values.computeIfAbsent(key.get(), name -> new TreeSet<>()).add(value.get());
        return true;
    }

    private static Optional<String> decode(byte[] body, int start, int end) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(end - start);
        for (int i = start; i < end; i++) {
            if (body[i] == '%') {
                if (i + 2 >= end) {
                    return Optional.empty();
                }
                int high = Character.digit(body[i + 1], HEX);
                int low = Character.digit(body[i + 2], HEX);
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                out.write(high * HEX + low);
                i += 2;
            } else {
                out.write(body[i] == '+' ? ' ' : body[i]);
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(out.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The value of that key, the first of several; empty where it is missing. */
    String get(String key) {
        SortedSet<String> found = values.get(key);
        return found == null ? "" : found.first();
    }

    /** What a signature covers besides the URL: keys in their order, each with its different values in theirs. */
    String signedPart() {
        StringBuilder text = new StringBuilder();
        values.forEach((key, found) -> found.forEach(value -> text.append(key).append(value)));
        return text.toString();
    }
}
