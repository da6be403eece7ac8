package uk.schoolgate.core.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleScreenerTest {
    private final Screener screener = Screeners.withRoll();

    private List<Category> categories(String text) {
        return screener.screen(Screeners.inKestrel(text)).findings().stream()
                .map(Finding::category)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thanks for having Ollie round yesterday | CHILD_PASSING",
                "thanks for having zuzia, lovely girl | CHILD_PASSING",
                "Lucja left her coat at ours | CHILD_PASSING",
                "Oliver Smith has the part of the wolf | CHILD_IDENTIFYING",
                "Ollie hit my son again today | CHILD_SENSITIVE",
                "Zuzanna's got nits everyone check | CHILD_SENSITIVE",
                "that Smith boy kicked her | CHILD_SENSITIVE",
                "Kayden Foster in year 3 bit someone | CHILD_SENSITIVE",
                "Mrs Patel is a waste of space | STAFF_ATTACK",
                "Mrs Patel smacked a child | STAFF_ALLEGATION",
                "I am really disappointed with Mrs Patel, she never replied | STAFF_COMPLAINT",
                "I'll smash his face in at the gate | THREAT",
                "My friend's little girl says her dad hits her | SAFEGUARDING"
            })
    void eachKindIsFound(String text, Category expected) {
        assertThat(categories(text)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What time does school finish on Friday?",
                "I hope it won't rain on sports day",
                "grace period for dinner money ends today",
                "Mrs Patel is lovely, please don't call her an idiot",
                "The council are useless, potholes everywhere",
                "My husband will kill me, I forgot the PE kit again",
                "Mrs Patel teaches Kestrel",
                "Anyone got a ticket for Ollie Murs?"
            })
    void whatIsFineStaysFine(String text) {
        assertThat(screener.screen(Screeners.inKestrel(text)).response()).isLessThan(Response.REVIEW);
    }

    @Test
    void anAuthorsOwnChildIsTheirBusiness() {
        Screening screening =
                screener.screen(Screeners.inKestrel("Ollie got hit again today", Screeners.OLLIES_FATHER));
        assertThat(screening.findings()).extracting(Finding::category).containsExactly(Category.CHILD_OWN);
        assertThat(screening.response()).isEqualTo(Response.NONE);
        assertThat(categories("my Ollie came home in tears")).containsExactly(Category.CHILD_OWN);
    }

    @Test
    void evenAnOwnChildIsNotNamedInFull() {
        Screening screening =
                screener.screen(Screeners.inKestrel("Oliver Smith starts football on Monday", Screeners.OLLIES_FATHER));
        assertThat(screening.findings()).extracting(Finding::category).containsExactly(Category.CHILD_IDENTIFYING);
    }

    @Test
    void theGroupNarrowsWhoIsMeant() {
        Finding finding = screener.screen(Screeners.inKestrel("Thanks for having Oliver"))
                .findings()
                .getFirst();
        assertThat(finding.people()).containsExactly("P01");
    }

    @Test
    void onlyTheNameInTheBadSentenceIsSensitive() {
        Screening screening = screener.screen(
                Screeners.inKestrel("Thanks for having Zuzanna yesterday. Ollie bit somebody at lunch."));
        assertThat(screening.findings())
                .extracting(Finding::category, Finding::people)
                .containsExactly(
                        tuple(Category.CHILD_SENSITIVE, List.of("P01")), tuple(Category.CHILD_PASSING, List.of("P03")));
    }

    @Test
    void aThreatAgainstStaffIsAnAttackToo() {
        assertThat(categories("I'll smash Mrs Patel's car up, watch your back"))
                .contains(Category.THREAT, Category.STAFF_ATTACK);
    }

    @Test
    void aPhotoGetsAWord() {
        assertThat(screener.screen(Screeners.withPhoto("")).response()).isEqualTo(Response.NUDGE);
    }

    @Test
    void withoutARollWordsAreStillScreened() {
        Screener words = Screeners.withoutRoll();
        assertThat(words.screen(Screeners.inKestrel("the head is a waste of space"))
                        .response())
                .isEqualTo(Response.REVIEW);
        assertThat(words.screen(Screeners.inKestrel("thanks for having Ollie")).findings())
                .isEmpty();
    }

    @Test
    void everyFindingSaysWhy() {
        assertThat(screener.screen(Screeners.inKestrel("Ollie hit my son. Mrs Patel is an idiot."))
                        .findings())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.why()).endsWith("."));
    }

    @RepeatedTest(300)
    void noTextMakesItFailAndSpansPointAtWhatTheySay(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        String[] pieces = {
            "Ollie",
            "Oliver Smith",
            " hit ",
            "Mrs Patel",
            " is an idiot",
            ". ",
            "🙂",
            "\u202E",
            "\uD800",
            "a",
            " ",
            "\n"
        };
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < random.nextInt(40); i++) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        String message = text.toString();
        for (Finding finding : screener.screen(Screeners.inKestrel(message)).findings()) {
            assertThat(finding.spans())
                    .isNotEmpty()
                    .allSatisfy(span -> assertThat(message.substring(span.start(), span.end()))
                            .isEqualTo(span.text()));
        }
    }
}
