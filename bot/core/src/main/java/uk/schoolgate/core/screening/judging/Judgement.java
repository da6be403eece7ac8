package uk.schoolgate.core.screening.judging;

import java.util.List;
import java.util.Map;

/**
 * What a {@link Judge} says. All figures are probabilities, 0 to 1, calibrated on messages that the model did not learn from.
 *
 * @param senses for each marked place of the message, in order, how likely each sense is; places of staff have an empty map
 * @param signals how likely each signal is in the message
 * @param evidence stretches that carry a signal, in order; at least one for each signal of a message with text
 */
public record Judgement(List<Map<ChildSense, Double>> senses, Map<Signal, Double> signals, List<Evidence> evidence) {
    /**
     * A stretch that carries a signal.
     *
     * @param start index of its first char in the message as written
     * @param end index after its last char
     */
    public record Evidence(Signal signal, int start, int end) {}

    public Judgement {
        senses = List.copyOf(senses);
        signals = Map.copyOf(signals);
        evidence = List.copyOf(evidence);
    }

    /** How likely a signal is; 0 where nothing is known of it. */
    public double of(Signal signal) {
        return signals.getOrDefault(signal, 0.0);
    }

    /** The stretches that carry a signal, in order. */
    public List<Evidence> evidence(Signal signal) {
        return evidence.stream().filter(stretch -> stretch.signal() == signal).toList();
    }
}
