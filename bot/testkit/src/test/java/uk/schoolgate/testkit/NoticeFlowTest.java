package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Term;

/** What an author is told at once, and what a reviewer's card and a letter show beside the message. */
class NoticeFlowTest {
    private static final String INBOX = "complaints@test.example";
    private static final String QUESTION = "What time does the fair start on Saturday?";
    private static final String CLAUSE =
            "Do not post abusive, offensive or derogatory comments about staff on social media.";

    private final SmallBot bot = new SmallBot(PolicyIndexContract.policy("social.txt", Audience.EVERYONE, CLAUSE));

    @Test
    void whatWasAskedBesideAnInsultIsSuggestedWithoutIt() {
        bot.post(Samples.PARENT, SmallBot.ATTACK + ". " + QUESTION);
        assertThat(bot.texts(Samples.PARENT))
                .singleElement()
                .asString()
                .containsSubsequence("You could put it like this instead", QUESTION);
        assertThat(bot.lastText(Samples.PARENT).split("waste of space", -1))
                .as("the insult is not said again")
                .hasSize(1);
    }

    @Test
    void forAnInsultAloneNothingIsSuggested() {
        bot.post(Samples.PARENT, SmallBot.ATTACK);
        assertThat(bot.lastText(Samples.PARENT)).doesNotContain("put it like this");
    }

    @Test
    void theClauseIsQuotedToTheAuthorAndToTheReviewerWithItsSource() {
        bot.post(Samples.PARENT, SmallBot.ATTACK);
        for (PersonId person : new PersonId[] {Samples.PARENT, Samples.REP}) {
            assertThat(bot.lastText(person)).containsSubsequence("The school’s policy says:", CLAUSE, "social.txt");
        }
    }

    @Test
    void wherePoliciesNameNoNextStepTheLetterLeavesItToTheOffice() {
        bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.press(Samples.REP, "Hand to the school");
        bot.press(Samples.REP, "Yes, hand it over");
        Mail mail = bot.mailer.to(INBOX).getFirst();
        assertThat(mail.text())
                .containsSubsequence(
                        "Attack on a member of staff",
                        "WHAT TO DO",
                        "Your policies name no next step for this",
                        "WHAT WAS WRITTEN",
                        SmallBot.ATTACK,
                        CLAUSE)
                .doesNotContain("Your policy says to do this next");
    }

    /** Nothing is due of a reviewer in the holidays; a child at risk has none. */
    @Test
    void reviewersAreRemindedAfterHalfTermAndTheSafeguardingLeadDuringIt() {
        SmallBot inTerm = SmallBot.during(
                new Term(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 17)),
                new Term(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 18)));
        inTerm.post(Samples.PARENT, SmallBot.ATTACK);
        inTerm.wait(Duration.ofDays(12));
        assertThat(inTerm.chats(Samples.REP)).as("the card alone").hasSize(1);
        inTerm.post(Samples.OTHER_PARENT, SmallBot.AT_RISK);
        inTerm.wait(Duration.ofMinutes(31));
        assertThat(inTerm.chats(Samples.SAFEGUARDING_LEAD)).hasSize(2);
        inTerm.wait(Duration.ofDays(1));
        assertThat(inTerm.chats(Samples.REP)).hasSize(2);
        assertThat(inTerm.lastText(Samples.REP)).contains("still waits for your decision");
    }

    /** An author who says that the safeguarding lead harms a child is not sent to the lead. */
    @Test
    void whoMayAccuseTheSafeguardingLeadIsSentToSomebodyElse() {
        bot.post(Samples.PARENT, SmallBot.AT_RISK_FROM_LEAD);
        assertThat(bot.lastText(Samples.PARENT))
                .contains("Dr Whitlock", "call 999", "not the safeguarding lead")
                .doesNotContain("Mr Fielding");
        assertThat(bot.lastText(Samples.CHAIR)).contains("he frightens her");
        assertThat(bot.chats(Samples.SAFEGUARDING_LEAD)).isEmpty();

        // Long after, when nobody takes it for a reply.
        bot.wait(Duration.ofHours(4));
        bot.post(Samples.OTHER_PARENT, SmallBot.AT_RISK);
        assertThat(bot.lastText(Samples.OTHER_PARENT)).contains("the safeguarding lead, Mr Fielding");
    }
}
