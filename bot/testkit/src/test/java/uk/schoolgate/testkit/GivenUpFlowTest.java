package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.flow.LedgerDesk;
import uk.schoolgate.core.handoff.Delivery;
import uk.schoolgate.core.handoff.Reference;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.message.SendResult;

/** Whatever is given up, a person hears of it. */
class GivenUpFlowTest {
    private static final String INBOX = "complaints@test.example";

    private final SmallBot bot = new SmallBot();

    private Delivery delivery() {
        return bot.store.incidents(Samples.CODE).getFirst().delivery();
    }

    @Test
    void aMailerThatThrowsMakesTheIncidentDeadAndItCanBeSentAgain() {
        bot.mailer.breakDown();
        bot.handOver();
        bot.waitMinutes(12);
        assertThat(delivery()).isInstanceOf(Delivery.Dead.class);
        assertThat(bot.lastText(Samples.HEAD)).contains("TST-26-0001", "could not be delivered");
        assertThat(bot.auditOf("incident.dead")).hasSize(1);

        bot.mailer.work();
        bot.store.accept(LedgerDesk.resend(Samples.CODE, new Reference("TST-26-0001"), bot.clock.instant()));
        assertThat(bot.mailer.to(INBOX)).hasSize(1);
        assertThat(delivery()).isInstanceOf(Delivery.Delivered.class);
    }

    @Test
    void anUrgentWordThatCannotBeMailedBringsInTheDeputy() {
        bot.mailer.breakDown();
        bot.post(Samples.PARENT, SmallBot.AT_RISK);
        bot.waitMinutes(12);
        assertThat(bot.lastText(SmallBot.DEPUTY)).contains("scared to go home");
    }

    @Test
    void anIncidentThatIsLateCanBeSentAgainAndArrivesOnce() {
        bot.mailer.failWith(new SendResult.TryLater("the mail server is away", Optional.empty()));
        bot.handOver();
        bot.store.accept(LedgerDesk.resend(Samples.CODE, new Reference("TST-26-0001"), bot.clock.instant()));
        assertThat(bot.auditOf("incident.resend-refused")).hasSize(1);
        bot.wait(Duration.ofHours(25));
        bot.mailer.work();
        bot.store.accept(LedgerDesk.resend(Samples.CODE, new Reference("TST-26-0001"), bot.clock.instant()));
        assertThat(delivery()).isInstanceOf(Delivery.Delivered.class);
        bot.wait(Duration.ofHours(2));
        assertThat(bot.mailer.to(INBOX)).hasSize(1);
        assertThat(bot.auditOf("incident.delivered")).hasSize(1);
    }

    @Test
    void aMessageThatCannotBeScreenedIsToldToTheHeadWithoutItsWords() {
        bot.post(Samples.PARENT, SmallBot.BREAKING);
        bot.post(Samples.OTHER_PARENT, SmallBot.BREAKING);
        bot.waitMinutes(12);
        assertThat(bot.texts(Samples.HEAD))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains("4 Kestrel parents", "17 November 2026")
                        .doesNotContain("break the bot", "Smith"));
        assertThat(bot.mailer.to("head@test.example")).hasSize(1);
        assertThat(bot.auditOf("work.given-up")).hasSize(2).contains("Message, IllegalStateException");
    }

    @Test
    void whoWritesToTheBotHearsThatNothingCameOfIt() {
        bot.write(Samples.PARENT, SmallBot.BREAKING);
        bot.waitMinutes(12);
        assertThat(bot.lastText(Samples.PARENT)).contains("went wrong on my side", "01632 960999", "999");
        assertThat(bot.lastText(Samples.HEAD)).contains("in private").doesNotContain("break the bot", "Smith");
    }

    @Test
    void aFollowUpThatIsLostIsToldToTheHead() {
        EventId message = bot.handOver();
        bot.mailer.failWith(new SendResult.Unreachable("the mail server answered 550"));
        bot.edit(message, Samples.PARENT, SmallBot.ATTACK + ", and worse");
        bot.waitMinutes(40);
        assertThat(bot.lastText(Samples.HEAD))
                .contains("[TST-26-0001] The author has changed the message", "550")
                .doesNotContain("and worse");
        assertThat(bot.auditOf("letter.dead")).containsExactly("the mail server answered 550");
    }

    @Test
    void anEmptiedStoreMakesOtherMessageIdsAndTheSameIncidentKeepsIts() {
        SmallBot other = new SmallBot();
        other.post(Samples.PARENT, "hello");
        other.handOver();
        bot.handOver();
        Mail first = bot.mailer.to(INBOX).getFirst();
        Mail second = other.mailer.to(INBOX).getFirst();
        assertThat(first.subject()).isEqualTo(second.subject());
        assertThat(first.messageId()).isNotEqualTo(second.messageId());

        SmallBot again = new SmallBot();
        again.mailer.failWith(new SendResult.TryLater("the mail server is away", Optional.empty()));
        again.handOver();
        again.mailer.work();
        again.wait(Duration.ofHours(1));
        assertThat(again.mailer.to(INBOX).getFirst().messageId()).isEqualTo(first.messageId());
    }

    @Test
    void theAlarmAfterAResendIsAnotherMail() {
        bot.mailer.failFor(INBOX, new SendResult.Unreachable("the mail server answered 550"));
        bot.handOver();
        bot.waitMinutes(30);
        bot.store.accept(LedgerDesk.resend(Samples.CODE, new Reference("TST-26-0001"), bot.clock.instant()));
        bot.waitMinutes(30);
        assertThat(bot.mailer.to("head@test.example"))
                .extracting(Mail::messageId)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void alarmsThatAreLostTooRaiseNoOthers() {
        EventId message = bot.handOver();
        bot.mailer.failWith(new SendResult.Unreachable("the mail server answered 550"));
        bot.teams.failWith(new SendResult.Unreachable("not installed"));
        bot.edit(message, Samples.PARENT, SmallBot.ATTACK + ", and worse");
        bot.waitMinutes(120);
        assertThat(bot.auditOf("letter.dead")).hasSize(2);
    }
}
