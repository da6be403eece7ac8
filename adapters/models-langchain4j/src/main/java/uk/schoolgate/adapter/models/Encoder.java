package uk.schoolgate.adapter.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Arrays;
import java.util.Map;

/** A BERT on ONNX Runtime, one thread a call: several calls at once use the cores better than one call on all of them. */
final class Encoder implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    /** @param model an ONNX file */
    Encoder(byte[] model) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model, options);
        } catch (OrtException e) {
            throw new IllegalStateException("the model does not load", e);
        }
    }

    /**
     * The states of the tokens of one text.
     *
     * @param ids the tokens
     * @param types which of two texts each token is of
     */
    float[][] states(long[] ids, long[] types) {
        long[] mask = new long[ids.length];
        Arrays.fill(mask, 1);
        try (OnnxTensor tokens = tensor(ids);
                OnnxTensor masks = tensor(mask);
                OnnxTensor segments = tensor(types);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", tokens, "attention_mask", masks, "token_type_ids", segments))) {
            return ((float[][][]) result.get(0).getValue())[0];
        } catch (OrtException e) {
            throw new IllegalStateException("the model fails", e);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {values});
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the model does not close", e);
        }
    }
}
