package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.core.screening.Screener;
import uk.schoolgate.core.screening.Screening;
import uk.schoolgate.core.screening.ScreeningInput;
import uk.schoolgate.core.screening.judging.ChildSense;
import uk.schoolgate.core.screening.judging.Signal;
import uk.schoolgate.core.text.Span;

/** What screening makes of what a judge says. */
class LearntScreenerTest {
    private static final PersonId STRANGER = new PersonId("+447700900199");

    private final PhraseJudge judge = new PhraseJudge()
            .understands(" bit ", ChildSense.SENSITIVE)
            .understands("season", ChildSense.NONE)
            .hears("waste of space", Signal.ATTACK)
            .hears("disappointed", Signal.COMPLAINT)
            .hears("smash", Signal.THREAT)
            .hears("their sort", Signal.HATE)
            .hears("bruises", Signal.SAFEGUARDING)
            .hears("bruises from", Signal.ALLEGATION, 0.35);
    private final Screener screener = screener(Samples.roll());

    private Screener screener(Roll roll) {
        InMemoryPolicyIndex policies = new InMemoryPolicyIndex(List.of(PolicyIndexContract.policy(
                "social.txt", Audience.EVERYONE, "Parents may not post photos of other people's children.")));
        return Samples.screener(Samples.school(), roll, judge, policies);
    }

    private static ScreeningInput from(PersonId author, String text, String... before) {
        return new ScreeningInput(text, author, Set.of("Kestrel"), List.of(), List.of(before));
    }

    private List<Category> categories(PersonId author, String text) {
        return screener.screen(from(author, text)).findings().stream()
                .map(Finding::category)
                .toList();
    }

    @Test
    void aChildOfAnotherFamilyIsNamedInPassing() {
        Finding finding = screener.screen(from(STRANGER, "Thanks for having Ollie!"))
                .findings()
                .getFirst();
        assertThat(finding.category()).isEqualTo(Category.CHILD_PASSING);
        assertThat(finding.people()).containsExactly("P01");
        assertThat(finding.spans()).containsExactly(new Span(18, 23, "Ollie"));
        assertThat(finding.why()).endsWith(".");
    }

    @Test
    void anAuthorsOwnChildIsTheirBusiness() {
        assertThat(categories(Samples.PARENT, "Ollie bit his lip")).containsExactly(Category.CHILD_OWN);
        assertThat(categories(STRANGER, "my Ollie bit his lip")).containsExactly(Category.CHILD_OWN);
    }

    @Test
    void aFullNameIsNeverForTheGroupNotEvenOnesOwnChilds() {
        assertThat(categories(Samples.PARENT, "Oliver Smith has football")).containsExactly(Category.CHILD_IDENTIFYING);
        assertThat(categories(STRANGER, "Oliver Smith has football")).containsExactly(Category.CHILD_IDENTIFYING);
        assertThat(categories(STRANGER, "Oliver Smith bit somebody")).containsExactly(Category.CHILD_SENSITIVE);
    }

    @Test
    void whatTheJudgeTakesForNoChildIsNoFinding() {
        assertThat(categories(STRANGER, "Grace season starts")).isEmpty();
    }

    @Test
    void anUnknownChildCountsOnlyWithSomethingSensitive() {
        assertThat(categories(STRANGER, "Jenson had a nice time")).isEmpty();
        Finding finding = screener.screen(from(STRANGER, "Jenson bit somebody"))
                .findings()
                .getFirst();
        assertThat(finding.category()).isEqualTo(Category.CHILD_SENSITIVE);
        assertThat(finding.people()).isEmpty();
    }

    @Test
    void withoutARollNamesStillCount() {
        assertThat(screener(Roll.EMPTY)
                        .screen(from(STRANGER, "Oliver bit somebody"))
                        .response())
                .isEqualTo(Response.REVIEW);
    }

    @Test
    void anAttackNamesWhoIsMeantAndWhatWasSaid() {
        Finding finding = screener.screen(from(STRANGER, "I like Mr Fielding. But Mrs Patel is a waste of space"))
                .findings()
                .getFirst();
        assertThat(finding.category()).isEqualTo(Category.STAFF_ATTACK);
        assertThat(finding.people()).containsExactly("S03");
        assertThat(finding.spans()).extracting(Span::text).containsExactly("waste of space");
    }

    @Test
    void aReplyIsAboutWhomTheMessageBeforeWasAbout() {
        Finding finding = screener.screen(from(STRANGER, "same. such a waste of space", "Mrs Patel forgot again"))
                .findings()
                .getFirst();
        assertThat(finding.people()).containsExactly("S03");
    }

    @Test
    void hateNamesWhoIsMeant() {
        assertThat(screener.screen(from(STRANGER, "We do not want Mrs Patel and their sort here"))
                        .findings())
                .extracting(Finding::category, Finding::people)
                .containsExactly(tuple(Category.HATE, List.of("S03")));
    }

    /** Whoever helps a child is mentioned as well as whoever hurts it. */
    @Test
    void aSignOfHarmIsAboutTheStaffWhomItMayAccuseAndNotAboutThoseWhoWereTold() {
        assertThat(screener.screen(from(STRANGER, "I told Mr Fielding about the bruises"))
                        .findings())
                .extracting(Finding::category, Finding::people)
                .containsExactly(tuple(Category.SAFEGUARDING, List.of()));
        assertThat(screener.screen(from(STRANGER, "She has bruises from Mr Fielding"))
                        .findings())
                .extracting(Finding::category, Finding::people)
                .containsExactly(tuple(Category.SAFEGUARDING, List.of("S02")));
    }

    @Test
    void adultsWhoAreNotStaffAreFoundByFullNameAndNumber() {
        assertThat(adults("Disappointed, says NGOZI OKAFOR’s sister")).containsExactly(Samples.REP);
        assertThat(adults("Disappointed. Ring 07700 900133")).containsExactly(Samples.OTHER_PARENT);
        assertThat(adults("Disappointed, says Ngozi, or Mrs Okafor, or Dan Smithson"))
                .isEmpty();
        assertThat(adults("Ngozi Okafor says hello"))
                .as("of a message without a finding nothing is kept")
                .isEmpty();
    }

    private Set<PersonId> adults(String text) {
        return screener.screen(from(STRANGER, text)).adults();
    }

    @Test
    void severalFindingsComeStrongestFirst() {
        Screening screening = screener.screen(from(STRANGER, "Disappointed in Mrs Patel. I will smash her car"));
        assertThat(screening.findings())
                .extracting(Finding::category, Finding::people)
                .containsExactly(
                        tuple(Category.THREAT, List.of("S03")), tuple(Category.STAFF_COMPLAINT, List.of("S03")));
        assertThat(screening.response()).isEqualTo(Response.URGENT);
    }

    @Test
    void aPhotoGetsAWord() {
        ScreeningInput photo =
                new ScreeningInput("", STRANGER, Set.of("Kestrel"), List.of(new Media("image/jpeg", "ME1")), List.of());
        assertThat(screener.screen(photo).response()).isEqualTo(Response.NUDGE);
    }
}
