package uk.schoolgate.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.policy.Passage.Kind;

class QuoterTest {
    private static PolicyDocument list(int bullets, int wordsEach, int pageOfLast) {
        List<Passage> passages = new ArrayList<>();
        passages.add(passage(0, Kind.PARAGRAPH, "", "Parents must not:", OptionalInt.empty(), 1));
        for (int i = 1; i <= bullets; i++) {
            String text = ("word" + i + " ").repeat(wordsEach).strip();
            passages.add(passage(i, Kind.BULLET, "•", text, OptionalInt.of(0), i == bullets ? pageOfLast : 1));
        }
        PolicyDocument.Facts facts = new PolicyDocument.Facts(Optional.empty(), Optional.of(LocalDate.of(2026, 9, 30)));
        return new PolicyDocument("p.pdf", "Policy", Audience.EVERYONE, facts, passages);
    }

    private static Passage passage(int ordinal, Kind kind, String marker, String text, OptionalInt leadIn, int page) {
        return new Passage(ordinal, kind, List.of("1. Rules"), OptionalInt.of(page), marker, text, leadIn, false);
    }

    @Test
    void aBulletIsQuotedWithItsWholeList() {
        PolicyDocument policy = list(3, 2, 1);
        assertThat(Quoter.quote(policy, policy.passages().get(2)))
                .isEqualTo("Parents must not:\n• word1 word1\n• word2 word2\n• word3 word3");
    }

    @Test
    void ofALongListAsMuchAsFitsIsQuotedFromTheLeadInOn() {
        PolicyDocument policy = list(6, 30, 1);
        assertThat(Quoter.quote(policy, policy.passages().get(2)))
                .startsWith("Parents must not:\n• word1")
                .contains("word3")
                .doesNotContain("word4");
    }

    @Test
    void aSentenceIsQuotedWithItsParagraph() {
        List<Passage> passages = List.of(
                sentence(0, "First of another.", false),
                sentence(1, "First.", false),
                sentence(2, "Second.", true),
                sentence(3, "Third.", true),
                sentence(4, "Another again.", false));
        PolicyDocument policy =
                new PolicyDocument("p.pdf", "Policy", Audience.EVERYONE, PolicyDocument.Facts.NONE, passages);
        assertThat(Quoter.quote(policy, passages.get(2))).isEqualTo("First. Second. Third.");
    }

    private static Passage sentence(int ordinal, String text, boolean continues) {
        return new Passage(
                ordinal, Kind.PARAGRAPH, List.of(), OptionalInt.empty(), "", text, OptionalInt.empty(), continues);
    }

    @Test
    void aBulletFarFromItsLeadInIsQuotedAlone() {
        PolicyDocument policy = list(6, 30, 1);
        assertThat(Quoter.quote(policy, policy.passages().get(6)))
                .startsWith("word6")
                .doesNotContain("word5");
        assertThat(leadIns(policy, 6)).containsExactly("Parents must not:");
    }

    private static List<String> leadIns(PolicyDocument policy, int passage) {
        return Quoter.cite(policy, policy.passages().get(passage), LocalDate.MIN)
                .leadIns();
    }

    @Test
    void whatIsQuotedIsNotSaidTwice() {
        assertThat(leadIns(list(3, 2, 1), 2)).isEmpty();
    }

    @Test
    void aListWithinAListKeepsTheOuterLeadIn() {
        List<Passage> passages = List.of(
                passage(0, Kind.PARAGRAPH, "2.1", "Parents must not:", OptionalInt.empty(), 1),
                passage(1, Kind.BULLET, "•", "post in a group about:", OptionalInt.of(0), 1),
                passage(2, Kind.BULLET, "o", "staff", OptionalInt.of(1), 1),
                passage(3, Kind.BULLET, "o", "children", OptionalInt.of(1), 1));
        PolicyDocument policy =
                new PolicyDocument("p.pdf", "Policy", Audience.EVERYONE, PolicyDocument.Facts.NONE, passages);
        assertThat(Quoter.quote(policy, passages.get(3))).isEqualTo("• post in a group about:\no staff\no children");
        assertThat(leadIns(policy, 3)).containsExactly("2.1 Parents must not:");
    }

    @Test
    void aRowBelowALongTableKeepsItsHeader() {
        List<Passage> passages = new ArrayList<>();
        passages.add(passage(0, Kind.ROW, "", "What\nAllowed?", OptionalInt.empty(), 1));
        for (int i = 1; i <= 4; i++) {
            passages.add(passage(i, Kind.ROW, "", ("cell" + i + " ").repeat(40).strip(), OptionalInt.of(0), 1));
        }
        PolicyDocument policy =
                new PolicyDocument("p.pdf", "Policy", Audience.EVERYONE, PolicyDocument.Facts.NONE, passages);
        assertThat(leadIns(policy, 4)).containsExactly("What\nAllowed?");
    }

    @Test
    void aPassageThatIsTooLongIsCutBehindASentence() {
        String sentence = "word ".repeat(29).strip() + " end. ";
        PolicyDocument policy = new PolicyDocument(
                "p.pdf",
                "Policy",
                Audience.EVERYONE,
                PolicyDocument.Facts.NONE,
                List.of(
                        passage(0, Kind.ROW, "", sentence.repeat(5).strip(), OptionalInt.empty(), 1),
                        passage(1, Kind.ROW, "", "word ".repeat(130).strip(), OptionalInt.empty(), 1)));
        assertThat(Quoter.quote(policy, policy.passages().get(0)))
                .isEqualTo(sentence.repeat(3).strip());
        assertThat(Quoter.countWords(Quoter.quote(policy, policy.passages().get(1))))
                .isEqualTo(Quoter.MOST_WORDS);
    }

    @Test
    void aQuoteDoesNotRunAcrossAPageBreak() {
        PolicyDocument policy = list(2, 3, 2);
        assertThat(Quoter.quote(policy, policy.passages().get(2))).isEqualTo("word2 word2 word2");
        assertThat(leadIns(policy, 2)).containsExactly("Parents must not:");
    }

    @Test
    void aPolicyOverdueForReviewSaysSo() {
        PolicyDocument policy = list(1, 3, 1);
        Passage bullet = policy.passages().get(1);
        assertThat(Quoter.cite(policy, bullet, LocalDate.of(2026, 10, 1)).overdue())
                .isPresent();
        assertThat(Quoter.cite(policy, bullet, LocalDate.of(2026, 9, 30)).overdue())
                .isEmpty();
    }

    @Test
    void theSourceNamesTitleSectionAndPage() {
        PolicyDocument policy = list(1, 3, 1);
        assertThat(Quoter.cite(policy, policy.passages().get(1), LocalDate.MIN).source())
                .isEqualTo("Policy, 1. Rules, page 1");
    }
}
