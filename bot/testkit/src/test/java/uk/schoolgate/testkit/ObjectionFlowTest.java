package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.concern.ConcernState;
import uk.schoolgate.core.concern.Review;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.school.PersonId;

/** What becomes of an author's objection and of their side of it. */
class ObjectionFlowTest {
    private static final String INBOX = "complaints@test.example";
    private static final String WRONG = "I think it’s wrong";

    private final SmallBot bot = new SmallBot();

    /** Words that accuse somebody are for the named contact, whoever looks at the message that they are about. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAccusationAsTheirSideGoesToItsNamedContactAlone(boolean handedOver) {
        EventId message = bot.post(Samples.PARENT, SmallBot.ATTACK);
        if (handedOver) {
            bot.press(Samples.REP, "Hand to the school");
            bot.press(Samples.REP, "Yes, hand it over");
        }
        bot.press(Samples.PARENT, WRONG);
        int mails = bot.mailer.to(INBOX).size();

        bot.write(Samples.PARENT, SmallBot.ALLEGATION_AGAINST_HEAD);

        for (PersonId person : new PersonId[] {Samples.REP, Samples.HEAD, Samples.SAFEGUARDING_LEAD}) {
            assertThat(bot.texts(person)).noneMatch(text -> text.contains("stole money"));
        }
        assertThat(bot.mailer.to(INBOX))
                .hasSize(mails)
                .noneMatch(mail -> mail.text().contains("stole"));
        assertThat(bot.lastText(Samples.CHAIR)).contains("An allegation about a member of staff", "stole money");
        assertThat(bot.mailer.to("chair@test.example")).hasSize(1);
        assertThat(bot.concern(message).review().objections())
                .extracting(Review.Objection::words)
                .containsExactly("");
        assertThat(bot.texts(Samples.PARENT)).anyMatch(text -> text.contains("chair of governors, Dr Whitlock"));
        assertThat(bot.lastText(Samples.PARENT)).contains("haven’t passed these words on", "without them");

        bot.write(Samples.PARENT, "It was about the printer.");
        assertThat(bot.lastText(Samples.PARENT)).contains("passed your words on");
    }

    @Test
    void aSignOfHarmAsTheirSideGoesToTheSafeguardingLeadAlone() {
        bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.press(Samples.PARENT, WRONG);
        bot.write(Samples.PARENT, SmallBot.AT_RISK);
        assertThat(bot.lastText(Samples.SAFEGUARDING_LEAD)).contains("scared to go home");
        assertThat(bot.lastText(Samples.PARENT)).contains("haven’t passed these words on");
        for (PersonId person : new PersonId[] {Samples.REP, Samples.HEAD, Samples.CHAIR}) {
            assertThat(bot.texts(person)).noneMatch(text -> text.contains("scared"));
        }
    }

    /** The head has the allegation already, and may read why its author stands by it. */
    @Test
    void theirSideOfAnAllegationGoesToTheContactWhoHasIt() {
        bot.post(Samples.PARENT, SmallBot.ALLEGATION);
        bot.press(Samples.PARENT, WRONG);
        bot.write(Samples.PARENT, "Mrs Patel stole it, I saw her");
        assertThat(bot.lastText(Samples.PARENT)).contains("passed your words on");
        assertThat(bot.lastText(Samples.HEAD)).contains("stole money", "I saw her");
        assertThat(bot.auditOf("concern.raised")).hasSize(1);
    }

    @Test
    void whereThereIsASecondReviewerTheAuthorHearsOfThemAndOfTheOutcome() {
        bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.press(Samples.PARENT, WRONG);
        assertThat(bot.lastText(Samples.PARENT))
                .contains("Somebody who has not looked at it before will decide", "I’ll tell you how it ends");
        bot.press(Samples.PARENT, WRONG);
        assertThat(bot.lastText(Samples.PARENT)).contains("Somebody who has not looked at it before will decide");
        bot.press(Samples.HEAD, "No action");
        assertThat(bot.lastText(Samples.PARENT)).contains("nothing follows");
    }

    /** They were asked for their side and gave none; what they write after the end is no answer to that. */
    @Test
    void onceItIsClosedAQuestionIsAQuestionAgain() {
        bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.press(Samples.PARENT, WRONG);
        bot.press(Samples.HEAD, "No action");
        bot.write(Samples.PARENT, "Acknowledge a formal complaint within how many days?");
        assertThat(bot.lastText(Samples.PARENT)).contains("within 3 school days");
        assertThat(bot.auditOf("press.refused")).isEmpty();
    }

    @Test
    void afterTheHandOverNoSecondReviewerAndNoOutcomeIsPromised() {
        bot.handOver();
        bot.press(Samples.PARENT, WRONG);
        assertIsPassedOn();
        assertThat(bot.mailer.to(INBOX)).as("it was").hasSize(2);
        bot.press(Samples.PARENT, WRONG);
        assertIsPassedOn();
    }

    @Test
    void anAllegationHasNoReviewerAndNoneIsPromised() {
        bot.post(Samples.PARENT, SmallBot.ALLEGATION);
        bot.press(Samples.PARENT, WRONG);
        assertIsPassedOn();
        assertThat(bot.lastText(Samples.HEAD)).contains("flagging this was wrong");
    }

    private void assertIsPassedOn() {
        assertThat(bot.lastText(Samples.PARENT))
                .contains("Nobody looks at it a second time here", "as its complaints procedure says")
                .doesNotContain("will decide", "how it ends");
    }

    @Test
    void whereNobodyElseIsLeftTheAuthorHearsThatTheSamePersonLooksAgain() {
        // The rep wrote it and the head is insulted: only the chair may decide.
        bot.post(Samples.REP, "Mrs Adeyemi is a complete waste of space");
        bot.press(Samples.REP, WRONG);
        assertThat(bot.lastText(Samples.REP))
                .contains("the person who was asked before looks at it once more", "I’ll tell you how it ends")
                .doesNotContain("who has not looked");
        assertThat(bot.lastText(Samples.CHAIR)).contains("please look once more");
        bot.press(Samples.REP, WRONG);
        assertThat(bot.lastText(Samples.REP)).contains("once more");
        bot.press(Samples.CHAIR, "No action");
        assertThat(bot.lastText(Samples.REP)).contains("nothing follows");
    }

    /** A Tuesday; seven school days later is the Thursday of the next week. */
    @Test
    void whoIsAskedAfterALateObjectionHasTheSameTimeAndIsReminded() {
        EventId message = bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.wait(Duration.ofDays(1));
        bot.press(Samples.PARENT, WRONG);
        int cards = bot.chats(Samples.HEAD).size();
        bot.wait(Duration.ofHours(25));
        assertThat(bot.chats(Samples.HEAD)).hasSizeGreaterThan(cards);
        assertThat(bot.lastText(Samples.HEAD)).contains("still waits for your decision");
        bot.wait(Duration.ofDays(7));
        assertThat(bot.concern(message).state().isOpen())
                .as("the first deadline")
                .isTrue();
        bot.wait(Duration.ofDays(2));
        assertThat(bot.concern(message).state()).isInstanceOf(ConcernState.Expired.class);
        assertThat(bot.lastText(Samples.PARENT)).contains("Nobody decided on it in time");
    }
}
