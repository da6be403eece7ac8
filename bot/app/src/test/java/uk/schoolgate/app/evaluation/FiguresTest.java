package uk.schoolgate.app.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
        List<LabelledMessage> test = new ArrayList<>();
        for (String writer : List.of("w11", "w12", "w14")) {
            test.addAll(LabelledMessages.read(SCREENING.resolve("messages/" + writer + ".jsonl")));
        }
        List<Judged> judged = test.parallelStream()
                .map(message -> new Judged(message, desk.screener().screen(inputs.of(message))))
                .toList();
        Map<String, Double> measured = new TreeMap<>();
        for (String mix : List.of("everyday", "hard")) {
            List<Judged> part = judged.stream().filter(Judged.ofMix(mix)).toList();
            MEASURED.forEach((name, categories) -> {
                Tally tally = Tally.of(part, categories);
                measured.put(mix + " " + name + " precision", rounded(tally.precision()));
                measured.put(mix + " " + name + " recall", rounded(tally.recall()));
            });
            List<Judged> harmless =
                    part.stream().filter(one -> !one.deservesForce()).toList();
            long left =
                    harmless.stream().filter(one -> !one.isAnsweredWithForce()).count();
            measured.put(mix + " harmless left alone", rounded(left / (double) harmless.size()));
        }
        return measured;
    }

    private static double rounded(double figure) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.3f", figure));
    }
}
