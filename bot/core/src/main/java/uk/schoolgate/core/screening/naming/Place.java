package uk.schoolgate.core.screening.naming;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.text.Word;

/** Reads the class or year that stands after a name: "Ollie in Kestrel", "Kayden from year 3", "O.S. (4K)". */
final class Place {
    private static final Set<String> LINKS = Set.of("in", "from", "of");
    private static final Set<String> ARTICLES = Set.of("the", "my", "our", "class");
    private static final Set<String> YEARS = Set.of("year", "yr", "y");
    private static final String RECEPTION = "r";
    private static final String NURSERY = "n";
    private static final int LAST_YEAR = 13;

    private Place() {}

    /** The classes of the place that is said from that word on; absent if none is said, empty if the roll has none such. */
    static Optional<int[]> after(List<Word> words, int next, SchoolClasses classes) {
        boolean linked = LINKS.contains(folded(words, next));
        int at = linked ? next + 1 : next;
        if (linked && ARTICLES.contains(folded(words, at))) {
            at++;
        }
        int schoolClass = schoolClass(words, at, linked, classes);
        if (schoolClass > 0) {
            return Optional.of(new int[] {schoolClass});
        }
        String year = year(folded(words, at), folded(words, at + 1));
        return year.isEmpty() ? Optional.empty() : Optional.of(classes.ofYear(year));
    }

    private static String folded(List<Word> words, int at) {
        return at < words.size() ? words.get(at).folded() : "";
    }

    /** A class by name, or by year and name as in "4 Kestrel"; one that is a code such as "4K" needs no "in" before it. */
    private static int schoolClass(List<Word> words, int at, boolean linked, SchoolClasses classes) {
        if (at >= words.size()) {
            return 0;
        }
        String word = words.get(at).stem();
        boolean digit = Character.isDigit(word.charAt(0));
        if (digit && at + 1 < words.size() && classes.isClass(words.get(at + 1).stem())) {
            return classes.numberOf(words.get(at + 1).stem());
        }
        return linked || (digit && word.length() > 1) ? classes.numberOf(word) : 0;
    }

    private static String year(String word, String next) {
        if (YEARS.contains(word) && !next.isEmpty()) {
            return number(next);
        }
        return switch (word) {
            case "reception", "yr" -> RECEPTION;
            case "nursery" -> NURSERY;
            default -> word.length() <= 3 && word.startsWith("y") ? number(word.substring(1)) : "";
        };
    }

    /** A year as the roll writes it, the way that messages are read: "4" for "Year 4" and "Y4", "r" for "Reception". */
    static String yearOf(String folded) {
        int space = folded.indexOf(' ');
        String year = space < 0 ? year(folded, "") : year(folded.substring(0, space), folded.substring(space + 1));
        return year.isEmpty() ? folded : year;
    }

    private static String number(String digits) {
        if (digits.isEmpty() || digits.length() > 2 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return "";
        }
        int year = Integer.parseInt(digits);
        return year <= LAST_YEAR ? Integer.toString(year) : "";
    }
}
