package uk.schoolgate.app.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.schoolgate.core.screening.Category;

/** How far two people who label the same messages agree, so that nobody takes the labels for more than they are. */
class SecondLabelsTest {
    private static final Path SCREENING = Path.of("../../prompts/screening");
    private static final Map<String, LabelledMessage> FIRST = byId("messages");
    private static final Map<String, LabelledMessage> SECOND = byId("second");

    private static Map<String, LabelledMessage> byId(String folder) {
        return LabelledMessages.read(SCREENING.resolve(folder)).stream()
                .collect(Collectors.toMap(LabelledMessage::id, Function.identity()));
    }

    @Test
    void theSampleIsLargeAndOutOfEveryWriter() {
        assertThat(SECOND).hasSizeGreaterThanOrEqualTo(300);
        assertThat(SECOND.keySet().stream().map(id -> id.substring(0, 3)).distinct())
                .hasSize(16);
        assertThat(FIRST.keySet()).containsAll(SECOND.keySet());
    }

    @ParameterizedTest
    @EnumSource(value = Category.class, names = "PHOTO", mode = EnumSource.Mode.EXCLUDE)
    void theyAgreeAlmostPerfectly(Category category) {
        double kappa = kappa(EnumSet.of(category));
        assertThat(kappa).as("Cohen's kappa of %s", category).isGreaterThan(0.81);
    }

    private static double kappa(Set<Category> categories) {
        double first = 0;
        double other = 0;
        double alike = 0;
        for (LabelledMessage message : FIRST.values()) {
            LabelledMessage again = SECOND.get(message.id());
            if (again != null) {
                boolean here = has(message, categories);
                boolean there = has(again, categories);
                first += here ? 1 : 0;
                other += there ? 1 : 0;
                alike += here == there ? 1 : 0;
            }
        }
        double all = SECOND.size();
        double chance = (first * other + (all - first) * (all - other)) / (all * all);
        return (alike / all - chance) / (1 - chance);
    }

    private static boolean has(LabelledMessage message, Set<Category> categories) {
        return message.labels().stream().anyMatch(label -> categories.contains(label.is()));
    }
}
