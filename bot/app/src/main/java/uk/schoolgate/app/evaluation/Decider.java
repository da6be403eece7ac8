package uk.schoolgate.app.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.schoolgate.core.text.Fingerprint;

/**
 * Words of a policy that decide a question, by their number and a hash, so that a question about a document can be kept
 * without any of its text.
 *
 * @param words how many words
 * @param hash of those words
 */
record Decider(int words, String hash) {
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+");
    private static final int HASH_BYTES = 8;

    /** The decider of a passage as it is printed. */
    static Decider of(String text) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a passage without words decides nothing");
        }
        return new Decider(words.size(), hash(words));
    }

    /** Reads the form {@code words:hash}. */
    static Decider parse(String form) {
        String[] parts = form.split(":", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("a decider is words:hash, not " + form);
        }
        return new Decider(Integer.parseInt(parts[0]), parts[1]);
    }

    String form() {
        return words + ":" + hash;
    }

    /** Whether a text holds these words, in their order; spelling of letters, punctuation and spaces don't matter. */
    boolean isIn(String text) {
        List<String> all = words(text);
        for (int from = 0; from + words <= all.size(); from++) {
            if (hash(all.subList(from, from + words)).equals(hash)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT).replaceAll("['’]", ""));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static String hash(List<String> words) {
        return Fingerprint.of(String.join(" ", words), HASH_BYTES);
    }
}
