package uk.schoolgate.adapter.documents;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins lines to a text. A word that was parted at the end of a line becomes one where the document has it whole elsewhere. */
final class Hyphens {
    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:-\\p{L}+)*");
    private static final Pattern HALF = Pattern.compile("(\\p{L}+)-$");
    private static final Pattern REST = Pattern.compile("^\\p{Ll}+");

    private final Set<String> words;

    private Hyphens(Set<String> words) {
        this.words = words;
    }

    /** Knows the words of these lines. */
    static Hyphens of(List<String> lines) {
        Set<String> words = new HashSet<>();
        for (String line : lines) {
            Matcher matcher = WORD.matcher(line.toLowerCase(Locale.ROOT));
            while (matcher.find()) {
                words.add(matcher.group());
            }
        }
        return new Hyphens(words);
    }

    /** Lines as one text; most words with a hyphen at the end of a line have one anyway, and keep it. */
    String join(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            Matcher half = HALF.matcher(text);
            boolean parted = half.find();
            if (parted && isOneWord(half.group(1), line)) {
                text.setLength(text.length() - 1);
            }
            text.append(text.isEmpty() || parted ? "" : " ").append(line);
        }
        return Texts.clean(text.toString());
    }

    private boolean isOneWord(String half, String line) {
        Matcher rest = REST.matcher(line);
        if (!rest.find()) {
            return false;
        }
        String start = half.toLowerCase(Locale.ROOT);
        return words.contains(start + rest.group()) && !words.contains(start + "-" + rest.group());
    }
}
