package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.concern.ConcernState;
import uk.schoolgate.core.message.EventId;
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
        bot.handOver();
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

    private static final String EVERYBODY_NAMED = "Mrs Adeyemi and Dr Whitlock and Mr Fielding and Mrs Patel";

    @Test
    void whoThreatensAndNamesTheHeadReadsWhoIsTold() {
        bot.post(Samples.PARENT, "Mrs Adeyemi: " + SmallBot.HATE);
        assertThat(bot.lastText(Samples.PARENT))
                .contains("I have let Dr Whitlock know")
                .doesNotContain("headteacher");
        bot.post(Samples.OTHER_PARENT, "Mrs Adeyemi! " + SmallBot.THREAT);
        assertThat(bot.lastText(Samples.OTHER_PARENT))
                .contains("I have let Dr Whitlock know", "999")
                .doesNotContain("headteacher");
    }

    @Test
    void whereTheHeadIsToldTheAuthorReadsSo() {
        bot.post(Samples.PARENT, SmallBot.THREAT);
        assertThat(bot.lastText(Samples.PARENT)).contains("I have let the headteacher know");
    }

    @Test
    void whoAccusesTheHeadAndTheChairIsSentToWhoIsTold() {
        bot.post(Samples.PARENT, "Mrs Adeyemi and Dr Whitlock stole money from the PTA");
        assertThat(bot.lastText(Samples.PARENT))
                .contains("tell Mr Fielding in confidence", "I have let them know")
                .doesNotContain("headteacher", "Dr Whitlock, in");
        assertThat(bot.lastText(Samples.SAFEGUARDING_LEAD)).contains("stole money");
        assertThat(bot.chats(Samples.HEAD)).isEmpty();
    }

    @Test
    void whereTheLeadIsNotAloneInBeingToldTheAuthorReadsSo() {
        bot.post(Samples.PARENT, SmallBot.AT_RISK + ", and Mrs Patel stole money from the PTA");
        assertThat(bot.lastText(Samples.PARENT)).contains("and nobody else: Mr Fielding, Mrs Adeyemi.");
        assertThat(bot.lastText(Samples.HEAD)).contains("stole money");
        assertThat(bot.lastText(Samples.SAFEGUARDING_LEAD)).contains("stole money");
    }

    @Test
    void whereEveryOfficeIsMeantADeputyHearsOfIt() {
        bot.post(Samples.PARENT, "Mrs Adeyemi and Dr Whitlock and Mr Fielding stole money from the PTA");
        assertThat(bot.lastText(SmallBot.DEPUTY)).contains("stole money");
        assertThat(bot.lastText(Samples.PARENT)).contains("tell Mrs Patel in confidence");
        assertThat(bot.mailer.to("office@test.example")).isEmpty();
        bot.wait(Duration.ofHours(3));
        assertThat(bot.chats(Samples.HEAD)).isEmpty();
    }

    @Test
    void whereNobodyIsFreeTheAuthorReadsTheTruthAndTheOfficeGoesOn() {
        EventId message = bot.post(Samples.PARENT, EVERYBODY_NAMED + " stole money from the PTA");
        assertThat(bot.lastText(Samples.PARENT))
                .contains("nobody at school whom I could tell is free", "0808 800 5000", "999")
                .doesNotContain("I have let");
        assertThat(bot.chats(Samples.PARENT).getLast().content().buttons()).isEmpty();
        assertThat(bot.mailer.to("office@test.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("designated officer", "name deputies", "until Thursday 26 November 2026")
                        .doesNotContain("stole", "Adeyemi", "Kestrel"));
        bot.wait(Duration.ofDays(20));
        assertThat(bot.concern(message).state()).isInstanceOf(ConcernState.Expired.class);
        assertThat(bot.mailer.all()).hasSize(1);
        for (PersonId person : List.of(Samples.HEAD, Samples.CHAIR, Samples.SAFEGUARDING_LEAD, Samples.REP)) {
            assertThat(bot.chats(person)).isEmpty();
        }
    }

    /** Deleting it does not end what nobody has looked at. */
    @Test
    void whatIsUrgentAndForNobodyIsNotClosedByItsAuthor() {
        EventId message = bot.post(Samples.PARENT, EVERYBODY_NAMED + " stole money from the PTA");
        bot.delete(message);
        assertThat(bot.concern(message).state().isOpen()).isTrue();
    }

    @Test
    void aThreatThatOnlyARepMayLookAtSaysBoth() {
        bot.post(Samples.PARENT, EVERYBODY_NAMED + ": " + SmallBot.THREAT);
        assertThat(bot.lastText(Samples.PARENT))
                .contains("nobody at school whom I could tell", "A person will look at it");
        assertThat(bot.lastText(Samples.REP)).contains("burn the place down");
        assertThat(bot.mailer.to("office@test.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("designated officer"));
    }

    /** Whoever looks at the insult must not read the accusation for which nobody is free. */
    @Test
    void whatIsEditedIntoAnAccusationForNobodyLeavesTheReviewersSight() {
        EventId message = bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.edit(message, Samples.PARENT, EVERYBODY_NAMED + " stole money from the PTA");
        assertThat(bot.texts(Samples.REP)).noneMatch(text -> text.contains("stole"));
        assertThat(bot.lastText(Samples.PARENT)).contains("nobody at school whom I could tell");
        assertThat(bot.mailer.to("office@test.example")).hasSize(1);
    }

    @Test
    void whoSendsOnWhatIsForNobodyReadsTheTruth() {
        bot.forward(Samples.OTHER_PARENT, EVERYBODY_NAMED + " stole money from the PTA");
        assertThat(bot.lastText(Samples.OTHER_PARENT))
                .contains("I have told nobody what was written", "0808 800 5000")
                .doesNotContain("I have let");
    }
}
