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
 * are names in braces, such as {@code {school}}. English is always complete; another language says in English what it
 * lacks.
 */
public final class Wording {
    /** Says who approved the words of a file; the words of a machine that nobody has approved say {@link #DRAFTED}. */
    static final String STATUS = "wording.status";

    static final String DRAFTED = "machine-drafted";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
    private static final Map<Tongue, Wording> ALL = new EnumMap<>(Tongue.class);

    static {
        Wording english = new Wording(Tongue.ENGLISH, complete(), false);
        for (Tongue tongue : Tongue.values()) {
            ALL.put(tongue, tongue == Tongue.ENGLISH ? english : translated(tongue));
        }
    }

    private final Tongue tongue;
    private final Map<Phrase, String> phrases;
    private final boolean drafted;

    private Wording(Tongue tongue, Map<Phrase, String> phrases, boolean drafted) {
        this.tongue = tongue;
        this.phrases = phrases;
        this.drafted = drafted;
    }

    /** English, which is always complete. */
    public static Wording english() {
        return in(Tongue.ENGLISH);
    }

    /** The words in that language. */
    public static Wording in(Tongue tongue) {
        Wording wording = ALL.get(tongue);
        if (wording == null) {
            throw new IllegalStateException("no wording in " + tongue);
        }
        return wording;
    }

    private static Map<Phrase, String> complete() {
        Map<Phrase, String> phrases = phrases(Tongue.ENGLISH, read(Tongue.ENGLISH));
        for (Phrase phrase : Phrase.values()) {
            if (!phrases.containsKey(phrase)) {
                throw new IllegalStateException("the wording en lacks " + phrase.key());
            }
        }
        return phrases;
    }

    private static Wording translated(Tongue tongue) {
        Properties properties = read(tongue);
        String status = properties.getProperty(STATUS, DRAFTED);
        properties.remove(STATUS);
        return new Wording(tongue, phrases(tongue, properties), status.equals(DRAFTED));
    }

    private static Map<Phrase, String> phrases(Tongue tongue, Properties properties) {
        Map<Phrase, String> phrases = new EnumMap<>(Phrase.class);
        Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
        for (Phrase phrase : Phrase.values()) {
            String text = properties.getProperty(phrase.key(), "");
            if (!text.isBlank()) {
                phrases.put(phrase, text);
            }
            unknown.remove(phrase.key());
        }
        if (!unknown.isEmpty()) {
            throw new IllegalStateException(
                    "the wording " + tongue.code() + " has phrases that nobody says: " + unknown);
        }
        return phrases;
    }

    private static Properties read(Tongue tongue) {
        String resource = "/schoolgate/wording/" + tongue.code() + ".properties";
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

    /** The language. */
    public Tongue tongue() {
        return tongue;
    }

    /** Whether a machine drafted these words, and nobody has approved them yet. */
    public boolean isDrafted() {
        return drafted;
    }

    /** Whether this language has words of its own for a phrase. */
    boolean has(Phrase phrase) {
        return phrases.containsKey(phrase);
    }

    /** The phrase with its placeholders still in it. */
    String template(Phrase phrase) {
        String own = phrases.get(phrase);
        return own == null ? english().phrases.getOrDefault(phrase, "") : own;
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
        return PLACEHOLDER
                .matcher(template(phrase))
                .replaceAll(match -> Matcher.quoteReplacement(value(phrase, values, match.group(1))));
    }

    /** What was said in English before it was known who would read it; as it is where it is no phrase without parts. */
    public String sayAgain(String english) {
        for (Map.Entry<Phrase, String> phrase : english().phrases.entrySet()) {
            if (phrase.getValue().equals(english)) {
                return template(phrase.getKey());
            }
        }
        return english;
    }

    private static String value(Phrase phrase, Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the phrase " + phrase.key() + " needs a value for " + name);
        }
        return value;
    }
}
