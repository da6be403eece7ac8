package uk.schoolgate.core.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import uk.schoolgate.core.text.Span;

/**
 * Finds telephone numbers that are written as they are spoken, or so that a machine shall not see them: "oh double seven
 * double oh, nine hundred, four one eight", "07700. then 900. then 8. 1. 7."
 */
final class SpokenNumbers {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z]{1,20}|(?:[0-9]\\x{FE0F}?\\x{20E3}?){1,20}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,.\\-–]{1,3}");
    /** Of a mobile or a landline; whoever hides a number means somebody's. */
    private static final Pattern NUMBER = Pattern.compile("0[127][0-9]{8,9}");

    private static final Map<String, String> DIGITS = Map.ofEntries(
            Map.entry("oh", "0"),
            Map.entry("o", "0"),
            Map.entry("zero", "0"),
            Map.entry("nought", "0"),
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"));
    private static final Map<String, Integer> TIMES = Map.of("double", 2, "triple", 3, "treble", 3);

    private SpokenNumbers() {}

    static List<Span> in(String text) {
        List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
        List<Span> spans = new ArrayList<>();
        for (int first = 0; first < tokens.size(); ) {
            Reading reading = new Reading(text, tokens, first);
            if (reading.isNumber()) {
                spans.add(reading.span());
            }
            first = reading.next();
        }
        return spans;
    }

    /** Reads on from a token for as long as it is a number that is told. */
    private static final class Reading {
        private final String text;
        private final List<MatchResult> tokens;
        private final int first;
        private final StringBuilder digits = new StringBuilder();
        private boolean isSpoken;
        private int times = 1;
        /** The token that gave the last digit. */
        private int last;

        Reading(String text, List<MatchResult> tokens, int first) {
            this.text = text;
            this.tokens = tokens;
            this.first = first;
            this.last = first;
            int at = first;
            while (at < tokens.size() && (at == first || isNextTo(at)) && take(at)) {
                at++;
            }
        }

        private boolean isNextTo(int at) {
            return BETWEEN.matcher(text.substring(
                            tokens.get(at - 1).end(), tokens.get(at).start()))
                    .matches();
        }

        /** Whether a token goes on with the number. */
        private boolean take(int at) {
            String token = tokens.get(at).group().toLowerCase(Locale.ROOT);
            String written = token.replaceAll("[^0-9]", "");
            if (!written.isEmpty()) {
                isSpoken |= written.length() < token.length();
                return add(written, at);
            }
            if (DIGITS.containsKey(token)) {
                isSpoken = true;
                return add(DIGITS.getOrDefault(token, "").repeat(times), at);
            }
            if (TIMES.containsKey(token)) {
                times = TIMES.getOrDefault(token, 1);
                return true;
            }
            if (token.equals("hundred") && !digits.isEmpty()) {
                return add("00", at);
            }
            isSpoken |= token.equals("then");
            return token.equals("then") && !digits.isEmpty();
        }

        private boolean add(String more, int at) {
            digits.append(more);
            times = 1;
            last = at;
            return true;
        }

        boolean isNumber() {
            return isSpoken && NUMBER.matcher(digits).matches();
        }

        Span span() {
            return Span.of(text, tokens.get(first).start(), tokens.get(last).end());
        }

        int next() {
            return isNumber() ? last + 1 : first + 1;
        }
    }
}
