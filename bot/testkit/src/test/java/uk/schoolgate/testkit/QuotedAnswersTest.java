package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.answering.CuratedAnswer;
import uk.schoolgate.core.answering.CuratedAnswers;
import uk.schoolgate.core.answering.Replies;
import uk.schoolgate.core.policy.Answerer;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.wording.Wording;

/** What stands around a quote: its lead-in, its source and date, and what there is to be warned of. */
class QuotedAnswersTest {
    private static final LocalDate ADOPTED = LocalDate.of(2024, 9, 14);

    private final SettableClock clock = SettableClock.onATuesday();

    private static Passage passage(int ordinal, Passage.Kind kind, String marker, String text, OptionalInt leadIn) {
        return new Passage(ordinal, kind, List.of("1. Rules"), OptionalInt.of(1), marker, text, leadIn, false);
    }

    private static PolicyDocument policy(String file, LocalDate reviewDue, Passage... passages) {
        return new PolicyDocument(
                file,
                "Title of " + file,
                Audience.EVERYONE,
                new PolicyDocument.Facts(Optional.of(ADOPTED), Optional.of(reviewDue)),
                List.of(passages));
    }

    private static PolicyDocument policy(String file, LocalDate reviewDue, String sentence) {
        return policy(file, reviewDue, passage(0, Passage.Kind.PARAGRAPH, "4.2", sentence, OptionalInt.empty()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Europe/London"));
    }

    private String answer(String question, CuratedAnswers curated, PolicyDocument... policies) {
        PolicyIndex index = new InMemoryPolicyIndex(List.of(policies));
        Replies replies = new Replies(Samples.school(), index, new Answerer(index, clock), curated, Wording.english());
        return replies.reply(question, Asker.PARENT).content().plainText();
    }

    @Test
    void theSourceSaysFromWhenItIsAndTheClauseKeepsItsNumber() {
        assertThat(answer(
                        "must hats be worn in the sun",
                        CuratedAnswers.NONE,
                        policy("hats.txt", LocalDate.MAX, "Hats must be worn in the sun.")))
                .endsWith(
                        "“4.2 Hats must be worn in the sun.”\n— Title of hats.txt, 1. Rules, page 1, version of 14 September 2024");
    }

    @Test
    void aBulletFarBelowItsLeadInIsQuotedBehindIt() {
        PolicyDocument policy = policy(
                "rules.txt",
                LocalDate.MAX,
                passage(0, Passage.Kind.PARAGRAPH, "", "Parents must not:", OptionalInt.empty()),
                passage(1, Passage.Kind.BULLET, "•", "shout ".repeat(99).strip(), OptionalInt.of(0)),
                passage(2, Passage.Kind.BULLET, "•", "post photos of other children", OptionalInt.of(0)));
        assertThat(answer("can i post photos of other children", CuratedAnswers.NONE, policy))
                .startsWith("No. The policy says:\n\n“Parents must not:”\n\n“post photos of other children”");
    }

    @Test
    void aPolicyOverdueForReviewIsQuotedWithThatWarning() {
        assertThat(answer(
                        "must hats be worn in the sun",
                        CuratedAnswers.NONE,
                        policy("hats.txt", LocalDate.of(2025, 7, 31), "Hats must be worn in the sun.")))
                .endsWith("Please note: this policy was due for review on 31 July 2025.");
    }

    @Test
    void whetherAnOfficesClauseIsOverdueIsSeenWhenSomebodyAsks() {
        PolicyDocument policy = policy("hats.txt", today(), "Hats must be worn in the sun.");
        CuratedAnswers curated = CuratedAnswers.of(
                List.of(new CuratedAnswer(
                        List.of("which hat is best"),
                        "A wide one.",
                        Optional.of(new CuratedAnswer.Clause(
                                policy, policy.passages().getFirst())),
                        Audience.EVERYONE)),
                new WordEmbedder());
        assertThat(answer("which hat is best", curated, policy))
                .contains("A wide one.", "Hats must be worn")
                .doesNotContain("due for review");
        clock.advance(java.time.Duration.ofDays(2));
        assertThat(answer("which hat is best", curated, policy)).contains("due for review");
    }

    @Test
    void theNearestSectionIsNamedWhereThePoliciesDontSay() {
        assertThat(answer(
                        "who pays for broken rules rulers lost in the zoo by giraffes on tuesday",
                        CuratedAnswers.NONE,
                        policy("rulers.txt", LocalDate.MAX, "Rulers are made of wood.")))
                .contains("The policies I have don’t say.")
                .contains("The nearest section that I have is: Title of rulers.txt, 1. Rules, page 1");
    }

    private boolean isForStaff(String question, CuratedAnswers curated, PolicyDocument... policies) {
        PolicyIndex index = new InMemoryPolicyIndex(List.of(policies));
        Replies replies = new Replies(Samples.school(), index, new Answerer(index, clock), curated, Wording.english());
        return replies.reply(question, Asker.STAFF).content().staffAlone();
    }

    private static PolicyDocument forStaff(PolicyDocument policy) {
        return new PolicyDocument(policy.file(), policy.title(), Audience.STAFF, policy.facts(), policy.passages());
    }

    @Test
    void anAnswerThatHoldsWordsForStaffAloneSaysSo() {
        PolicyDocument hats = policy("hats.txt", LocalDate.MAX, "Hats must be worn in the sun.");
        String hatsToo = "must hats be worn in the sun";
        assertThat(isForStaff(hatsToo, CuratedAnswers.NONE, hats)).isFalse();
        assertThat(isForStaff(hatsToo, CuratedAnswers.NONE, forStaff(hats))).isTrue();
        PolicyDocument rulers = policy("rulers.txt", LocalDate.MAX, "Rulers are made of wood.");
        String nearest = "who pays for broken rules rulers lost in the zoo by giraffes on tuesday";
        assertThat(isForStaff(nearest, CuratedAnswers.NONE, rulers)).isFalse();
        assertThat(isForStaff(nearest, CuratedAnswers.NONE, forStaff(rulers)))
                .as("that there is such a policy")
                .isTrue();
        assertThat(isForStaff("which hat is best", officeSays(Audience.EVERYONE)))
                .isFalse();
        assertThat(isForStaff("which hat is best", officeSays(Audience.STAFF))).isTrue();
    }

    private static CuratedAnswers officeSays(Audience audience) {
        return CuratedAnswers.of(
                List.of(new CuratedAnswer(List.of("which hat is best"), "A wide one.", Optional.empty(), audience)),
                new WordEmbedder());
    }

    @Test
    void whereTwoPoliciesContradictNoLineDecides() {
        String question = "must every pupil bring a sun hat to school within 5 school days of the first sunny day";
        PolicyDocument hats = policy(
                "hats.txt",
                LocalDate.MAX,
                "Every pupil must bring a sun hat to school within 5 school days of the first sunny day.");
        PolicyDocument sun = policy(
                "sun.txt",
                LocalDate.MAX,
                "Every pupil must bring a sun hat to school within 10 school days of the first sunny day.");
        assertThat(answer(question, CuratedAnswers.NONE, hats)).startsWith("Yes.");
        assertThat(answer(question, CuratedAnswers.NONE, hats, sun))
                .startsWith("This is what the policy says:")
                .contains("these two policies don’t say the same");
    }

    @Test
    void twoPoliciesThatContradictAreBothShownWithAWarning() {
        assertThat(answer(
                        "a club that starts at the school after the last lesson ends at",
                        CuratedAnswers.NONE,
                        policy(
                                "clubs.txt",
                                LocalDate.MAX,
                                "A club that starts at the school after the last lesson ends at 4.30pm."),
                        policy(
                                "day.txt",
                                LocalDate.MAX,
                                "A club that starts at the school after the last lesson ends at 5pm.")))
                .contains("4.30pm", "5pm", "these two policies don’t say the same");
        assertThat(answer(
                        "a place in the breakfast club costs for every child and morning",
                        CuratedAnswers.NONE,
                        policy(
                                "clubs.txt",
                                LocalDate.MAX,
                                "A place in the breakfast club costs £4.50 for every child and morning."),
                        policy(
                                "fees.txt",
                                LocalDate.MAX,
                                "A place in the breakfast club costs £5 for every child and morning.")))
                .contains("these two policies don’t say the same");
    }
}
