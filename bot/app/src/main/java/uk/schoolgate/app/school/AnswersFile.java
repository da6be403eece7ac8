package uk.schoolgate.app.school;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import uk.schoolgate.core.answering.CuratedAnswer;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;

/** Reads {@code policies/answers.yaml}: the office's own answers, which come before what the policies say. */
public final class AnswersFile {
    static final String FILE = "policies/answers.yaml";
    private static final List<String> KEYS = List.of("questions", "answer", "clause", "audience");
    private static final List<String> CLAUSE_KEYS = List.of("policy", "words");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private AnswersFile() {}

    /** The answers of a school's folder; none where it has no such file. What is wrong is added to the problems. */
    static List<WrittenAnswer> read(Path school, Problems problems) {
        Path file = school.resolve(FILE);
        if (!Files.exists(file)) {
            return List.of();
        }
        List<WrittenAnswer> answers = new ArrayList<>();
        YamlFile.root(file, FILE, problems).ifPresent(root -> {
            if (root instanceof SequenceNode list) {
                list.getValue().forEach(item -> answer(item, problems).ifPresent(answers::add));
            } else {
                problems.add(Problem.error(FILE, 1, 1, "must be a list of answers with the keys " + KEYS));
            }
        });
        return answers;
    }

    private static Optional<WrittenAnswer> answer(Node item, Problems problems) {
        int line = item.getStartMark().getLine() + 1;
        if (!(item instanceof MappingNode mapping)) {
            problems.add(Problem.error(FILE, line, 1, "an answer must have the keys " + KEYS));
            return Optional.empty();
        }
        YamlMap map = new YamlMap(FILE, mapping, KEYS, problems);
        List<String> questions =
                map.texts("questions").stream().filter(text -> !text.isBlank()).toList();
        if (questions.isEmpty()) {
            map.error("questions", "an answer needs at least one question");
        }
        Optional<String> text = map.required("answer");
        Optional<Audience> audience = map.parsed("audience", AnswersFile::audience, "everyone or staff");
        Optional<YamlMap> clause = map.map("clause", CLAUSE_KEYS);
        Optional<String> policy = clause.flatMap(it -> it.required("policy"));
        Optional<String> words = clause.flatMap(it -> it.required("words"));
        if (questions.isEmpty() || text.isEmpty() || (clause.isPresent() && (policy.isEmpty() || words.isEmpty()))) {
            return Optional.empty();
        }
        return Optional.of(new WrittenAnswer(
                line,
                questions,
                text.get(),
                policy.map(file -> new WrittenAnswer.ClauseReference(file, words.orElse(""))),
                audience.orElse(Audience.EVERYONE)));
    }

    private static Optional<Audience> audience(String key) {
        return switch (key) {
            case "everyone" -> Optional.of(Audience.EVERYONE);
            case "staff" -> Optional.of(Audience.STAFF);
            default -> Optional.empty();
        };
    }

    /**
     * The answers with their clauses.
     *
     * @param answers those that can be given; one whose clause does not stand in the policies may be out of date
     * @param problems what a person should mend
     */
    public record Resolved(List<CuratedAnswer> answers, List<Problem> problems) {
        public Resolved {
            answers = List.copyOf(answers);
            problems = List.copyOf(problems);
        }
    }

    /** Looks the clauses up in the policies that are in force. */
    public static Resolved resolve(List<WrittenAnswer> written, List<PolicyDocument> policies) {
        List<CuratedAnswer> answers = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (WrittenAnswer answer : written) {
            if (answer.clause().isEmpty()) {
                answers.add(
                        new CuratedAnswer(answer.questions(), answer.answer(), Optional.empty(), answer.audience()));
            } else {
                resolve(answer, answer.clause().get(), policies)
                        .ifPresentOrElse(answers::add, () -> problems.add(notThere(answer)));
            }
        }
        return new Resolved(answers, problems);
    }

    private static Problem notThere(WrittenAnswer answer) {
        return Problem.warning(
                FILE,
                answer.line(),
                1,
                "is not given: the words of its clause do not stand in that policy. Copy them out of the policy again");
    }

    private static Optional<CuratedAnswer> resolve(
            WrittenAnswer answer, WrittenAnswer.ClauseReference clause, List<PolicyDocument> policies) {
        return policies.stream()
                .filter(policy -> policy.file().equals(clause.policy()))
                .flatMap(policy -> policy.passages().stream()
                        .filter(passage -> plain(passage.text()).contains(plain(clause.words())))
                        .map(passage -> curated(answer, policy, passage)))
                .findFirst();
    }

    private static CuratedAnswer curated(WrittenAnswer answer, PolicyDocument policy, Passage passage) {
        boolean forStaff = answer.audience() == Audience.STAFF || policy.audience() == Audience.STAFF;
        return new CuratedAnswer(
                answer.questions(),
                answer.answer(),
                Optional.of(new CuratedAnswer.Clause(policy, passage)),
                forStaff ? Audience.STAFF : Audience.EVERYONE);
    }

    private static String plain(String text) {
        return SPACE.matcher(text.replace('’', '\'')).replaceAll(" ").strip();
    }
}
