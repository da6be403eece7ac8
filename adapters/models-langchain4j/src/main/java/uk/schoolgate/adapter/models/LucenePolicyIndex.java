package uk.schoolgate.adapter.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountAnalyzer;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.Embedder;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.policy.VectorCache;

/**
 * Policies in one Lucene index, by words and by meaning. Built once for a set of documents and then only read; a change
 * of the documents makes a new one.
 */
public final class LucenePolicyIndex implements PolicyIndex, AutoCloseable {
    private static final String WORDS = "words";
    private static final String HEADINGS = "headings";
    private static final String MEANING = "meaning";
    private static final String AUDIENCE = "audience";
    private static final String NUMBER = "number";
    private static final int CANDIDATES = 60;
    private static final int MOST_WORDS = 256;

    private final List<PolicyDocument> documents;
    private final List<Entry> entries;
    private final Embedder embedder;
    private final Analyzer analyzer = new EnglishAnalyzer();
    /** Lucene refuses a query of more than a thousand words, as of a letter that somebody pastes. */
    private final Analyzer questions = new LimitTokenCountAnalyzer(analyzer, MOST_WORDS);

    private final Finding finding;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private record Entry(PolicyDocument document, Passage passage) {}

    /**
     * Keeps vectors without a graph between them: a school has some thousands, which are looked through in about a
     * millisecond, and a graph takes many seconds to build, more for each passage the more there are.
     */
    private static final class ExactVectors extends Lucene104Codec {
        private static final int NEVER_A_GRAPH = Integer.MAX_VALUE;

        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
            return new Lucene99HnswVectorsFormat(
                    Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
                    Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
                    Lucene99HnswVectorsFormat.DEFAULT_NUM_MERGE_WORKER,
                    null,
                    NEVER_A_GRAPH);
        }
    }

    /**
     * A question and what can be told from it alone.
     *
     * @param askable what {@link Askable} says of it
     * @param like what is known from questions like it
     * @param candidates passages that may decide it, in no order
     */
    public record Considered(double askable, Precedents.Like like, List<Candidate> candidates) {}

    /**
     * A passage that may decide a question.
     *
     * @param lexical how well the words match, from 0
     * @param share the same, as a share of the best match
     * @param semantic cosine of the meanings
     * @param precedent how near it is to what decided similar questions
     */
    public record Candidate(
            PolicyDocument document, Passage passage, double lexical, double share, double semantic, double precedent) {
        /** How near it is in all. */
        public double near(Fusion fusion) {
            return fusion.near(semantic, precedent, share);
        }
    }

    private LucenePolicyIndex(
            List<PolicyDocument> documents,
            List<Entry> entries,
            Embedder embedder,
            List<float[]> vectors,
            Finding finding)
            throws IOException {
        this.documents = documents;
        this.entries = entries;
        this.embedder = embedder;
        this.finding = finding;
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriterConfig config = new IndexWriterConfig(analyzer).setCodec(new ExactVectors());
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (int i = 0; i < entries.size(); i++) {
                writer.addDocument(document(i, entries.get(i), vectors.get(i)));
            }
            // In one segment, Lucene's number of a document is the number of its vector.
            writer.forceMerge(1);
        }
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
    }

    /**
     * Builds the index; the time goes into embedding the passages that the cache does not know.
     *
     * @param cache vectors of passages that were embedded before
     */
    public static LucenePolicyIndex build(List<PolicyDocument> documents, Embedder embedder, VectorCache cache) {
        return build(documents, embedder, cache, Finding.learnt());
    }

    /** The same with something else learnt than what is in the jar. */
    public static LucenePolicyIndex build(
            List<PolicyDocument> documents, Embedder embedder, VectorCache cache, Finding finding) {
        List<Entry> entries = new ArrayList<>();
        for (PolicyDocument document : documents) {
            document.passages().forEach(passage -> entries.add(new Entry(document, passage)));
        }
        List<float[]> vectors = new CachedEmbedding(embedder, cache)
                .embed(entries.stream()
                        .map(entry -> AnswerTexts.passage(entry.document(), entry.passage()))
                        .toList());
        try {
            return new LucenePolicyIndex(List.copyOf(documents), entries, embedder, vectors, finding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(int number, Entry entry, float[] vector) {
        Document document = new Document();
        document.add(new StoredField(NUMBER, number));
        document.add(new StringField(AUDIENCE, entry.document().audience().name(), Field.Store.NO));
        document.add(new TextField(WORDS, AnswerTexts.inContext(entry.document(), entry.passage()), Field.Store.NO));
        document.add(new TextField(
                HEADINGS,
                entry.document().title() + " "
                        + String.join(" ", entry.passage().section()),
                Field.Store.NO));
        document.add(new KnnFloatVectorField(MEANING, vector, VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }

    @Override
    public List<PolicyDocument> documents(Asker asker) {
        return documents.stream()
                .filter(document -> asker.maySee(document.audience()))
                .toList();
    }

    @Override
    public List<Hit> search(String words, Asker asker, int most) {
        if (entries.isEmpty() || words.isBlank()) {
            return List.of();
        }
        Considered considered = consider(words, asker);
        Repetition repetition = new Repetition(words);
        return considered.candidates().stream()
                .sorted(Comparator.<Candidate>comparingDouble(candidate -> candidate.near(finding.fusion()))
                        .reversed())
                .limit(most)
                .map(candidate -> new Hit(
                        candidate.document(),
                        candidate.passage(),
                        candidate.lexical(),
                        candidate.semantic(),
                        likely(considered, candidate, repetition)))
                .toList();
    }

    private double likely(Considered considered, Candidate candidate, Repetition repetition) {
        return finding.fusion()
                .likely(
                        candidate.near(finding.fusion()),
                        considered.askable(),
                        Fusion.doubt(considered.like().undecided(), candidate.semantic()),
                        repetition.in(candidate.document(), candidate.passage()));
    }

    /** What can be told from a question, and the passages that may decide it. */
    public Considered consider(String words, Asker asker) {
        float[] question =
                embedder.embed(List.of(AnswerTexts.question(words, asker))).getFirst();
        Precedents.Like like = finding.precedents().like(question);
        try {
            Map<Integer, Double> lexical = lexical(words, asker);
            Set<Integer> found = semantic(expected(question, like), asker);
            found.addAll(lexical.keySet());
            return new Considered(finding.askable().of(question), like, candidates(found, lexical, question, like));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nearness is a sum of products with a passage, so one search with the sum of the vectors finds the nearest. */
    private float[] expected(float[] question, Precedents.Like like) {
        return Vectors.unit(like.addedTo(question, finding.fusion().precedents()));
    }

    private List<Candidate> candidates(
            Set<Integer> found, Map<Integer, Double> lexical, float[] question, Precedents.Like like)
            throws IOException {
        double best =
                lexical.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        StoredFields stored = searcher.storedFields();
        FloatVectorValues vectors = reader.leaves().getFirst().reader().getFloatVectorValues(MEANING);
        List<Candidate> candidates = new ArrayList<>();
        for (int number : found) {
            Entry entry = entries.get(
                    stored.document(number).getField(NUMBER).numericValue().intValue());
            float[] passage = vectors.vectorValue(number);
            double matched = lexical.getOrDefault(number, 0.0);
            candidates.add(new Candidate(
                    entry.document(),
                    entry.passage(),
                    matched,
                    best == 0 ? 0 : matched / best,
                    Vectors.dot(question, passage),
                    like.to(passage)));
        }
        return candidates;
    }

    private Map<Integer, Double> lexical(String words, Asker asker) throws IOException {
        QueryBuilder builder = new QueryBuilder(questions);
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        for (String field : List.of(WORDS, HEADINGS)) {
            Query query = builder.createBooleanQuery(field, words);
            if (query != null) {
                either.add(query, BooleanClause.Occur.SHOULD);
            }
        }
        BooleanQuery query = new BooleanQuery.Builder()
                .add(either.build(), BooleanClause.Occur.MUST)
                .add(visibleTo(asker), BooleanClause.Occur.FILTER)
                .build();
        Map<Integer, Double> scores = new HashMap<>();
        for (ScoreDoc found : searcher.search(query, CANDIDATES).scoreDocs) {
            scores.put(found.doc, (double) found.score);
        }
        return scores;
    }

    private Set<Integer> semantic(float[] expected, Asker asker) throws IOException {
        KnnFloatVectorQuery query = new KnnFloatVectorQuery(MEANING, expected, CANDIDATES, visibleTo(asker));
        Set<Integer> found = new HashSet<>();
        for (ScoreDoc one : searcher.search(query, CANDIDATES).scoreDocs) {
            found.add(one.doc);
        }
        return found;
    }

    private static Query visibleTo(Asker asker) {
        return asker.maySee(Audience.STAFF)
                ? MatchAllDocsQuery.INSTANCE
                : new TermQuery(new Term(AUDIENCE, Audience.EVERYONE.name()));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
