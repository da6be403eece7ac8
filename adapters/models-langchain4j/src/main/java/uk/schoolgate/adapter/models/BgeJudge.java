package uk.schoolgate.adapter.models;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.schoolgate.core.screening.judging.ChildSense;
import uk.schoolgate.core.screening.judging.Judge;
import uk.schoolgate.core.screening.judging.Judgement;
import uk.schoolgate.core.screening.judging.Judgement.Evidence;
import uk.schoolgate.core.screening.judging.MarkedText;
import uk.schoolgate.core.screening.judging.Signal;

/** BGE small with what {@code bot/training} has taught it about messages of school groups. */
public final class BgeJudge implements Judge, AutoCloseable {
    private static final List<Signal> SIGNALS = List.of(Signal.values());
    private static final int THREAT = SIGNALS.indexOf(Signal.THREAT);
    private static final List<ChildSense> SENSES = List.of(ChildSense.values());
    private static final String LEARNT = "/schoolgate/models/screening.safetensors";
    /** In a longer stretch one bad sentence is lost among harmless ones; on shorter ones nothing is gained. */
    private static final int LONGEST_WINDOW = 96;

    /** A threat needs no context, and is lost among harmless sentences in less; the other signals lose by so little. */
    private static final int SHORT_WINDOW = 48;
    /** A window in which no token comes nearer to carrying a threat holds none. */
    private static final double FAINT = -6;

    /** A token with this logit is as likely as not to carry a signal. */
    private static final double CARRIES = 0;

    private final Encoder encoder;
    private final HuggingFaceTokenizer tokenizer;
    private final MarkedTokens tokens;
    private final MarkedTokens shortTokens;
    private final Head senses;
    private final Head signals;
    private final Head carriers;
    private final Calibration calibration;

    /** Loads the model and adapts it, which takes about a second. */
    public BgeJudge() {
        this(Calibration.load());
    }

    /** A judge whose figures are as the model gives them, for fitting the calibration. */
    public static BgeJudge uncalibrated() {
        return new BgeJudge(Calibration.NONE);
    }

