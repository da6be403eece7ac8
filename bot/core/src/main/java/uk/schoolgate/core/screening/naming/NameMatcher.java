package uk.schoolgate.core.screening.naming;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import uk.schoolgate.core.text.Word;

/** Tells which names of a lexicon a word may stand for. */
final class NameMatcher {
    private static final int SHORTEST_REVERSED = 5;
    /** A shorter word with a capital more often starts a sentence than it is a misspelt name. */
    private static final int SHORTEST_WORD_MISSPELT = 5;
    /** "5am" is no Sam. */
    private static final Set<String> UNITS = Set.of(
            "am", "pm", "st", "nd", "rd", "th", "km", "kg", "ml", "cm", "mm", "hr", "hrs", "min", "mins", "ish", "yr",
            "yrs", "yo", "gb", "mb", "ft", "oz", "lb", "lbs", "ppm", "mph", "xl");

    private final Lexicon lexicon;
    private final OrdinaryWords words;
    private final Set<String> otherNames;

    /**
     * @param words a word among these is no misspelt name
     * @param otherNames names in their own right, which are taken for another only where both are said alike
     */
    NameMatcher(Lexicon lexicon, OrdinaryWords words, Set<String> otherNames) {
        this.lexicon = lexicon;
        this.words = words;
        this.otherNames = otherNames;
    }

    /** Names that a word is, but for a possessive or plural ending. */
    NameMatches exactly(Line line, int word) {
        return exactly(line.key(word), isCapitalised(line.word(word)));
    }

    private static boolean isCapitalised(Word word) {
        return word.capital() && !word.shouted();
    }

    private NameMatches exactly(String key, boolean capital) {
        int id = lexicon.idOf(key);
        if (id < 0 && (capital || !words.isListed(key))) {
            id = lexicon.idOf(Spelling.singular(key));
        }
        return id < 0 ? NameMatches.NONE : new NameMatches(new int[] {id}, Likeness.EXACT);
    }

    /** Names that a word is or is meant to be. */
    NameMatches match(Line line, int word) {
        String key = line.key(word);
        boolean capital = isCapitalised(line.word(word));
        NameMatches exact = exactly(key, capital);
        if (!exact.isEmpty() || key.length() > Lexicon.LONGEST) {
            return exact;
        }
        NameMatches disguised = disguised(key);
        return disguised.isEmpty() ? respelt(key, capital) : disguised;
    }

    private NameMatches disguised(String key) {
        if (Spelling.isStretched(key)) {
            return collect(key, lexicon::squeezed, Likeness.DISGUISED);
        }
        long letters = key.chars().filter(Character::isLetter).count();
        if (letters < key.length()) {
            boolean amount =
                    !Spelling.isMostlyLetters(key) || UNITS.contains(key.substring(key.length() - (int) letters));
            return amount ? NameMatches.NONE : collect(key, lexicon::undisguised, Likeness.DISGUISED);
        }
        int reversed = key.length() < SHORTEST_REVERSED || words.contains(key) || otherNames.contains(key)
                ? -1
                : lexicon.idOf(new StringBuilder(key).reverse());
        return reversed < 0 ? NameMatches.NONE : new NameMatches(new int[] {reversed}, Likeness.DISGUISED);
    }

    private NameMatches respelt(String key, boolean capital) {
        String singular = Spelling.singular(key);
        boolean ordinary = words.contains(key);
        if (otherNames.contains(key) || (!ordinary && otherNames.contains(singular))) {
            return collect(otherNames.contains(key) ? key : singular, lexicon::saidLike, Likeness.RESPELT);
        }
        if (ordinary) {
            return capital && key.length() >= SHORTEST_WORD_MISSPELT
                    ? collect(key, lexicon::saidLike, Likeness.RESPELT)
                    : NameMatches.NONE;
        }
        NameMatches found = misspelt(key);
        return found.isEmpty() && !singular.equals(key) ? misspelt(singular) : found;
    }

    private NameMatches misspelt(String key) {
        BiConsumer<String, IntConsumer> search = (word, names) -> {
            lexicon.misspelt(word, names);
            lexicon.soundingLike(word, names);
        };
        return collect(key, search, Likeness.RESPELT);
    }

    /** Names that a word without gaps, stars and the like is. */
    NameMatches undisguised(String letters) {
        NameMatches found = collect(letters, lexicon::undisguised, Likeness.DISGUISED);
        String singular = Spelling.singular(letters);
        return found.isEmpty() && !singular.equals(letters)
                ? collect(singular, lexicon::undisguised, Likeness.DISGUISED)
                : found;
    }

    private static NameMatches collect(String key, BiConsumer<String, IntConsumer> search, Likeness likeness) {
        Set<Integer> found = new TreeSet<>();
        search.accept(key, found::add);
        return found.isEmpty()
                ? NameMatches.NONE
                : new NameMatches(found.stream().mapToInt(Integer::intValue).toArray(), likeness);
    }
}
