package uk.schoolgate.app.evaluation;

import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.splitter.DocumentSplitters;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.HuggingFaceTokenCountEstimator;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.Quoter;

/** Another way to find what decides a question, as its makers set it up, to compare with. */
interface Peer {
    int MOST = 3;
    String TEXT = "text";

    /** The texts that it would show, best first. */
    List<String> find(String question);

    /**
     * The rank, from 0, of the first text that decides a question; -1 where none does. Texts of any length count, although
     * nobody would read 220 words on a phone: the peers are not held to our limit.
     */
    default int rankOfRight(LabelledQuestion question) {
        List<String> found = find(question.question());
        return IntStream.range(0, found.size())
                .filter(rank -> question.isDecidedBy(found.get(rank)))
                .findFirst()
                .orElse(-1);
    }

    /** Lucene's BM25 alone, over the very passages that Schoolgate would quote. */
    static Peer bm25(List<PolicyDocument> documents) throws IOException {
        EnglishAnalyzer analyzer = new EnglishAnalyzer();
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (PolicyDocument document : documents) {
                for (Passage passage : document.passages()) {
                    writer.addDocument(List.of(new TextField(TEXT, Quoter.quote(document, passage), Field.Store.YES)));
                }
            }
        }
        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
        QueryBuilder queries = new QueryBuilder(analyzer);
        return question -> search(searcher, queries.createBooleanQuery(TEXT, question));
    }

    private static List<String> search(IndexSearcher searcher, org.apache.lucene.search.Query query) {
        if (query == null) {
            return List.of();
        }
        try {
            List<String> found = new ArrayList<>();
            for (ScoreDoc one : searcher.search(query, MOST).scoreDocs) {
                found.add(searcher.storedFields().document(one.doc).get(TEXT));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What langchain4j's Easy RAG sets up: parts of 300 tokens with 30 shared, bge-small-en-v1.5, the nearest three. Its
     * own artifact of this version is not complete where releases are published, so its parts are put together here.
     */
    static Peer easyRag(List<PolicyDocument> documents) {
        EmbeddingModel model = new BgeSmallEnV15QuantizedEmbeddingModel();
        InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
        EmbeddingStoreIngestor.builder()
                .documentSplitter(DocumentSplitters.recursive(300, 30, new HuggingFaceTokenCountEstimator()))
                .embeddingModel(model)
                .embeddingStore(store)
                .build()
                .ingest(documents.stream()
                        .map(document -> Document.from(document.text()))
                        .toList());
        EmbeddingStoreContentRetriever retriever = EmbeddingStoreContentRetriever.builder()
                .embeddingStore(store)
                .embeddingModel(model)
                .maxResults(MOST)
                .build();
        return question -> retriever.retrieve(Query.from(question)).stream()
                .map(Content::textSegment)
                .map(TextSegment::text)
                .toList();
    }
}
