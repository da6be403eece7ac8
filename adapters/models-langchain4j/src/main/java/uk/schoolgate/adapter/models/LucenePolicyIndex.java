package uk.schoolgate.adapter.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
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

    private final List<PolicyDocument> documents;
    private final List<Entry> entries;
    private final Embedder embedder;
    private final Analyzer analyzer = new EnglishAnalyzer();
    private final Fusion fusion = Fusion.fitted();
    private final Askable askable = Askable.fitted();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private record Entry(PolicyDocument document, Passage passage) {}

    private LucenePolicyIndex(
            List<PolicyDocument> documents, List<Entry> entries, Embedder embedder, List<float[]> vectors)
            throws IOException {
        this.documents = documents;
        this.entries = entries;
        this.embedder = embedder;
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (int i = 0; i < entries.size(); i++) {
                writer.addDocument(document(i, entries.get(i), vectors.get(i)));
            }
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
        List<Entry> entries = new ArrayList<>();
        for (PolicyDocument document : documents) {
            document.passages().forEach(passage -> entries.add(new Entry(document, passage)));
        }
        List<float[]> vectors = new CachedEmbedding(embedder, cache)
                .embed(entries.stream()
                        .map(entry -> AnswerTexts.passage(entry.document(), entry.passage()))
                        .toList());
        try {
            return new LucenePolicyIndex(List.copyOf(documents), entries, embedder, vectors);
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
        float[] question =
                embedder.embed(List.of(AnswerTexts.question(words, asker))).getFirst();
        try {
            Map<Integer, Double> lexical = lexical(words, asker);
            Map<Integer, Double> semantic = semantic(question, asker);
            return fusion.fuse(lexical, semantic, askable.of(question)).stream()
                    .sorted(Comparator.comparingDouble(Fusion.Fused::score).reversed())
                    .limit(most)
                    .map(this::hit)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Hit hit(Fusion.Fused fused) {
        Entry entry = entries.get(fused.number());
        return new Hit(entry.document(), entry.passage(), fused.lexical(), fused.semantic(), fused.score());
    }

    private Map<Integer, Double> lexical(String words, Asker asker) throws IOException {
        QueryBuilder builder = new QueryBuilder(analyzer);
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
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc found : searcher.search(query, CANDIDATES).scoreDocs) {
            scores.put(number(stored, found), (double) found.score);
        }
        return scores;
    }

    private Map<Integer, Double> semantic(float[] question, Asker asker) throws IOException {
        KnnFloatVectorQuery query = new KnnFloatVectorQuery(MEANING, question, CANDIDATES, visibleTo(asker));
        Map<Integer, Double> scores = new HashMap<>();
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc found : searcher.search(query, CANDIDATES).scoreDocs) {
            // Lucene gives (1 + cosine) / 2 for the dot product of unit vectors.
            scores.put(number(stored, found), 2.0 * found.score - 1);
        }
        return scores;
    }

    private static int number(StoredFields stored, ScoreDoc found) throws IOException {
        return stored.document(found.doc).getField(NUMBER).numericValue().intValue();
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
