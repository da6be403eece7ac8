package uk.schoolgate.adapter.models;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import uk.schoolgate.core.policy.Embedder;

/**
 * BGE small, English, quantised: 33 million parameters out of langchain4j's jar, on the processor alone, with what
 * {@code bot/training} has taught it: a parent's question lies near the clause that decides it.
 *
 * <p>Run directly on ONNX Runtime because langchain4j's wrapper lets every call spread over all cores: one thread a call
 * and several calls at once are three times as fast on two cores.
 */
public final class BgeEmbedder implements Embedder, AutoCloseable {
    static final String MODEL = "bge-small-en-v1.5-q";
    private static final int DIMENSION = 384;
    private static final int MOST_TOKENS = 512;
    /** Longer texts are cut before they are split into tokens, as the model reads no more than {@link #MOST_TOKENS}. */
    private static final int MOST_CHARS = 4000;

    private static final String LEARNT = "/schoolgate/models/finding.safetensors";

    private final String name;
    private final Encoder encoder;
    private final HuggingFaceTokenizer tokenizer;

    /** Loads the model and adapts it, which takes about a second. */
    public BgeEmbedder() {
        this(
                MODEL + "-" + Safetensors.fingerprint(LEARNT),
                bytes -> AdaptedModel.of(bytes, Safetensors.resource(LEARNT)));
    }

    private BgeEmbedder(String name, UnaryOperator<byte[]> adaptation) {
        this.name = name;
        try (InputStream model = resource("/" + MODEL + ".onnx");
                InputStream vocabulary = resource("/" + MODEL + "-tokenizer.json")) {
            encoder = new Encoder(adaptation.apply(model.readAllBytes()));
            tokenizer = HuggingFaceTokenizer.newInstance(
                    vocabulary, Map.of("truncation", "true", "modelMaxLength", Integer.toString(MOST_TOKENS)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The model as it was published, for comparing. */
    public static BgeEmbedder published() {
        return new BgeEmbedder(MODEL, bytes -> bytes);
    }

    static InputStream resource(String name) {
        InputStream in = BgeEmbedder.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("the embedding model is not on the class path: " + name);
        }
        return in;
    }

    @Override
    public String model() {
        return name;
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        // One by one: a quantised model rounds by what else is in a batch, so a text's vector would depend on its
        // neighbours.
        return texts.parallelStream().map(this::embed).toList();
    }

    private float[] embed(String text) {
        Encoding encoding = tokenizer.encode(shorten(text));
        // BGE keeps the meaning of a text in the state of its first token.
        return Vectors.unit(encoder.states(encoding.getIds(), encoding.getTypeIds())[0]);
    }

    private static String shorten(String text) {
        return text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) : text;
    }

    @Override
    public void close() {
        encoder.close();
        tokenizer.close();
    }
}