    private BgeJudge(Calibration calibration) {
        this.calibration = calibration;
        Safetensors learnt = Safetensors.resource(LEARNT);
        try (InputStream model = BgeEmbedder.resource("/" + BgeEmbedder.MODEL + ".onnx")) {
            encoder = new Encoder(AdaptedModel.of(model.readAllBytes(), learnt));
            tokenizer = wholeTexts();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tokens = new MarkedTokens(tokenizer, LONGEST_WINDOW);
        shortTokens = new MarkedTokens(tokenizer, SHORT_WINDOW);
        senses = Head.of(learnt, "sense");
        signals = Head.of(learnt, "signal");
        carriers = Head.of(learnt, "carrier");
    }

    /** The tokenizer of the model, for texts of any length. */
    static HuggingFaceTokenizer wholeTexts() throws IOException {
        try (InputStream vocabulary = BgeEmbedder.resource("/" + BgeEmbedder.MODEL + "-tokenizer.json")) {
            return HuggingFaceTokenizer.newInstance(vocabulary, Map.of("truncation", "false", "padding", "false"));
        }
    }

    @Override
    public Judgement judge(MarkedText message, List<MarkedText> before) {
        Verdict verdict = new Verdict(message);
        List<MarkedTokens.Window> faint = new ArrayList<>();
        for (MarkedTokens.Window window : tokens.windows(message, before)) {
            boolean threatens = verdict.add(window, encoder.states(window.ids(), window.types()));
            if (threatens && window.starts().length > SHORT_WINDOW) {
                faint.add(window);
            }
        }
        if (!faint.isEmpty()) {
            lookAgain(message, before, faint, verdict);
        }
        return verdict.judgement();
    }

    /** Where a threat shows faintly, it is looked for again in shorter windows: only there, as reading twice costs twice. */
    private void lookAgain(
            MarkedText message, List<MarkedText> before, List<MarkedTokens.Window> faint, Verdict verdict) {
        for (MarkedTokens.Window window : shortTokens.windows(message, before)) {
            if (faint.stream().anyMatch(window::overlaps)) {
                verdict.addThreat(window, encoder.states(window.ids(), window.types()));
            }
        }
    }

    /** Collects what the windows of a message say. */
    private final class Verdict {
        private final MarkedText message;
        private final List<Map<ChildSense, Double>> sensed;
        private final Map<Signal, Double> strongest = new EnumMap<>(Signal.class);
        private final List<Evidence> evidence = new ArrayList<>();

        Verdict(MarkedText message) {
            this.message = message;
            this.sensed = new ArrayList<>(Collections.nCopies(message.markings().size(), Map.of()));
        }

        /** Takes a window in; whether a threat shows in it, be it faintly. */
        boolean add(MarkedTokens.Window window, float[][] states) {
            for (MarkedTokens.MarkAt mark : window.marks()) {
                if (message.markings().get(mark.number()).mark().isChild()) {
                    sensed.set(mark.number(), sense(states[mark.token()]));
                }
            }
            double[] whole = signals.of(states[0]);
            double[][] carried = carried(window, states);
            for (int signal = 0; signal < SIGNALS.size(); signal++) {
                add(signal, window, whole, carried);
            }
            return most(THREAT, carried) > FAINT;
        }

        void addThreat(MarkedTokens.Window window, float[][] states) {
            add(THREAT, window, signals.of(states[0]), carried(window, states));
        }

        private double[][] carried(MarkedTokens.Window window, float[][] states) {
            double[][] carried = new double[window.starts().length][];
            for (int i = 1; i < carried.length; i++) {
                carried[i] = carriers.of(states[i]);
            }
            return carried;
        }

        private void add(int signal, MarkedTokens.Window window, double[] whole, double[][] carried) {
            strongest.merge(SIGNALS.get(signal), score(signal, whole, carried), Math::max);
            gather(signal, window, carried);
        }

        /** The message as a whole and its strongest token together, calibrated. */
        private double score(int signal, double[] whole, double[][] carried) {
            return calibration.signal(SIGNALS.get(signal), whole[signal] + most(signal, carried));
        }

        private static double most(int signal, double[][] carried) {
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 1; i < carried.length; i++) {
                most = Math.max(most, carried[i][signal]);
            }
            return most;
        }

        private Map<ChildSense, Double> sense(float[] state) {
            double[] shares = calibration.senses(senses.of(state));
            Map<ChildSense, Double> likely = new EnumMap<>(ChildSense.class);
            for (int sense = 0; sense < SENSES.size(); sense++) {
                likely.put(SENSES.get(sense), shares[sense]);
            }
            return likely;
        }

        /** Every stretch of tokens that carry the signal; where none does, the token that comes nearest. */
        private void gather(int signal, MarkedTokens.Window window, double[][] carried) {
            int strongestToken = 1;
            int from = -1;
            for (int i = 1; i < carried.length; i++) {
                double logit = carried[i][signal];
                strongestToken = logit > carried[strongestToken][signal] ? i : strongestToken;
                if (logit >= CARRIES && from < 0) {
                    from = i;
                } else if (logit < CARRIES && from > 0) {
                    keep(signal, window, from, i - 1);
                    from = -1;
                }
            }
            if (from > 0) {
                keep(signal, window, from, carried.length - 1);
            } else if (carried[strongestToken][signal] < CARRIES) {
                keep(signal, window, strongestToken, strongestToken);
            }
        }

        private void keep(int signal, MarkedTokens.Window window, int first, int last) {
            int start = message.starts()[window.starts()[first]];
            int end = message.ends()[window.ends()[last] - 1];
            evidence.add(new Evidence(SIGNALS.get(signal), start, end));
        }

        Judgement judgement() {
            return new Judgement(sensed, strongest, evidence);
        }
    }

    @Override
    public void close() {
        encoder.close();
        tokenizer.close();
    }
}
