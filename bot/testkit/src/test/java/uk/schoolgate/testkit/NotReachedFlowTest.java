package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.concern.ConcernState;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.message.SendResult;
import uk.schoolgate.core.school.SchoolCode;

/** A school with WhatsApp alone: no chat reaches its staff. */
class NotReachedFlowTest {
    private static final String OFFICE = "office@test.example";

    private final SmallBot bot = new SmallBot();

    @BeforeEach
    void withoutTeams() {
        bot.teams.failWith(new SendResult.Unreachable("no teams here"));
    }

    private List<String> subjectsToOffice() {
        return bot.mailer.to(OFFICE).stream().map(Mail::subject).toList();
    }

    @Test
    void afterAnObjectionTheOnlyRepLooksOnceMoreWhereNobodyElseCan() {
        bot.post(Samples.PARENT, SmallBot.ATTACK);
        bot.press(Samples.PARENT, "I think it’s wrong");
        assertThat(bot.lastText(Samples.REP)).contains("please look once more");
        bot.press(Samples.REP, "Hand to the school");
        bot.press(Samples.REP, "Yes, hand it over");
        assertThat(bot.mailer.to("complaints@test.example")).hasSize(1);
        assertThat(bot.mailer.to(OFFICE)).isEmpty();
    }

    @Test
    void whereNobodyCanPressTheOfficeLearnsHowToDecideByHandAndHowItEnded() {
        EventId message = bot.post(Samples.REP, SmallBot.ATTACK);
        String id = ConcernId.of(Samples.CODE, message).value();
        assertThat(bot.mailer.to(OFFICE))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("4 Kestrel parents", "Mrs Adeyemi", "Dr Whitlock", "decide hand-over:" + id)
                        .doesNotContain("waste of space"));
        assertThat(bot.mailer.to("head@test.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("waste of space", "no buttons", "decide hand-over:" + id + " --by S01"));
        bot.wait(Duration.ofDays(30));
        assertThat(bot.concern(message).state()).isInstanceOf(ConcernState.Expired.class);
        assertThat(subjectsToOffice()).last().asString().contains("Nobody could decide");
    }

    @Test
    void whoIsReachedByMailAloneMayStillDecide() {
        EventId message = bot.post(Samples.REP, SmallBot.ATTACK);
        bot.forge(
                Samples.HEAD, "hand-over:" + ConcernId.of(Samples.CODE, message).value());
        bot.forge(Samples.HEAD, "sure:" + ConcernId.of(Samples.CODE, message).value());
        assertThat(bot.mailer.to("complaints@test.example")).hasSize(1);
    }

    /** The command is an entrance as any other: what it enters is refused as a press would be, and the answer goes by e-mail. */
    @Test
    void whatIsEnteredByHandIsRefusedAsAPressWouldBe() {
        EventId message = bot.post(Samples.REP, SmallBot.ATTACK);
        String id = ConcernId.of(Samples.CODE, message).value();
        bot.forge(Samples.HEAD, "hand-over:C0123456789ABCDEF");
        bot.forge(Samples.TEACHER, "dismiss:" + id);
        bot.forge(new SchoolCode("OTH"), Samples.HEAD, "dismiss:" + id);
        assertThat(bot.auditOf("press.refused")).containsExactly("UNKNOWN", "NOT_YOURS");
        assertThat(bot.concern(message).state().isOpen()).isTrue();

        bot.forge(Samples.HEAD, "dismiss:" + id);
        bot.forge(Samples.HEAD, "dismiss:" + id);
        bot.forge(Samples.CHAIR, "hand-over:" + id);
        assertThat(bot.auditOf("press.refused")).last().isEqualTo("ALREADY_CLOSED");
        assertThat(bot.mailer.to("complaints@test.example")).isEmpty();
        assertThat(bot.mailer.to("head@test.example"))
                .last()
                .satisfies(mail -> assertThat(mail.text()).contains("already closed"));
    }

    /** Whoever sent it on could say who wrote it; staff who decide in their place have no chat to be asked in. */
    @Test
    void aForwardedMessageIsHandedOverByHandWithoutQuestions() {
        EventId message = bot.forward(Samples.REP, "Grace hit my daughter again at lunch");
        String id = ConcernId.of(Samples.CODE, message).value();
        bot.forge(Samples.HEAD, "hand-over:" + id);
        bot.forge(Samples.HEAD, "sure:" + id);
        assertThat(bot.auditOf("press.refused")).isEmpty();
        assertThat(bot.mailer.to("complaints@test.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("hit my daughter", "whose name was not given"));
    }

    @Test
    void whenNobodyHearsSomethingUrgentTheOfficeIsAskedToRingThem() {
        bot.mailer.failFor("dsl@test.example", new SendResult.Unreachable("the mail server answered 550"));
        bot.post(Samples.PARENT, SmallBot.AT_RISK);
        bot.waitMinutes(25);
        assertThat(bot.mailer.to(OFFICE)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Please ring Mr Fielding, Mrs Patel now");
            assertThat(mail.text()).doesNotContainIgnoringCase("safeguarding", "hits her", "child", "Kestrel");
        });
        bot.wait(Duration.ofMinutes(30));
        assertThat(bot.mailer.to(OFFICE)).hasSize(2);
    }

    @Test
    void whoHearsByMailNeedNotBeRung() {
        bot.post(Samples.PARENT, SmallBot.AT_RISK);
        bot.wait(Duration.ofHours(3));
        assertThat(bot.mailer.to("dsl@test.example"))
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(mail.text()).contains("decide take-on:", "--by S02"));
        assertThat(bot.mailer.to(OFFICE)).isEmpty();
    }
}
