package uk.schoolgate.core.screening;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.screening.judging.Judge;
import uk.schoolgate.core.screening.judging.Judgement;
import uk.schoolgate.core.screening.judging.Marking;
import uk.schoolgate.core.screening.judging.Signal;
import uk.schoolgate.core.screening.naming.ChildSighting;
import uk.schoolgate.core.screening.staff.StaffSighting;
import uk.schoolgate.core.text.Span;
import uk.schoolgate.core.wording.Wording;

/** Screens by finding names and letting a judge say what is said about them. */
public final class LearntScreener implements Screener {
    private final MessageReader reader;
    private final Judge judge;
    private final Thresholds thresholds;
    private final ChildJudging children;
    private final ClauseFinder clauses;
    private final boolean hasRoll;
    private final Wording wording;

    /**
     * @param roll who belongs to the school
     * @param clauses what findings rest on
     */
    public LearntScreener(
            MessageReader reader,
            Judge judge,
            Thresholds thresholds,
            Roll roll,
            ClauseFinder clauses,
            Wording wording) {
        this.reader = reader;
        this.judge = judge;
        this.thresholds = thresholds;
        this.hasRoll = roll.hasPupils();
        this.children = new ChildJudging(thresholds, hasRoll);
        this.clauses = clauses;
        this.wording = wording;
    }

    @Override
    public Screening screen(ScreeningInput input) {
        Reading reading = reader.read(input);
        List<Reading> before = reader.readBefore(input);
        Judgement judgement = judge.judge(
                reading.marked(), before.stream().map(Reading::marked).toList());
        Sketch sketch = new Sketch();
        children(reading, judgement, sketch);
        signals(reading, before, judgement, sketch);
        reading.contacts().forEach(span -> sketch.add(Category.CONTACT_DETAILS, span, Set.of(), 0.9));
        if (input.media().stream().anyMatch(media -> media.isPicture())) {
            sketch.addWithoutSpan(Category.PHOTO, 1);
        }
        List<Finding> findings = sketch.findings(clauses, wording, hasRoll);
        return new Screening(findings, findings.isEmpty() ? Set.of() : reader.adultsIn(input));
    }

    @Override
    public String masked(ScreeningInput input) {
        return new NameMask(wording).masked(reader.read(input));
    }

    private void children(Reading reading, Judgement judgement, Sketch sketch) {
        List<Marking> markings = reading.marked().markings();
        // A message can hold thousands of names: looking each up among all would cost the square.
        Map<Span, ChildSighting> sightings = reading.childrenBySpan();
        for (int i = 0; i < markings.size(); i++) {
            Marking marking = markings.get(i);
            ChildSighting child = marking.mark().isChild() ? sightings.get(marking.span()) : null;
            if (child != null) {
                children.of(child, judgement.senses().get(i))
                        .ifPresent(verdict ->
                                sketch.add(verdict.category(), child.span(), child.pupils(), verdict.score()));
            }
        }
    }

    private void signals(Reading reading, List<Reading> before, Judgement judgement, Sketch sketch) {
        for (Signal signal : Signal.values()) {
            Category category = Category.of(signal);
            double score = judgement.of(signal);
            if (thresholds.reached(category, score)) {
                List<Span> spans = Spans.of(reading.text(), judgement.evidence(signal));
                Set<String> people = meansStaff(category, judgement) ? staffMeant(reading, spans, before) : Set.of();
                spans.forEach(span -> sketch.add(category, span, people, score));
            }
        }
    }

    /**
     * Whether the staff beside a signal are whom it is about. Beside a sign of harm they are more often those who help: they
     * must not lose the sign for being mentioned, and whom it may well accuse must not be who gets it.
     */
    private boolean meansStaff(Category category, Judgement judgement) {
        return category != Category.SAFEGUARDING
                || thresholds.suspected(Category.STAFF_ALLEGATION, judgement.of(Signal.ALLEGATION));
    }

    /** Staff in the sentences that carry it; else all that the message names; else whom it was about before. */
    private static Set<String> staffMeant(Reading reading, List<Span> spans, List<Reading> before) {
        Set<String> near = new TreeSet<>();
        for (StaffSighting sighting : reading.staff()) {
            Span sentence = reading.sentenceOf(sighting);
            if (spans.stream().anyMatch(span -> span.start() < sentence.end() && span.end() > sentence.start())) {
                near.addAll(sighting.staff());
            }
        }
        if (!near.isEmpty()) {
            return near;
        }
        Set<String> named = reading.staffIds();
        return named.isEmpty() && reading.staff().isEmpty()
                ? before.stream()
                        .flatMap(earlier -> earlier.staffIds().stream())
                        .collect(Collectors.toSet())
                : named;
    }
}
