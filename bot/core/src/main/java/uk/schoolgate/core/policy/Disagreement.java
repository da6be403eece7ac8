package uk.schoolgate.core.policy;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.schoolgate.core.text.NumberWords;

/**
 * Tells whether two passages say nearly the same with other figures ("within 10 school days" here, "within 15" there).
 * Only near-identical wording counts: a person should find every case worth a look.
 */
public final class Disagreement {
    private static final Pattern WORD = Pattern.compile("[a-z]{3,}");
    private static final Pattern FIGURE =
            Pattern.compile("\\b(\\d+(?:[.:]\\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty)\\s+"
                    + "((?:school |working |calendar )?(?:day|week|month|year|hour|minute)s?)\\b");
    private static final Pattern MONEY =
            Pattern.compile("£\\s?\\d+(?:,\\d{3})*(?:\\.\\d{1,2})?|\\b\\d{1,3}(?:p|\\s?pence)\\b");
    private static final Pattern CLOCK =
            Pattern.compile("\\b(\\d{1,2})(?:[.:](\\d{2}))?\\s?([ap])\\.?m\\b|\\b(\\d{1,2}):(\\d{2})\\b");
    private static final double ALIKE = 0.75;
    private static final int FEWEST_WORDS = 6;

    private static final List<Kind> KINDS = List.of(
            new Kind(MONEY, Disagreement::money),
            new Kind(CLOCK, Disagreement::clock),
            new Kind(FIGURE, Disagreement::span));

    /** A kind of figure, and the one form that all ways of writing it have. */
    private record Kind(Pattern pattern, Function<MatchResult, String> form) {}

    private Disagreement() {}

    /**
     * A text parted into what it says and its figures.
     *
     * @param words its words without figures
     * @param figures its spans of time, times of day and sums of money, each in one form
     */
    public record Parted(Set<String> words, Set<String> figures) {
        /** Whether it says enough, with a figure, to be compared. */
        public boolean comparable() {
            return !figures.isEmpty() && words.size() >= FEWEST_WORDS;
        }

        /** Whether the other says nearly the same with another figure. */
        public boolean disagreesWith(Parted other) {
            return comparable() && other.comparable() && !figures.equals(other.figures) && alike(words, other.words);
        }
    }

    /** Parts a text. */
    public static Parted part(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        Set<String> figures = new TreeSet<>();
        String words = small;
        for (Kind kind : KINDS) {
            all(kind.pattern(), words).map(kind.form()).forEach(figures::add);
            words = kind.pattern().matcher(words).replaceAll(" ");
        }
        return new Parted(
                all(WORD, words).map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new)), figures);
    }

    /** Whether quotes of different policies disagree. */
    public static boolean among(List<Citation> citations) {
        for (int i = 0; i < citations.size(); i++) {
            for (Citation other : citations.subList(i + 1, citations.size())) {
                Citation one = citations.get(i);
                if (!one.policy().equals(other.policy()) && disagree(one.quote(), other.quote())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean disagree(String one, String other) {
        List<Parted> others = other.lines().map(Disagreement::part).toList();
        return one.lines()
                .map(Disagreement::part)
                .anyMatch(line -> others.stream().anyMatch(line::disagreesWith));
    }

    private static Stream<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    /** "five school days" and "5 school days" are the same figure. */
    private static String span(MatchResult written) {
        String singular = written.group().replaceAll("s\\b", "");
        int space = singular.indexOf(' ');
        String number = singular.substring(0, space);
        OptionalInt word = NumberWords.valueOf(number);
        return (word.isPresent() ? Integer.toString(word.getAsInt()) : number) + singular.substring(space);
    }

    /** "£5", "£5.00" and "500p" are the same sum. */
    private static String money(MatchResult written) {
        String figure = written.group().replaceAll("[^\\d.]", "");
        BigDecimal sum = new BigDecimal(figure);
        BigDecimal pounds = written.group().startsWith("£") ? sum : sum.movePointLeft(2);
        return "£" + pounds.stripTrailingZeros().toPlainString();
    }

    /** "3pm", "3.00pm" and "15:00" are the same time. */
    private static String clock(MatchResult written) {
        boolean ofTwelve = written.group(3) != null;
        int hour = Integer.parseInt(written.group(ofTwelve ? 1 : 4));
        String minutes = written.group(ofTwelve ? 2 : 5);
        int afternoon = ofTwelve && written.group(3).equals("p") ? 12 : 0;
        return (ofTwelve ? hour % 12 + afternoon : hour) + ":" + (minutes == null ? "00" : minutes);
    }

    private static boolean alike(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return (double) both.size() / (one.size() + other.size() - both.size()) >= ALIKE;
    }
}
