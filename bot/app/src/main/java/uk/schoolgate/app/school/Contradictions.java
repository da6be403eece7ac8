package uk.schoolgate.app.school;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import uk.schoolgate.core.policy.Disagreement;
import uk.schoolgate.core.policy.Disagreement.Parted;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;

/** Finds passages of different policies that disagree. */
final class Contradictions {
    private record Statement(PolicyDocument policy, Passage passage, Parted parted) {}

    private Contradictions() {}

    static List<Problem> in(List<PolicyDocument> policies) {
        List<Statement> statements = new ArrayList<>();
        for (PolicyDocument policy : policies) {
            policy.passages().stream()
                    .map(passage -> new Statement(policy, passage, Disagreement.part(passage.text())))
                    .filter(statement -> statement.parted().comparable())
                    .forEach(statements::add);
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

    private static Map<String, List<Integer>> index(List<Statement> statements) {
        Map<String, List<Integer>> byWord = new HashMap<>();
        for (int i = 0; i < statements.size(); i++) {
            int number = i;
            statements
                    .get(i)
                    .parted()
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
                .parted()
                .words()
                .forEach(word -> byWord.getOrDefault(word, List.of()).stream()
                        .filter(other -> other > at)
                        .forEach(candidates::add));
        return candidates;
    }

    private static void compare(Statement one, Statement other, List<Problem> problems) {
        boolean samePolicy = one.policy().file().equals(other.policy().file());
        if (!samePolicy && one.parted().disagreesWith(other.parted())) {
            problems.add(Problem.warning(
                    one.policy().file(),
                    "says \"" + one.passage().text() + "\", but "
                            + other.policy().file() + " says \""
                            + other.passage().text() + "\": one of them is out of date"));
        }
    }
}
