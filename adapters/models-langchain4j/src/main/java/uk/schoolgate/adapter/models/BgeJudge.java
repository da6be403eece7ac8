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
import java.util.stream.IntStream;
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
    /** A part of a long message, read without the rest, looks worse than it is. The model takes no more than 512. */
    private static final int LONGEST_SURROUNDINGS = 400;

    /** A threat needs no context, and is lost among harmless sentences in less; the other signals lose by so little. */
    private static final int SHORT_WINDOW = 48;
    /** A window in which no token comes nearer to carrying a threat holds none. */
    private static final double FAINT = -6;

    /** A signal that is no likelier in any part of a message is not read for once more. */
    private static final double TELLING = 0.2;

    /** A token with this logit is as likely as not to carry a signal. */
    private static final double CARRIES = 0;

    private final Encoder encoder;
    private final HuggingFaceTokenizer tokenizer;
    private final MarkedTokens tokens;
    private final MarkedTokens shortTokens;
    private final MarkedTokens longTokens;
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
        longTokens = new MarkedTokens(tokenizer, LONGEST_SURROUNDINGS);
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
        List<WindowReading> readings = readAll(tokens.windows(message, before));
        boolean doubtful = readings.size() > 1 && readings.stream().anyMatch(this::isTelling);
        List<WindowReading> surroundings = doubtful ? readAll(longTokens.windows(message, before)) : List.of();
        readings.forEach(reading -> verdict.add(reading, surroundings));
        List<MarkedTokens.Window> faint = readings.stream()
                .filter(reading -> reading.most(THREAT) > FAINT)
                .map(WindowReading::window)
                .filter(window -> window.starts().length > SHORT_WINDOW)
                .toList();
        if (!faint.isEmpty()) {
            lookAgain(message, before, faint, verdict);
        }
        return verdict.judgement();
    }

    /** Whether a part says anything that the rest could put into another light: only then, as reading twice costs twice. */
    private boolean isTelling(WindowReading reading) {
        return IntStream.range(0, SIGNALS.size())
                .filter(signal -> signal != THREAT)
                .anyMatch(signal -> calibration.signal(SIGNALS.get(signal), reading.logit(signal)) > TELLING);
    }

    private List<WindowReading> readAll(List<MarkedTokens.Window> windows) {
        return windows.stream().map(this::read).toList();
    }

    private WindowReading read(MarkedTokens.Window window) {
        float[][] states = encoder.states(window.ids(), window.types());
        double[][] carried = new double[window.starts().length][];
        for (int i = 1; i < carried.length; i++) {
            carried[i] = carriers.of(states[i]);
        }
        return new WindowReading(window, states, signals.of(states[0]), carried);
    }

    /** Where a threat shows faintly, it is looked for again in shorter windows: only there, as reading twice costs twice. */
    private void lookAgain(
            MarkedText message, List<MarkedText> before, List<MarkedTokens.Window> faint, Verdict verdict) {
        for (MarkedTokens.Window window : shortTokens.windows(message, before)) {
            if (faint.stream().anyMatch(window::overlaps)) {
                verdict.addThreat(read(window));
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

        /**
         * Takes a window in.
         *
         * @param surroundings readings of longer stretches; empty where they could not matter
         */
        void add(WindowReading reading, List<WindowReading> surroundings) {
            for (MarkedTokens.MarkAt mark : reading.window().marks()) {
                if (message.markings().get(mark.number()).mark().isChild()) {
                    sensed.set(mark.number(), sense(reading.states()[mark.token()]));
                }
            }
            for (int signal = 0; signal < SIGNALS.size(); signal++) {
                // A threat needs no context, and is lost in much of it.
                add(signal, reading, signal == THREAT ? List.of() : surroundings);
            }
        }

        void addThreat(WindowReading reading) {
            add(THREAT, reading, List.of());
        }

        private void add(int signal, WindowReading reading, List<WindowReading> surroundings) {
            double logit = reading.logitAmong(signal, surroundings);
            strongest.merge(SIGNALS.get(signal), calibration.signal(SIGNALS.get(signal), logit), Math::max);
            gather(signal, reading.window(), reading.carried());
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
