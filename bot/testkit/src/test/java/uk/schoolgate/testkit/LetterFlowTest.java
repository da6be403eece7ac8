package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.flow.LedgerDesk;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.message.SendResult;

/** What the office gets of an incident: the evidence, what comes after it, and what is done where it doesn't come. */
class LetterFlowTest {
    private static final String INBOX = "complaints@test.example";

    private final SmallBot bot = new SmallBot();

    private Mail letter() {
        return bot.mailer.to(INBOX).getLast();
    }

    @Test
    void theEvidenceHoldsMediaEditsAndTheAuthorsSide() {
        EventId message = bot.post(Samples.PARENT, SmallBot.ATTACK, new Media("image/jpeg", "ME0123456789abcdef"));
        bot.edit(message, Samples.PARENT, "Mrs Patel is such a waste of space");
        bot.press(Samples.PARENT, "I think it’s wrong");
        bot.write(Samples.PARENT, "I meant the printer.");
        bot.press(Samples.HEAD, "Hand to the school");
        bot.press(Samples.HEAD, "Yes, hand it over");
        assertThat(letter().text())
                .containsSubsequence(
                        SmallBot.ATTACK,
                        "image/jpeg (ME0123456789abcdef)",
                        "Mrs Patel is such a waste of space",
                        "I meant the printer.");
        assertThat(letter().attachments().getFirst().content())
                .contains("ME0123456789abcdef", "EDITED", "such a waste of space", "I meant the printer.");
    }

    @Test
    void earlierIncidentsCountForTwelveMonths() {
        bot.handOver();
        bot.wait(Duration.ofDays(200));
        bot.handOver();
        assertThat(letter().text()).contains("this one included: 2");
        assertThat(letter().attachments().getFirst().content()).contains("earlierIncidents=2");
        bot.wait(Duration.ofDays(200));
        bot.handOver();
        assertThat(letter().text()).as("the first is older than a year").contains("this one included: 2");
    }

    @Test
    void whatIsTakenBackAfterTheHandOverIsNotedAndTheOfficeHearsIt() {
        bot.handOver();
        bot.press(Samples.PARENT, "I’ve removed it");
        assertThat(bot.lastText(Samples.PARENT)).contains("noted that you took it back");
        assertThat(letter().subject()).startsWith("Re: [TST-26-0001]").contains("taken the message back");
        assertThat(letter().thread()).isPresent();
        assertThat(bot.store.incidents(Samples.CODE)).hasSize(1);
    }

    @Test
    void anIncidentThatWaitsIsListedAsSuchAndIsAnAlarmADay() {
        bot.mailer.failWith(new SendResult.Unreachable("the mail server answered 550"));
        bot.handOver();
        bot.write(Samples.REP, "incidents");
        assertThat(bot.lastText(Samples.REP)).contains("TST-26-0001", "keep trying");
        IntStream.range(0, 40).forEach(i -> bot.wait(Duration.ofMinutes(10)));
        bot.write(Samples.REP, "incidents");
        assertThat(bot.lastText(Samples.REP)).contains("TST-26-0001", "has not reached the complaints inbox");
        bot.store.accept(LedgerDesk.reconcile(Samples.CODE, LocalDate.of(2026, 11, 18)));
        bot.wait(Duration.ofDays(1));
        bot.wait(Duration.ofDays(1));
        assertThat(bot.auditOf("reconciliation.alarm"))
                .hasSizeGreaterThanOrEqualTo(2)
                .containsOnly("DEAD");
        assertThat(bot.auditOf("reconciliation.alarm")).hasSameSizeAs(bot.auditOf("reconciliation.done"));
    }
}
