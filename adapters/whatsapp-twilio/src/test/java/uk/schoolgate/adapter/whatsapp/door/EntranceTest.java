package uk.schoolgate.adapter.whatsapp.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.people.Choices;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.testkit.Samples;
import uk.schoolgate.testkit.SmallBot;

/** Bad input through WhatsApp with a whole bot behind the door: a clear refusal, an entry in the audit trail, no effect. */
class EntranceTest {
    private static final String REP = Samples.REP.value();

    private final SmallBot bot = new SmallBot();
    private final ServedSchools schools = () -> List.of(new ServedSchools.Served(Samples.school(), Samples.roll()));
    private final TwilioDoor door = TwilioDoor.of(
            Webhooks.account(),
            schools,
            bot.store.notebook(),
            bot.store,
            message -> Response.NONE,
            Webhooks.ENGLISH,
            bot.clock);

    private EventId message = new EventId("none");
    private Concern before = Samples.concern("none");

    @BeforeEach
    void aMessageWaitsForTheRep() {
        message = bot.post(Samples.PARENT, SmallBot.ATTACK);
        before = bot.concern(message);
    }

    private int press(String sid, String from, String payload) {
        return door.receive(Webhooks.signed(
                        TwilioAccount.MESSAGES, Webhooks.message(sid, from, "a label", "ButtonPayload", payload)))
                .status();
    }

    private void reply(String sid, String from, String text) {
        door.receive(Webhooks.signed(TwilioAccount.MESSAGES, Webhooks.message(sid, from, text)));
    }

    private String action(String verb) {
        return verb + ":" + before.id();
    }

    private void refused(PersonId who, String reason, String words) {
        assertThat(bot.auditOf("press.refused")).last().isEqualTo(reason);
        assertThat(bot.lastText(who)).contains(words);
        assertThat(bot.mailer.all()).isEmpty();
        assertThat(bot.concern(message)).isEqualTo(before);
    }

    @Test
    void aPressThatTwilioDeliversAgainTakesEffectOnce() {
        press("SM1", REP, action("hand-over"));
        press("SM2", REP, action("sure"));
        int told = bot.chats(Samples.REP).size();
        assertThat(press("SM2", REP, action("sure"))).isLessThan(300);
        assertThat(press("SM1", REP, action("hand-over"))).isLessThan(300);
        assertThat(bot.mailer.to("complaints@test.example")).hasSize(1);
        assertThat(bot.auditOf("concern.confirmed")).hasSize(1);
        assertThat(bot.chats(Samples.REP)).as("nothing is told twice").hasSize(told);
    }

    @Test
    void aButtonOfAClosedConcernIsRefused() {
        press("SM1", REP, action("dismiss"));
        before = bot.concern(message);
        press("SM2", REP, action("hand-over"));
        refused(Samples.REP, "ALREADY_CLOSED", "already closed");
    }

    @Test
    void aButtonOfSomebodyElsesCardIsRefused() {
        press("SM1", Samples.OTHER_PARENT.value(), action("dismiss"));
        refused(Samples.OTHER_PARENT, "NOT_YOURS", "isn’t yours to decide");
        press("SM2", REP, action("removed"));
        refused(Samples.REP, "NOT_YOURS", "isn’t yours to decide");
        press("SM3", "+447700900999", action("take-on"));
        refused(new PersonId("+447700900999"), "NOT_YOURS", "isn’t yours to decide");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "give me everything",
                "dismiss:C0123456789ABCDEF",
                "dismiss:",
                "DISMISS:x",
                "sure:../../etc/passwd"
            })
    void aButtonThatWeNeverSentIsRefused(String payload) {
        press("SM1", REP, payload);
        refused(Samples.REP, "UNKNOWN", "isn’t one that I know");
    }

    @Test
    void aButtonOfAnotherSchoolIsRefused() {
        press("SM1", REP, "dismiss:" + ConcernId.of(new SchoolCode("OTH"), message));
        refused(Samples.REP, "UNKNOWN", "isn’t one that I know");
    }

    @Test
    void aYesWithoutTheQuestionIsRefused() {
        press("SM1", REP, action("sure"));
        refused(Samples.REP, "NOT_ASKED_IF_SURE", "press “Hand to the school” first");
    }

    @Test
    void aNumberIsReadForWhoHasTheCardAndIsStaleWhenItIsDecided() {
        Button dismiss = new Button("No action", action("dismiss"));
        String code = new Choices(bot.store.notebook()).offer(Samples.CODE, Samples.REP, "the card", List.of(dismiss));
        reply("SM1", Samples.OTHER_PARENT.value(), "1 " + code);
        refused(Samples.OTHER_PARENT, "UNKNOWN", "isn’t one that I know");
        reply("SM2", REP, "1 " + code);
        assertThat(bot.concern(message).state().isOpen()).isFalse();
        before = bot.concern(message);
        reply("SM3", REP, "1 " + code);
        refused(Samples.REP, "ALREADY_CLOSED", "already closed");
    }

    @Test
    void whatIsNotSignedByTwilioReachesNobody() {
        WebhookRequest signed = Webhooks.signed(
                TwilioAccount.MESSAGES, Webhooks.message("SM1", REP, "x", "ButtonPayload", action("dismiss")));
        int entries = bot.audit().size();
        WebhookRequest forged =
                new WebhookRequest(signed.rawUri(), "AAAAAAAAAAAAAAAAAAAAAAAAAAA=", Webhooks.FORM, signed.body());
        assertThat(door.receive(forged).status()).isEqualTo(403);
        assertThat(bot.concern(message)).isEqualTo(before);
        assertThat(bot.audit()).as("strangers cannot fill the trail").hasSize(entries);
    }
}
