package uk.schoolgate.app.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.server.ResponseStatusException;
import uk.schoolgate.app.playground.PlaygroundController.Pressed;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.screening.Thresholds;
import uk.schoolgate.core.wording.Wording;
import uk.schoolgate.testkit.Samples;
import uk.schoolgate.testkit.SmallBot;

/** Bad input through the page with a whole bot behind it: a clear refusal, an entry in the audit trail, no effect. */
class PlaygroundEntranceTest {
    private final SmallBot bot = new SmallBot();
    private final PlaygroundController page;
    private EventId message = new EventId("none");
    private Concern before = Samples.concern("none");

    PlaygroundEntranceTest(@TempDir Path folder) {
        SchoolFolder school =
                new SchoolFolder(folder, Samples.school(), Samples.roll(), Thresholds.chosen(), List.of(), List.of());
        Stage stage = new Stage(folder.resolve("transcript.jsonl"));
        page = new PlaygroundController(
                Casts.of(List.of(school), false, Wording.english()),
                stage,
                List.of(
                        new DirectCarrier(Platform.WHATSAPP, stage, bot.store),
                        new DirectCarrier(Platform.TEAMS, stage, bot.store)),
                new Mailboxes(folder),
                () -> true,
                bot.clock);
    }

    @BeforeEach
    void aMessageWaitsForTheRep() {
        message = bot.post(Samples.PARENT, SmallBot.ATTACK);
        before = bot.concern(message);
    }

    private void press(String id, PersonId by, String action) {
        page.press(new Pressed(Samples.CODE.value(), by.value(), action, "a label", id));
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
    void aPressThatIsDeliveredAgainTakesEffectOnce() {
        press("1", Samples.REP, action("hand-over"));
        press("2", Samples.REP, action("sure"));
        int told = bot.chats(Samples.REP).size();
        press("2", Samples.REP, action("sure"));
        press("1", Samples.REP, action("hand-over"));
        assertThat(bot.mailer.to("complaints@test.example")).hasSize(1);
        assertThat(bot.auditOf("concern.confirmed")).hasSize(1);
        assertThat(bot.chats(Samples.REP)).hasSize(told);
    }

    @Test
    void aButtonOfAClosedConcernIsRefused() {
        press("1", Samples.REP, action("sorted"));
        before = bot.concern(message);
        press("2", Samples.REP, action("hand-over"));
        refused(Samples.REP, "ALREADY_CLOSED", "already closed");
    }

    @Test
    void aButtonOfSomebodyElsesCardIsRefused() {
        press("1", Samples.PARENT, action("dismiss"));
        refused(Samples.PARENT, "NOT_YOURS", "isn’t yours to decide");
        press("2", Samples.HEAD, action("hand-over"));
        refused(Samples.HEAD, "NOT_YOURS", "isn’t yours to decide");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "give me everything", "dismiss:C0123456789ABCDEF", "dismiss:", "sure:../../etc/passwd"})
    void aButtonThatWeNeverSentIsRefused(String action) {
        press("1", Samples.REP, action);
        refused(Samples.REP, "UNKNOWN", "isn’t one that I know");
    }

    @Test
    void aButtonOfAnotherSchoolIsRefusedAndSoIsAnotherSchool() {
        press("1", Samples.REP, "dismiss:" + ConcernId.of(new SchoolCode("OTH"), message));
        refused(Samples.REP, "UNKNOWN", "isn’t one that I know");
        int entries = bot.audit().size();
        assertThatThrownBy(() -> page.press(new Pressed("OTH", Samples.REP.value(), action("dismiss"), "x", "2")))
                .isInstanceOf(ResponseStatusException.class)
                .hasMessageContaining("no such school");
        assertThatThrownBy(() -> press("3", new PersonId("+447700900999"), action("dismiss")))
                .isInstanceOf(ResponseStatusException.class)
                .hasMessageContaining("no such person");
        assertThat(bot.concern(message)).isEqualTo(before);
        assertThat(bot.audit()).as("nobody pressed, so nothing is noted").hasSize(entries);
    }

    @Test
    void aYesWithoutTheQuestionIsRefused() {
        press("1", Samples.REP, action("sure"));
        refused(Samples.REP, "NOT_ASKED_IF_SURE", "press “Hand to the school” first");
    }
}
