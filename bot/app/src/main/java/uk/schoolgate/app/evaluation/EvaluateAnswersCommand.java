package uk.schoolgate.app.evaluation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.schoolgate.adapter.documents.TikaPolicyReader;
import uk.schoolgate.adapter.models.BgeEmbedder;
import uk.schoolgate.adapter.models.LucenePolicyIndex;
import uk.schoolgate.app.evaluation.AnswerTally.Asked;
import uk.schoolgate.app.school.PolicyFolder;
import uk.schoolgate.app.school.PolicyVersions;
import uk.schoolgate.core.policy.Answer;
import uk.schoolgate.core.policy.Answerer;
import uk.schoolgate.core.policy.Citation;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.VectorCache;
import uk.schoolgate.core.school.SchoolTime;

/** {@code evaluate-answers}: how good answers are on labelled questions. */
@Command(
        name = "evaluate-answers",
        mixinStandardHelpOptions = true,
        description = {
            "Asks labelled questions and says how good the answers were: whether the clause that decides was quoted,",
            "whether questions that the policies don't decide were left unanswered, and how long it took."
        })
public final class EvaluateAnswersCommand implements Callable<Integer> {
    @Option(names = "--policies", paramLabel = "DIR", required = true, description = "a school's folder, or policies")
    private Path policies = Path.of("");

    @Option(
            names = "--questions",
            paramLabel = "FILE",
            required = true,
            split = ",",
            description = "labelled questions, a JSON object a line, or folders of such files")
    private List<Path> questions = List.of();

    @Option(names = "--each", description = "ask each question at its own policy alone")
    private boolean each;

    @Option(names = "--mistakes", description = "list the questions that went wrong")
    private boolean mistakes;

    @Override
    public Integer call() {
        List<PolicyDocument> documents = PolicyVersions.inForce(
                PolicyFolder.tryOut(policies, new TikaPolicyReader()).documents(), LocalDate.now(SchoolTime.ZONE));
        List<LabelledQuestion> labelled = questions.stream()
                .flatMap(path -> LabelledQuestion.read(path).stream())
                .toList();
        Questioning questioning = new Questioning();
        if (each) {
            for (PolicyDocument document : documents) {
                questioning.ask(
                        List.of(document),
                        labelled.stream()
                                .filter(question -> question.policy().orElse("").equals(document.file()))
                                .toList());
            }
        } else {
            questioning.ask(documents, labelled);
        }
        List<Asked> asked = questioning.asked;
        System.out.print(new AnswerTally(asked).text());
        if (mistakes) {
            asked.forEach(EvaluateAnswersCommand::mistake);
        }
        return 0;
    }

    /** Asks with models that are loaded once. */
    private static final class Questioning {
        private final BgeEmbedder embedder = new BgeEmbedder();
        private final List<Asked> asked = new ArrayList<>();

        void ask(List<PolicyDocument> documents, List<LabelledQuestion> questions) {
            LucenePolicyIndex index = LucenePolicyIndex.build(documents, embedder, VectorCache.none());
            Answerer answerer = new Answerer(index, Clock.systemUTC());
            for (LabelledQuestion question : questions) {
                long start = System.nanoTime();
                Answer answer = answerer.answer(question.question(), question.asker());
                long nanos = System.nanoTime() - start;
                asked.add(new Asked(question, answer, isVerbatim(answer, documents), nanos));
            }
        }
    }

    private static boolean isVerbatim(Answer answer, List<PolicyDocument> documents) {
        return !(answer instanceof Answer.Cited cited)
                || cited.citations().stream().allMatch(citation -> stands(citation, documents));
    }

    private static boolean stands(Citation citation, List<PolicyDocument> documents) {
        return documents.stream()
                .filter(document -> document.file().equals(citation.policy()))
                .anyMatch(document -> document.text().contains(citation.quote()));
    }

    private static void mistake(Asked asked) {
        int rank = asked.rankOfRight();
        if (asked.question().isAnswerable() ? rank != 0 : asked.isAnswered()) {
            System.out.printf(
                    "%s rank %d confidence %.2f %s%n",
                    asked.question().id(),
                    rank,
                    asked.answer().confidence(),
                    asked.question().question());
            asked.citations()
                    .forEach(citation -> System.out.println("    "
                            + citation.quote()
                                    .replace('\n', ' ')
                                    .substring(0, Math.min(110, citation.quote().length()))));
        }
    }
}
