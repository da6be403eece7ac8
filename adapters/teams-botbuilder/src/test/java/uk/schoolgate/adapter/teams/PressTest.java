package uk.schoolgate.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.Placement;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.testkit.Samples;

/** Action.Execute: what its request is answered with. */
class PressTest {
    private static final String CONCERN = "C0123456789ABCDEF";
    private static final PersonId HEAD = new PersonId(FakeTeams.HEAD_GUID);

    private final FakeTeams teams = new FakeTeams();

    @AfterEach
    void stop() {
        teams.closeOnceEveryCallFits();
    }

    private String invoke(String action) {
        return teams.inPrivate("invoke", FakeTeams.HEAD_GUID, """
                "name":"adaptiveCard/action","value":{"trigger":"manual","action":{"type":"Action.Execute","verb":"press",\
                "data":{"action":"%s"}}}""".formatted(action));
    }

    private void say(String id, Content content, Placement placement) {
        var _ = teams.bot()
                .channel()
                .deliver(new Outgoing.Chat(
                        id, Samples.CODE, new Conversation.PrivateChat(Platform.TEAMS, HEAD), content, placement));
    }

    @Test
    void aPressIsAnsweredWithTheCardThatFollowsFromIt() {
        teams.send(teams.inPrivate("message", FakeTeams.HEAD_GUID, "\"text\":\"hello\""));
        Button button = new Button("No action", "dismiss:" + CONCERN);
        say("c/0", new Content("Look", List.of(new Block.Text("x")), List.of(button)), Placement.about(CONCERN));
        teams.intake.then(
                incoming -> say("c/1", Content.ofText("Thank you. No action."), Placement.replacing(CONCERN)));
        TeamsDoor.Answer answer = teams.send(invoke("dismiss:" + CONCERN).replace("f:1612289992200", "f:press"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json())
                .contains("\"statusCode\":200", "application/vnd.microsoft.card.adaptive", "Thank you. No action.");
        assertThat(teams.intake.taken().getLast()).isInstanceOfSatisfying(Incoming.Press.class, press -> {
            assertThat(press.action()).isEqualTo("dismiss:" + CONCERN);
            assertThat(press.by()).isEqualTo(HEAD);
        });
    }

    @Test
    void aRefusedPressIsAnsweredWithTheReason() {
        teams.send(teams.inPrivate("message", FakeTeams.HEAD_GUID, "\"text\":\"hello\""));
        teams.intake.then(
                incoming -> say("c/1", Content.ofText("This one isn’t yours to decide."), Placement.about(CONCERN)));
        assertThat(teams.send(invoke("dismiss:" + CONCERN).replace("f:1612289992200", "f:press"))
                        .json())
                .contains("application/vnd.microsoft.activity.message", "isn’t yours");
    }

    @Test
    void aPressThatTakesLongerIsNotedAndNotLost() {
        TeamsDoor.Answer answer = teams.send(invoke("dismiss:" + CONCERN));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).contains("application/vnd.microsoft.activity.message", "in a moment");
        assertThat(teams.intake.taken()).hasSize(1);
    }

    @Test
    void anOpinionIsThankedForAtOnce() {
        assertThat(teams.send(invoke("answer-right:0123456789ABCDEF")).json()).contains("Thank you for telling me");
        assertThat(teams.intake.taken()).hasSize(1);
    }

    @Test
    void thesamePressTwiceIsTakenOnce() {
        teams.send(invoke("answer-right:0123456789ABCDEF"));
        assertThat(teams.send(invoke("answer-right:0123456789ABCDEF")).status()).isEqualTo(200);
        assertThat(teams.intake.taken()).hasSize(1);
    }

    @Test
    void nothingIsLeftBehindByAPressThatIsNotWaitedFor() {
        PressAnswers presses = new PressAnswers(1);
        assertThat(presses.answerTo("a:1", CONCERN, () -> false)).isEmpty();
        assertThat(presses.answerTo("a:1", CONCERN, () -> true)).isEmpty();
        assertThatThrownBy(() -> presses.answerTo("a:1", CONCERN, () -> {
                    throw new StoreUnavailableException("away", new IllegalStateException());
                }))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(presses.waiting()).isZero();
    }

    @Test
    void aPressThatComesAgainDoesNotTakeTheAnswerOfTheFirst() {
        PressAnswers presses = new PressAnswers(10_000);
        assertThat(presses.answerTo("a:1", CONCERN, () -> {
                    assertThat(presses.answerTo("a:1", CONCERN, () -> false)).isEmpty();
                    presses.card("a:1", CONCERN, "the card");
                    return true;
                }))
                .hasValueSatisfying(answer -> assertThat(answer).containsEntry("value", "the card"));
        assertThat(presses.waiting()).isZero();
    }

    @Test
    void anInvokeThatIsNoPressIsNotOurs() {
        assertThat(teams.send(teams.inPrivate("invoke", FakeTeams.HEAD_GUID, "\"name\":\"task/fetch\""))
                        .status())
                .isEqualTo(501);
        assertThat(teams.intake.taken()).isEmpty();
    }
}
