package uk.schoolgate.app.school;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;

/**
 * Finds passages of different policies that say nearly the same with other figures ("within 10 school days" here, "within
 * 15" there). Only near-identical wording is reported: a person should find every line of the list worth a look.
 */
final class Contradictions {
    private static final Pattern WORD = Pattern.compile("[a-z]{3,}");
    private static final Pattern FIGURE =
            Pattern.compile("\\b(\\d+(?:[.:]\\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty)\\s+"
                    + "((?:school |working |calendar )?(?:day|week|month|year|hour|minute)s?)\\b");
    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("fifteen", "15"),
            Map.entry("twenty", "20"));
    private static final double ALIKE = 0.75;
    private static final int FEWEST_WORDS = 6;

    private record Statement(PolicyDocument policy, Passage passage, Set<String> words, Set<String> figures) {}

    private Contradictions() {}

    static List<Problem> in(List<PolicyDocument> policies) {
        List<Statement> statements = new ArrayList<>();
        for (PolicyDocument policy : policies) {
            policy.passages().forEach(passage -> add(policy, passage, statements));
        }
        Map<String, List<Integer>> byWord = index(statements);
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            for (int j : candidates(i, statements.get(i), byWord)) {
                compare(statements.get(i), statements.get(j), problems);
            }
        }
        return problems;
    }

    private static void add(PolicyDocument policy, Passage passage, List<Statement> statements) {
        String text = passage.text().toLowerCase(Locale.ROOT);
        Set<String> figures =
                all(FIGURE, text).stream().map(Contradictions::figure).collect(Collectors.toCollection(TreeSet::new));
        Set<String> words = all(WORD, FIGURE.matcher(text).replaceAll(" "));
        if (!figures.isEmpty() && words.size() >= FEWEST_WORDS) {
            statements.add(new Statement(policy, passage, words, figures));
        }
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    /** "five school days" and "5 school days" are the same figure. */
    private static String figure(String written) {
        String singular = written.replaceAll("s\\b", "");
        int space = singular.indexOf(' ');
        String number = singular.substring(0, space);
        return NUMBERS.getOrDefault(number, number) + singular.substring(space);
    }

    private static Map<String, List<Integer>> index(List<Statement> statements) {
        Map<String, List<Integer>> byWord = new HashMap<>();
        for (int i = 0; i < statements.size(); i++) {
            int number = i;
            statements
                    .get(i)
                    .words()
                    .forEach(word -> byWord.computeIfAbsent(word, key -> new ArrayList<>())
                            .add(number));
        }
        return byWord;
    }

    /** Later statements that share a word with this one. */
    private static Set<Integer> candidates(int at, Statement statement, Map<String, List<Integer>> byWord) {
        Set<Integer> candidates = new TreeSet<>();
        statement
                .words()
                .forEach(word -> byWord.getOrDefault(word, List.of()).stream()
                        .filter(other -> other > at)
                        .forEach(candidates::add));
        return candidates;
    }

    private static void compare(Statement one, Statement other, List<Problem> problems) {
        boolean samePolicy = one.policy().file().equals(other.policy().file());
        if (samePolicy || one.figures().equals(other.figures()) || alike(one.words(), other.words()) < ALIKE) {
            return;
        }
        problems.add(Problem.warning(
                one.policy().file(),
                "says \"" + one.passage().text() + "\", but " + other.policy().file() + " says \""
                        + other.passage().text() + "\": one of them is out of date"));
    }

    private static double alike(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return (double) both.size() / (one.size() + other.size() - both.size());
    }
}
