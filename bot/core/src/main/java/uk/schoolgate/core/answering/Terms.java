package uk.schoolgate.core.answering;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.schoolgate.core.text.FoldedText;
import uk.schoolgate.core.text.ListFile;

/** The words of a text that say what it is about, each by one name for all that mean the same. */
public final class Terms {
    private static final Set<String> STOP_WORDS = ListFile.words("/schoolgate/policy/stop-words.txt");
    private static final Set<String> STOPS_AND_OCCASIONS = stopsAndOccasions();
    private static final Map<String, String> NAMES = names();
    private static final Pattern PHRASES = phrases();
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+(?:['-][a-z0-9]+)*+");
    private static final int SHORTEST_STEM = 3;

    private Terms() {}

    private static Set<String> stopsAndOccasions() {
        Set<String> words = new HashSet<>(STOP_WORDS);
        words.addAll(ListFile.words("/schoolgate/policy/occasions.txt"));
        return words;
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        ListFile.entries("/schoolgate/policy/same-words.txt").forEach((name, words) -> {
            String id = name.replace(" ", "");
            names.put(name, id);
            for (String word : List.of(words.split(" *, *", -1))) {
                names.put(word, id);
            }
        });
        return names;
    }

    /** The phrases of several words, longest first. */
    private static Pattern phrases() {
        return Pattern.compile(NAMES.keySet().stream()
                .filter(words -> words.indexOf(' ') > 0)
                .sorted((one, other) -> other.length() - one.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "\\b(?:", ")\\b")));
    }

    /** Small letters, straight apostrophes. */
    static String fold(String text) {
        return FoldedText.fold(text).replace('’', '\'').replace('\n', ' ');
    }

    /** The terms of a text, in order; without the occasion that it names. */
    public static Set<String> of(String text) {
        return of(text, STOPS_AND_OCCASIONS);
    }

    /** The terms of a text, in order, with those of the occasion that it names, such as sports day. */
    static Set<String> withOccasion(String text) {
        return of(text, STOP_WORDS);
    }

    private static Set<String> of(String text, Set<String> leftOut) {
        String joined = PHRASES.matcher(fold(text)).replaceAll(match -> NAMES.getOrDefault(match.group(), ""));
        Set<String> terms = new LinkedHashSet<>();
        Matcher words = WORD.matcher(joined);
        while (words.find()) {
            term(words.group(), leftOut, terms);
        }
        return terms;
    }

    private static void term(String word, Set<String> leftOut, Set<String> terms) {
        String plain = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        String name = NAMES.get(word);
        if (name == null) {
            name = NAMES.get(plain);
        }
        if (name != null) {
            if (!leftOut.contains(name)) {
                terms.add(name);
            }
        } else if (!leftOut.contains(plain) && plain.length() > 1) {
            terms.add(stem(plain));
        }
    }

    /** One form for "use", "uses", "used" and "using". */
    private static String stem(String word) {
        String stem = word;
        for (String ending : List.of("ies", "ing", "ed", "es", "s", "e", "y")) {
            if (stem.endsWith(ending) && stem.length() - ending.length() >= SHORTEST_STEM - 1 && !stem.endsWith("ss")) {
                stem = stem.substring(0, stem.length() - ending.length());
                break;
            }
        }
        int last = stem.length() - 1;
        boolean doubled = last >= SHORTEST_STEM && stem.charAt(last) == stem.charAt(last - 1);
        return doubled ? stem.substring(0, last) : stem;
    }
}
