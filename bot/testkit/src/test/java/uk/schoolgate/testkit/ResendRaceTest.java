package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.flow.IncomingWorker;
import uk.schoolgate.core.flow.LedgerDesk;
import uk.schoolgate.core.flow.OutgoingWorker;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.handoff.Reference;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.message.SendResult;
import uk.schoolgate.core.sealing.EvidenceKeys;
import uk.schoolgate.core.sealing.Sealer;

/** An incident is asked for again in the very moment in which it is delivered after all: it arrives once. */
class ResendRaceTest {
    private static final String INBOX = "complaints@test.example";
    private static final Reference REFERENCE = new Reference("TST-26-0001");

    private final SmallBot bot = new SmallBot();

    /** An incident that has been on its way for more than a day; its next attempt is due, and not made yet. */
    private void late() {
        bot.mailer.failWith(new SendResult.TryLater("the mail server is away", Optional.empty()));
        bot.handOver();
        bot.wait(Duration.ofHours(25));
        bot.mailer.work();
        bot.clock.advance(Duration.ofHours(1));
    }

    private void resend() {
        bot.store.accept(LedgerDesk.resend(Samples.CODE, REFERENCE, bot.clock.instant()));
    }

    private void arrivedOnce() {
        bot.wait(Duration.ofHours(2));
        assertThat(bot.mailer.to(INBOX)).hasSize(1);
        assertThat(bot.store.incident(Samples.CODE, REFERENCE)).get().matches(Incident::isDelivered);
        assertThat(bot.auditOf("incident.delivered")).hasSize(1);
    }

    @Test
    void deliveredAfterTheResendHasReadWhereItStands() {
        Sealer sealer = new Sealer(EvidenceKeys.parse(EvidenceKeys.generate("k1")));
        OvertakenCasebook overtaken = new OvertakenCasebook(bot.store, bot.store::settle);
        var _ = bot.store.incoming().consume(new IncomingWorker(bot::desk, overtaken, sealer, bot.clock));
        late();
        assertThat(bot.mailer.to(INBOX)).isEmpty();
        resend();
        arrivedOnce();
        assertThat(bot.auditOf("incident.resend-refused")).hasSize(1);
        assertThat(bot.auditOf("incident.resend")).isEmpty();
    }

    @Test
    void askedForAgainWhileItIsBeingSent() {
        late();
        AtomicBoolean asked = new AtomicBoolean();
        var _ = bot.store
                .outgoing()
                .consume(new OutgoingWorker(
                        bot::desk, bot.store, Map.of(), mail -> sentWhileAskedFor(mail, asked), bot.clock));
        arrivedOnce();
        assertThat(bot.auditOf("incident.resend")).hasSize(1);
    }

    private SendResult sentWhileAskedFor(Mail mail, AtomicBoolean asked) {
        SendResult result = bot.mailer.deliver(mail);
        if (!asked.getAndSet(true)) {
            resend();
        }
        return result;
    }
}
