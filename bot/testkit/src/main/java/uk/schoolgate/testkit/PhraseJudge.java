package uk.schoolgate.testkit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.schoolgate.core.screening.judging.ChildSense;
import uk.schoolgate.core.screening.judging.Judge;
import uk.schoolgate.core.screening.judging.Judgement;
import uk.schoolgate.core.screening.judging.Judgement.Evidence;
import uk.schoolgate.core.screening.judging.MarkedText;
import uk.schoolgate.core.screening.judging.Signal;

/** A judge that knows a few phrases. A child whom nothing is said about is mentioned in passing. */
public final class PhraseJudge implements Judge {
    private static final double SURE = 0.95;

    private final List<String> breaking = new ArrayList<>();
    private final Map<String, Heard> signals = new LinkedHashMap<>();
    private final Map<String, ChildSense> senses = new LinkedHashMap<>();

    /** From now on a text with that phrase, in small letters, holds that signal. */
    public PhraseJudge hears(String phrase, Signal signal) {
        return hears(phrase, signal, SURE);
    }

    /** The same, as surely as that. */
    public PhraseJudge hears(String phrase, Signal signal, double score) {
        signals.put(phrase, new Heard(signal, score));
        return this;
    }

    private record Heard(Signal signal, double score) {}

    /** From now on that phrase, in small letters, says that of all children of its text. */
    public PhraseJudge understands(String phrase, ChildSense sense) {
        senses.put(phrase, sense);
        return this;
    }

    /** A message with that phrase in it makes the judge throw. */
    public PhraseJudge breaksOn(String phrase) {
        breaking.add(phrase);
        return this;
    }

    @Override
    public Judgement judge(MarkedText message, List<MarkedText> before) {
        if (breaking.stream().anyMatch(message.shown()::contains)) {
            throw new IllegalStateException("a judge with an error in it");
        }
        ChildSense said = senses.entrySet().stream()
                .filter(entry -> message.shown().contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ChildSense.PASSING);
        List<Map<ChildSense, Double>> perMark = message.markings().stream()
                .map(marking -> marking.mark().isChild() ? Map.of(said, SURE) : Map.<ChildSense, Double>of())
                .toList();
        Map<Signal, Double> heard = new EnumMap<>(Signal.class);
        List<Evidence> evidence = new ArrayList<>();
        signals.forEach((phrase, what) -> {
            int at = message.shown().indexOf(phrase);
            boolean inContext = !message.isEmpty()
                    && before.stream().anyMatch(earlier -> earlier.shown().contains(phrase));
            if (at >= 0 || inContext) {
                int first = Math.max(at, 0);
                int last = at >= 0 ? at + phrase.length() - 1 : message.shown().length() - 1;
                heard.put(what.signal(), what.score());
                evidence.add(new Evidence(what.signal(), message.starts()[first], message.ends()[last]));
            }
        });
        return new Judgement(perMark, heard, evidence);
    }
}
