package uk.schoolgate.adapter.models;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.schoolgate.core.screening.judging.Signal;
import uk.schoolgate.core.text.ListFile;

/** Turns what the heads say into probabilities, by figures that were fitted on messages that nothing was learnt from. */
final class Calibration {
    private static final String FITTED = "/schoolgate/screening/calibration.txt";
    private static final String SENSE = "SENSE";

    /** Leaves figures as they are. */
    static final Calibration NONE = new Calibration(Map.of(), 1);

    private final Map<Signal, double[]> signals;
    private final double temperature;

    private Calibration(Map<Signal, double[]> signals, double temperature) {
        this.signals = signals;
        this.temperature = temperature;
    }

    /** Reads {@code prompts/screening/calibration.txt}. */
    static Calibration load() {
        Map<String, String> fitted = ListFile.entries(FITTED);
        Map<Signal, double[]> signals = new EnumMap<>(Signal.class);
        for (Signal signal : Signal.values()) {
            signals.put(signal, numbers(fitted, signal.name()));
        }
        return new Calibration(signals, numbers(fitted, SENSE)[0]);
    }

    private static double[] numbers(Map<String, String> fitted, String name) {
        String line = fitted.get(name);
        if (line == null) {
            throw new IllegalStateException(FITTED + " has no " + name);
        }
        return List.of(line.split(" +", -1)).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** How likely a signal is (Platt scaling). */
    double signal(Signal signal, double logit) {
        double[] line = signals.getOrDefault(signal, new double[] {1, 0});
        return Head.sigmoid(line[0] * logit + line[1]);
    }

    /** How likely each sense is (temperature scaling). */
    double[] senses(double[] logits) {
        double[] scaled = logits.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] /= temperature;
        }
        return Head.softmax(scaled);
    }
}
