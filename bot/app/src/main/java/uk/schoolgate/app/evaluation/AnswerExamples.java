package uk.schoolgate.app.evaluation;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.schoolgate.adapter.models.AnswerTexts;
import uk.schoolgate.adapter.models.BgeEmbedder;
import uk.schoolgate.adapter.models.LucenePolicyIndex;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.policy.VectorCache;

/**
 * A step of training: writes labelled questions and the passages of the policies down as the tokens that the models learn
 * from, each question with the passages that decide it and with those that are found for it but don't.
 *
 * <p>{@code AnswerExamples PASSAGES.jsonl QUESTIONS.jsonl [each:]POLICIES=QUESTIONS,...}; after {@code each:} a question is asked at its own policy alone.
 */
public final class AnswerExamples {
    private static final int MOST_QUESTION_TOKENS = 48;
    private static final int MOST_PASSAGE_TOKENS = 88;
    private static final int NEAR = 12;

    private final AnswerTexts texts = AnswerTexts.load();
    private final BgeEmbedder embedder;
    private final Writer passages;
    private final Writer questions;
    private int written;
    private int undecided;

    private AnswerExamples(BgeEmbedder embedder, Writer passages, Writer questions) {
        this.embedder = embedder;
        this.passages = passages;
        this.questions = questions;
    }

    /** Writes the examples. */
    public static void main(String[] arguments) throws IOException {
        // A fresh checkout has no folder for them yet.
        Files.createDirectories(Path.of(arguments[0]).toAbsolutePath().getParent());
        try (BgeEmbedder embedder = BgeEmbedder.published();
                Writer passages = Files.newBufferedWriter(Path.of(arguments[0]));
                Writer questions = Files.newBufferedWriter(Path.of(arguments[1]))) {
            AnswerExamples examples = new AnswerExamples(embedder, passages, questions);
            for (String source : Arrays.asList(arguments).subList(2, arguments.length)) {
                for (LabelledSource whole : LabelledSource.of(source).wholes()) {
                    examples.library(whole.documents(), whole.questions());
                }
            }
            System.out.println(examples.written + " passages; of " + examples.undecided
                    + " questions the deciding passage was not found");
        }
    }

    private void library(List<PolicyDocument> documents, List<LabelledQuestion> asked) throws IOException {
        try (Library library = new Library(documents, written)) {
            for (String tokens : library.tokens()) {
                passages.write(tokens);
                written++;
            }
            for (LabelledQuestion question : asked) {
                Set<Integer> right = library.right(question);
                if (question.isAnswerable() && right.isEmpty()) {
                    undecided++;
                } else {
                    questions.write(library.example(question, right));
                }
            }
        }
    }

    /** The passages of some policies, numbered from a first on. */
    private final class Library implements AutoCloseable {
        private final List<PolicyDocument> documents;
        private final DecidingPassages deciding;
        private final int first;
        private final LucenePolicyIndex index;

        Library(List<PolicyDocument> documents, int first) {
            this.documents = documents;
            this.deciding = new DecidingPassages(documents);
            this.first = first;
            this.index = LucenePolicyIndex.build(documents, embedder, VectorCache.none());
        }

        List<String> tokens() {
            List<String> lines = new ArrayList<>();
            for (PolicyDocument document : documents) {
                for (Passage passage : document.passages()) {
                    ArrayNode ids = JsonMapper.shared().createArrayNode();
                    put(texts.tokens(AnswerTexts.passage(document, passage), MOST_PASSAGE_TOKENS), ids);
                    lines.add(ids + "\n");
                }
            }
            return lines;
        }

        Set<Integer> right(LabelledQuestion question) {
            return deciding.of(question).stream()
                    .map(number -> first + number)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        String example(LabelledQuestion question, Set<Integer> right) {
            ObjectNode json = JsonMapper.shared().createObjectNode();
            put(
                    texts.tokens(AnswerTexts.question(question.question(), question.asker()), MOST_QUESTION_TOKENS),
                    json.putArray("ids"));
            ArrayNode deciding = json.putArray("right");
            right.forEach(deciding::add);
            ArrayNode near = json.putArray("near");
            index.search(question.question(), question.asker(), NEAR + right.size()).stream()
                    .map(this::number)
                    .filter(number -> !right.contains(number))
                    .limit(NEAR)
                    .forEach(near::add);
            return json + "\n";
        }

        private int number(PolicyIndex.Hit hit) {
            return first + deciding.number(hit.document(), hit.passage());
        }

        @Override
        public void close() throws IOException {
            index.close();
        }
    }

    private static void put(int[] numbers, ArrayNode into) {
        Arrays.stream(numbers).forEach(into::add);
    }
}
