package uk.schoolgate.core.screening.staff;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.text.Letters;

/** Titles, what they say about who is meant, and where a word only looks like one. */
final class Titles {
    private static final Set<String> WOMEN =
            Set.of("mrs", "ms", "miss", "madam", "mme", "madame", "frau", "senora", "sister");
    private static final Set<String> MEN =
            Set.of("mr", "sir", "mister", "herr", "senor", "monsieur", "father", "brother");
    private static final Set<String> EITHER =
            Set.of("dr", "doctor", "prof", "professor", "mx", "rev", "revd", "reverend");

    /** Titles that are everyday words, too: they need a name of the roll after them, or a capital. */
    private static final Set<String> WORDS =
            Set.of("sir", "madam", "sister", "father", "brother", "doctor", "professor");

    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("mrss", "mrs"),
            Map.entry("msr", "mr"),
            Map.entry("mz", "ms"),
            Map.entry("mis", "miss"),
            Map.entry("mss", "miss"));

    /** Before a "miss" that is a verb: "we miss Ollie", "don't miss the bus". */
    private static final Set<String> BEFORE_VERB = Set.of(
            "i",
            "we",
            "you",
            "u",
            "they",
            "he",
            "she",
            "who",
            "to",
            "will",
            "ll",
            "ill",
            "well",
            "would",
            "might",
            "may",
            "could",
            "should",
            "can",
            "must",
            "not",
            "dont",
            "didnt",
            "cant",
            "wont",
            "wouldnt",
            "never",
            "really",
            "always",
            "gonna",
            "shall",
            "ever",
            "hit",
            "near",
            "kids",
            "children",
            "all",
            "still",
            "id",
            "youll",
            "theyll",
            "sorely",
            "sadly",
            "gunna",
            "dnt",
            "did",
            "does",
            "do",
            "already",
            "a",
            "lets");

    private Titles() {}

    /** The title that a word is, in its usual spelling; empty if it is none. */
    static String at(Line line, int word) {
        String key = SPELLINGS.getOrDefault(line.key(word), line.key(word));
        boolean title = WOMEN.contains(key) || MEN.contains(key) || EITHER.contains(key);
        if (!title || line.isPossessive(word)) {
            return "";
        }
        return key.equals("miss") && isVerb(line, word) ? "" : key;
    }

    private static boolean isVerb(Line line, int word) {
        String before = line.folded(word - 1);
        return word > 0
                && (BEFORE_VERB.contains(line.key(word - 1))
                        || before.endsWith("n't")
                        || before.endsWith("'ll")
                        || before.endsWith("'d"));
    }

    /** Whether a title is an everyday word, too. */
    static boolean isWord(String title) {
        return WORDS.contains(title);
    }

    /** Every title that people may put before this member's name. */
    static List<String> of(StaffMember member) {
        return WOMEN.contains(own(member))
                ? List.of("mrs", "ms", "miss")
                : MEN.contains(own(member)) ? List.of("mr") : List.of(own(member));
    }

    /** Whether a title may be meant for this member: marriages and doctorates are mistaken, men and women are not. */
    static boolean fits(String title, StaffMember member) {
        String own = own(member);
        return !(WOMEN.contains(title) && MEN.contains(own)) && !(MEN.contains(title) && WOMEN.contains(own));
    }

    private static String own(StaffMember member) {
        return Letters.of(member.title().toLowerCase(Locale.ROOT));
    }
}
