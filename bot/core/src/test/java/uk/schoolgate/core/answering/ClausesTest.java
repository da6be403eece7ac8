package uk.schoolgate.core.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.Citation;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.policy.Quoter;

class ClausesTest {
    private static final PolicyDocument POLICY = new PolicyDocument(
            "p.txt",
            "Policy",
            Audience.EVERYONE,
            PolicyDocument.Facts.NONE,
            List.of(
                    leadIn(0, "Inside"),
                    bullet(1, 0, "Inside", "run"),
                    leadIn(2, "Outside"),
                    bullet(3, 2, "Outside", "climb"),
                    leadIn(4, "Outside"),
                    bullet(5, 4, "Outside", "fight")));

    private static Passage leadIn(int ordinal, String section) {
        return new Passage(
                ordinal,
                Passage.Kind.PARAGRAPH,
                List.of(section),
                OptionalInt.empty(),
                "",
                "Pupils must not:",
                OptionalInt.empty(),
                false);
    }

    private static Passage bullet(int ordinal, int leadIn, String section, String text) {
        return new Passage(
                ordinal,
                Passage.Kind.BULLET,
                List.of(section),
                OptionalInt.empty(),
                "•",
                text,
                OptionalInt.of(leadIn),
                false);
    }

    private final Clauses clauses = new Clauses(new PolicyIndex() {
        @Override
        public List<Hit> search(String words, Asker asker, int most) {
            return List.of();
        }

        @Override
        public List<PolicyDocument> documents(Asker asker) {
            return List.of(POLICY);
        }
    });

    private static Citation cite(int passage) {
        return Quoter.cite(POLICY, POLICY.passages().get(passage), LocalDate.MIN);
    }

    @Test
    void listsThatOpenAlikeAreToldApart() {
        assertThat(List.of(1, 3, 5))
                .extracting(passage -> clauses.idOf(cite(passage)))
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).isPresent());
        assertThat(clauses.idOf(cite(4))).isEqualTo(clauses.idOf(cite(5)));
    }

    @Test
    void anIdLeadsBackToItsClause() {
        Optional<String> id = clauses.idOf(cite(3));
        assertThat(id.flatMap(clauses::sourceOf)).contains("Policy, Outside");
    }

    @Test
    void theStepsOfAProcedureComeInTheirOrder() {
        assertThat(clauses.inTheirOrder(List.of(cite(5), cite(1), cite(3)))).containsExactly(cite(1), cite(3), cite(5));
    }
}
