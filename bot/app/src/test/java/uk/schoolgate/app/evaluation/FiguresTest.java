package uk.schoolgate.app.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import uk.schoolgate.app.command.Workbench;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.core.flow.SchoolDesk;
import uk.schoolgate.core.screening.Category;

/** Screening is still as good as when its figures were written down. What was measured is in {@code target/figures.txt}. */
class FiguresTest {
    private static final Path SCREENING = Path.of("../../prompts/screening");
    private static final Path SCHOOL = Path.of("src/main/school/alder-lane");
    /** Other processors round otherwise, and a message or two may fall on the other side. */
    private static final double TOLERANCE = 0.015;

    private static final Map<String, Set<Category>> MEASURED = Map.of(
            "child", EnumSet.of(Category.CHILD_IDENTIFYING, Category.CHILD_SENSITIVE),
            "staff", EnumSet.of(Category.STAFF_ATTACK, Category.STAFF_ALLEGATION),
            "complaint", EnumSet.of(Category.STAFF_COMPLAINT),
            "threat-or-hate", EnumSet.of(Category.THREAT, Category.HATE),
            "safeguarding", EnumSet.of(Category.SAFEGUARDING),
            "contact", EnumSet.of(Category.CONTACT_DETAILS));

    private static final List<String> SINGLE_MESSAGES = List.of("w11", "w12", "w14");
    private static final List<String> THREADS = List.of("w48");
    private static final Set<String> OFTEN_IN_THREADS = Set.of("staff", "complaint", "threat-or-hate", "safeguarding");

    @Test
    void nothingHasSlipped() throws IOException {
        Map<String, Double> measured = measured();
        Figures.write(Path.of("target/figures.txt"), measured);
        Map<String, Double> stored = Figures.read(SCREENING.resolve("figures.txt"));
        stored.forEach((name, figure) -> assertThat(measured.get(name))
                .as("%s of %s", name, measured)
                .isNotNull()
                .isGreaterThanOrEqualTo(figure - TOLERANCE));
        assertThat(stored).hasSameSizeAs(measured);
    }

    private static Map<String, Double> measured() {
        PhoneNumberParser phones = new PhoneNumberParser();
        SchoolFolder folder = SchoolFolder.read(SCHOOL, phones);
        SchoolDesk desk = Workbench.deskOf(folder, phones);
        LabelledInput inputs = new LabelledInput(folder.school(), phones);
        Function<LabelledMessage, Judged> judging =
                message -> new Judged(message, desk.screener().screen(inputs.of(message)));
        List<Judged> single = judged(SINGLE_MESSAGES, judging);
        Map<String, Double> measured = new TreeMap<>();
        for (String mix : List.of("everyday", "hard")) {
            List<Judged> part = single.stream().filter(Judged.ofMix(mix)).toList();
            measure(mix, part, MEASURED.keySet(), measured);
        }
        // Of the other kinds the threads hold a handful.
        measure("threads", judged(THREADS, judging), OFTEN_IN_THREADS, measured);
        return measured;
    }

    private static List<Judged> judged(List<String> writers, Function<LabelledMessage, Judged> judging) {
        return writers.stream()
                .flatMap(writer -> LabelledMessages.read(SCREENING.resolve("messages/" + writer + ".jsonl")).stream())
                .toList()
                .parallelStream()
                .map(judging)
                .toList();
    }

    private static void measure(String mix, List<Judged> part, Set<String> kinds, Map<String, Double> measured) {
        for (String kind : kinds) {
            Tally tally = Tally.of(part, MEASURED.getOrDefault(kind, Set.of()));
            measured.put(mix + " " + kind + " precision", rounded(tally.precision()));
            measured.put(mix + " " + kind + " recall", rounded(tally.recall()));
        }
        List<Judged> harmless =
                part.stream().filter(one -> !one.deservesForce()).toList();
        long left = harmless.stream().filter(one -> !one.isAnsweredWithForce()).count();
        measured.put(mix + " harmless left alone", rounded(left / (double) harmless.size()));
    }

    private static double rounded(double figure) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.3f", figure));
    }
}
