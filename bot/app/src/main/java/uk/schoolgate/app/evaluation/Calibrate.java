package uk.schoolgate.app.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.schoolgate.adapter.models.BgeJudge;
import uk.schoolgate.app.school.Models;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.MessageReader;
import uk.schoolgate.core.screening.Reading;
import uk.schoolgate.core.screening.judging.ChildSense;
import uk.schoolgate.core.screening.judging.Judgement;
import uk.schoolgate.core.screening.judging.Marking;
import uk.schoolgate.core.screening.judging.Signal;

/**
 * A step of training: fits how scores become probabilities on labelled messages that the model did not learn from.
 *
 * <p>{@code Calibrate SCHOOL CALIBRATION.txt MESSAGES...}
 */
public final class Calibrate {
    private static final String HEADING =
            "# How what the model says becomes a probability: slope and intercept for each"
                    + " signal, a temperature\n# for the senses. Written by training, from the dev part of the messages.\n";
    private static final double COOLEST = 0.5;
    private static final double WARMEST = 4;
    private static final double STEP = 0.05;

    private final List<LabelledMessage> messages = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final List<Judgement> judgements = new ArrayList<>();

    private Calibrate(List<LabelledMessage> labelled, SchoolFolder folder, PhoneNumberParser phones) {
        MessageReader reader = new MessageReader(folder.school(), folder.roll(), phones, Models.english());
        LabelledInput inputs = new LabelledInput(folder.school(), phones);
        try (BgeJudge judge = BgeJudge.uncalibrated()) {
            for (LabelledMessage message : labelled) {
                Reading reading = reader.read(inputs.of(message));
                messages.add(message);
                readings.add(reading);
                judgements.add(judge.judge(reading.marked(), reader.markedBefore(inputs.of(message))));
            }
        }
    }

    /** Fits and writes the figures. */
    public static void main(String[] arguments) throws IOException {
        PhoneNumberParser phones = new PhoneNumberParser();
        SchoolFolder folder = SchoolFolder.read(Path.of(arguments[0]), phones);
        List<LabelledMessage> messages = Arrays.stream(arguments)
                .skip(2)
                .flatMap(file -> LabelledMessages.read(Path.of(file)).stream())
                .toList();
        Files.writeString(Path.of(arguments[1]), new Calibrate(messages, folder, phones).fitted());
    }

    private String fitted() {
        StringBuilder out = new StringBuilder(HEADING);
        for (Signal signal : Signal.values()) {
            PlattScaling.Line line = PlattScaling.fit(scores(signal));
            out.append(String.format(Locale.ROOT, "%s: %.4f %.4f%n", signal, line.slope(), line.intercept()));
        }
        return out.append(String.format(Locale.ROOT, "SENSE: %.2f%n", temperature()))
                .toString();
    }

    private List<PlattScaling.Scored> scores(Signal signal) {
        List<PlattScaling.Scored> scores = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            double likely = judgements.get(i).of(signal);
            boolean there = messages.get(i).has(Category.of(signal));
            scores.add(new PlattScaling.Scored(Math.log(likely / (1 - likely)), there));
        }
        return scores;
    }

    private double temperature() {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (double temperature = COOLEST; temperature <= WARMEST; temperature += STEP) {
            double wrong = wrong(temperature);
            if (wrong < least) {
                least = wrong;
                best = temperature;
            }
        }
        return best;
    }

    private double wrong(double temperature) {
        double wrong = 0;
        for (int i = 0; i < messages.size(); i++) {
            List<Marking> markings = readings.get(i).marked().markings();
            for (int m = 0; m < markings.size(); m++) {
                Map<ChildSense, Double> senses = judgements.get(i).senses().get(m);
                if (!senses.isEmpty()) {
                    ChildSense right = LabelledSenses.of(messages.get(i), markings.get(m));
                    wrong -= Math.log(share(senses, right, temperature));
                }
            }
        }
        return wrong;
    }

    private static double share(Map<ChildSense, Double> senses, ChildSense right, double temperature) {
        double sum = 0;
        for (double likely : senses.values()) {
            sum += Math.pow(likely, 1 / temperature);
        }
        return Math.max(Math.pow(senses.getOrDefault(right, 0.0), 1 / temperature) / sum, 1e-9);
    }
}
