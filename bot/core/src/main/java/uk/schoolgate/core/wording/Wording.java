package uk.schoolgate.core.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bot's words in one language, from {@code schoolgate/wording/<language>.properties} on the class path. Placeholders
 * are names in braces, such as {@code {school}}.
 */
public final class Wording {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    private final Map<Phrase, String> phrases;

    private Wording(Map<Phrase, String> phrases) {
        this.phrases = phrases;
    }

    /** English, which is always complete. */
    public static Wording english() {
        return load("en");
    }

    /**
     * The words in that language.
     *
     * @throws IllegalStateException when a phrase is missing, or there is one that nobody says
     */
    static Wording load(String language) {
        Properties properties = read("/schoolgate/wording/" + language + ".properties");
        Map<Phrase, String> phrases = new EnumMap<>(Phrase.class);
        Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
        for (Phrase phrase : Phrase.values()) {
            String text = properties.getProperty(phrase.key());
            if (text == null || text.isBlank()) {
                throw new IllegalStateException("the wording " + language + " lacks " + phrase.key());
            }
            phrases.put(phrase, text);
            unknown.remove(phrase.key());
        }
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("the wording " + language + " has phrases that nobody says: " + unknown);
        }
        return new Wording(phrases);
    }

    private static Properties read(String resource) {
        Properties properties = new Properties();
        try (InputStream in = Wording.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no wording at " + resource);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A phrase with its placeholders filled in. What is filled in is not searched for placeholders again, so that text
     * from a chat stays text.
     *
     * @param parts name, value, name, value…
     * @throws IllegalArgumentException when a placeholder has no value
     */
    public String say(Phrase phrase, String... parts) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i + 1 < parts.length; i += 2) {
            values.put(parts[i], parts[i + 1]);
        }
        String template = phrases.getOrDefault(phrase, "");
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(value(phrase, values, match.group(1))));
    }

    private static String value(Phrase phrase, Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the phrase " + phrase.key() + " needs a value for " + name);
        }
        return value;
    }
}
