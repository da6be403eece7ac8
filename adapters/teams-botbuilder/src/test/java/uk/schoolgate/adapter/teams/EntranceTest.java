package uk.schoolgate.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.testkit.Samples;
import uk.schoolgate.testkit.SmallBot;

/** Bad input through Teams with a whole bot behind the door: a clear refusal, an entry in the audit trail, no effect. */
class EntranceTest {
    private static final String LEAD_GUID = "aaaaaaaa-0000-4000-8000-000000000003";
    private static final String GUEST_GUID = "bbbbbbbb-0000-4000-8000-000000000009";

    private final FakeTeams teams = new FakeTeams();
    private final SmallBot bot = new SmallBot(teams.bot().directory());
    private EventId message = new EventId("none");
    private Concern before = Samples.concern("none");

    @BeforeEach
    void aThreatWaitsForTheHead() {
        teams.members(
                FakeTeams.member("29:head", FakeTeams.HEAD_GUID, "HEAD@test.example", "user", FakeTeams.TENANT),
                FakeTeams.member("29:lead", LEAD_GUID, "dsl@test.example", "user", FakeTeams.TENANT),
                FakeTeams.member("29:guest", GUEST_GUID, "guest@else.example", "guest", "another-tenant"));
        teams.intake.then(this::work);
        message = bot.post(Samples.PARENT, SmallBot.THREAT);
        before = bot.concern(message);
    }

    /** Does the work, and says what follows from it in the chat that the press came from. */
    private void work(Incoming incoming) {
        bot.store.accept(incoming);
        Incoming.Press press = (Incoming.Press) incoming;
        PersonId person = ((Incoming.Press) teams.bot().directory().recognise(press)).by();
        Outgoing.Chat said = bot.teams.toPerson(person).getLast();
        var _ = teams.bot()
                .channel()
                .deliver(new Outgoing.Chat(
                        said.id(),
                        said.school(),
                        new Conversation.PrivateChat(Platform.TEAMS, press.by()),
                        said.content(),
                        said.placement()));
    }

    @AfterEach
    void stop() {
        teams.closeOnceEveryCallFits();
    }

    private String press(String id, String guid, String action) {
        String activity = teams.inPrivate("invoke", guid, """
                "name":"adaptiveCard/action","value":{"trigger":"manual","action":{"type":"Action.Execute","verb":"press",\
                "data":{"action":"%s"}}}""".formatted(action)).replace("f:1612289992200", id);
        TeamsDoor.Answer answer = teams.send(activity);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private String action(String verb) {
        return verb + ":" + before.id();
    }

    private void refused(String answer, String reason, String words) {
        assertThat(answer).contains(words);
        assertThat(bot.auditOf("press.refused")).last().isEqualTo(reason);
        assertThat(bot.mailer.to("complaints@test.example")).isEmpty();
        assertThat(bot.concern(message)).isEqualTo(before);
    }

    @Test
    void aPressThatTeamsDeliversAgainTakesEffectOnceAndALaterOneIsRefused() {
        assertThat(press("f:1", FakeTeams.HEAD_GUID, action("take-on"))).contains("It’s yours now");
        before = bot.concern(message);
        int told = bot.chats(Samples.HEAD).size();
        press("f:1", FakeTeams.HEAD_GUID, action("take-on"));
        assertThat(bot.auditOf("concern.taken-on")).hasSize(1);
        assertThat(bot.chats(Samples.HEAD)).hasSize(told);
        refused(press("f:2", FakeTeams.HEAD_GUID, action("take-on")), "ALREADY_CLOSED", "already closed");
    }

    @Test
    void aButtonOfSomebodyElsesCardIsRefusedAndTheTrailSaysWhoPressed() {
        refused(press("f:1", LEAD_GUID, action("take-on")), "NOT_YOURS", "isn’t yours to decide");
        assertThat(bot.audit().getLast().actor()).isEqualTo(Samples.SAFEGUARDING_LEAD.value());
        refused(press("f:2", GUEST_GUID, action("dismiss")), "NOT_YOURS", "isn’t yours to decide");
        assertThat(bot.audit().getLast().actor()).startsWith("p-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"give me everything", "take-on:C0123456789ABCDEF", "take-on:", "sure:../../etc/passwd"})
    void aButtonThatWeNeverSentIsRefused(String action) {
        // No card belongs to it that could be answered with; the words come in the chat.
        press("f:1", FakeTeams.HEAD_GUID, action);
        refused(bot.lastText(Samples.HEAD), "UNKNOWN", "isn’t one that I know");
    }

    @Test
    void aButtonOfAnotherSchoolIsRefused() {
        press("f:1", FakeTeams.HEAD_GUID, "take-on:" + ConcernId.of(new SchoolCode("OTH"), message));
        refused(bot.lastText(Samples.HEAD), "UNKNOWN", "isn’t one that I know");
    }

    @Test
    void aYesWithoutTheQuestionIsRefused() {
        refused(
                press("f:1", FakeTeams.HEAD_GUID, action("sure")),
                "NOT_ASKED_IF_SURE",
                "press “Hand to the school” first");
    }

    @Test
    void whatIsNotSignedByMicrosoftReachesNobody() {
        int entries = bot.audit().size();
        String activity = teams.inPrivate("invoke", FakeTeams.HEAD_GUID, """
                "name":"adaptiveCard/action","value":{"action":{"data":{"action":"%s"}}}""".formatted(action("take-on")));
        assertThat(teams.send("Bearer e30.e30.AAAA", activity).status()).isBetween(401, 403);
        assertThat(bot.concern(message)).isEqualTo(before);
        assertThat(bot.audit()).as("strangers cannot fill the trail").hasSize(entries);
    }
}
