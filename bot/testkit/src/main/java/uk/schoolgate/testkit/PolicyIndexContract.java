package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.PolicyIndex;

/** What every policy index promises. */
public interface PolicyIndexContract {
    /** An index over these documents. */
    PolicyIndex indexOf(List<PolicyDocument> documents);

    /** A policy with one paragraph for each text. */
    static PolicyDocument policy(String file, Audience audience, String... texts) {
        List<Passage> passages = new ArrayList<>();
        for (String text : texts) {
            passages.add(new Passage(
                    passages.size(),
                    Passage.Kind.PARAGRAPH,
                    List.of("1. Rules"),
                    OptionalInt.of(1),
                    "",
                    text,
                    OptionalInt.empty(),
                    false));
        }
        return new PolicyDocument(file, "Title of " + file, audience, PolicyDocument.Facts.NONE, passages);
    }

    private PolicyIndex twoPolicies() {
        return indexOf(List.of(
                policy(
                        "uniform.txt",
                        Audience.EVERYONE,
                        "Jumpers are bottle green and shoes are black.",
                        "Hoop earrings must not be worn; studs may."),
                policy("staff.txt", Audience.STAFF, "Staff must not wear hoop earrings while teaching swimming.")));
    }

    @Test
    default void theBestPassageComesFirst() {
        List<PolicyIndex.Hit> hits = twoPolicies().search("may she wear hoop earrings", Asker.PARENT, 5);
        assertThat(hits.getFirst().passage().text()).startsWith("Hoop earrings");
        assertThat(hits).isSortedAccordingTo((one, other) -> Double.compare(other.score(), one.score()));
        assertThat(hits).allSatisfy(hit -> assertThat(hit.score()).isBetween(0.0, 1.0));
    }

    @Test
    default void aParentNeverSeesWhatIsForStaff() {
        PolicyIndex index = twoPolicies();
        assertThat(index.search("hoop earrings while teaching swimming", Asker.PARENT, 50))
                .isNotEmpty()
                .allSatisfy(hit -> assertThat(hit.document().audience()).isEqualTo(Audience.EVERYONE));
        assertThat(index.documents(Asker.PARENT))
                .extracting(PolicyDocument::file)
                .containsExactly("uniform.txt");
    }

    @Test
    default void staffAndOfficeSeeBoth() {
        PolicyIndex index = twoPolicies();
        for (Asker asker : List.of(Asker.STAFF, Asker.OFFICE)) {
            assertThat(index.search("hoop earrings while teaching swimming", asker, 50))
                    .extracting(hit -> hit.document().file())
                    .contains("staff.txt", "uniform.txt");
            assertThat(index.documents(asker)).hasSize(2);
        }
    }

    @Test
    default void noMoreThanAskedFor() {
        assertThat(twoPolicies().search("hoop earrings", Asker.STAFF, 2)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    default void anEmptyIndexAndAnEmptyQuestionFindNothing() {
        assertThat(indexOf(List.of()).search("anything", Asker.STAFF, 5)).isEmpty();
        assertThat(twoPolicies().search("  ", Asker.STAFF, 5)).isEmpty();
    }

    @Test
    default void noQuestionMakesItFail() {
        PolicyIndex index = twoPolicies();
        String pastedLetter =
                IntStream.range(0, 5000).mapToObj(i -> "word" + i + "phone").collect(Collectors.joining(" "));
        for (String question : List.of(
                "\"", "a AND OR (", "*:*", "\uD800", "🙂", "x".repeat(20_000), "a ".repeat(5000), pastedLetter)) {
            assertThat(index.search(question, Asker.PARENT, 5)).hasSizeLessThanOrEqualTo(5);
        }
    }
}
