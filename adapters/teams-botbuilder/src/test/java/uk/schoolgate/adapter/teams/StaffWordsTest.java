package uk.schoolgate.adapter.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.Placement;
import uk.schoolgate.core.message.SendResult;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.testkit.Samples;

/** Answers for staff alone that waited while somebody else came into the chat. */
class StaffWordsTest {
    private static final Conversation THREAD =
            new Conversation.GroupChat(Platform.TEAMS, FakeTeams.GROUP + ";messageid=1612289992105");
    private static final Conversation HEAD = new Conversation.PrivateChat(Platform.TEAMS, Samples.HEAD);
    private static final Content OPEN = new Content(
            "",
            List.of(new Block.Quote("Staff may keep gifts under thirty pounds.", "Gifts")),
            List.of(new Button("Yes", "answer-right:0123456789ABCDEF")));
    private static final Content FOR_STAFF = OPEN.forStaffAlone(true);
    private static final String TEACHER =
            FakeTeams.member("29:teacher", FakeTeams.TEACHER_GUID, "a.patel@test.example", "user", FakeTeams.TENANT);
    private static final String GUEST = FakeTeams.member(
            "29:guest", "aaaaaaaa-0000-4000-8000-000000000077", "x@else.example", "guest", FakeTeams.TENANT);

    private final FakeTeams teams = new FakeTeams();

    @BeforeEach
    void meet() {
        teams.send(teams.inChannel("message", "\"text\":\"hello\""));
        teams.send(teams.inPrivate("message", FakeTeams.HEAD_GUID, "\"text\":\"hello\""));
        teams.intake.taken().forEach(teams.bot().directory()::recognise);
        teams.server.resetRequests();
    }

    @AfterEach
    void everyCallFitsTheOfficialDescription() {
        teams.closeOnceEveryCallFits();
    }

    private SendResult say(Conversation to, Content content) {
        return teams.bot().channel().deliver(new Outgoing.Chat("q/0", Samples.CODE, to, content, Placement.ALONE));
    }

    private String posted() {
        assertThat(teams.calls()).hasSize(1);
        return teams.calls().getFirst().getBodyAsString();
    }

    private void rosterAnswers(int status) {
        teams.server.stubFor(get(urlPathMatching(".*/pagedmembers"))
                .atPriority(1)
                .willReturn(aResponse().withStatus(status)));
    }

    @Test
    void amongStaffTheyArePosted() {
        assertThat(say(THREAD, FOR_STAFF)).isInstanceOf(SendResult.Sent.class);
        assertThat(posted()).contains("thirty pounds");
    }

    @Test
    void whereAGuestHasComeMeanwhileAPoliteLineStandsInTheirPlace() {
        teams.sendingAnswers(503);
        assertThat(say(THREAD, FOR_STAFF)).isInstanceOf(SendResult.TryLater.class);
        teams.server.resetAll();
        teams.publish(teams.signing.jwk("msteams"));
        teams.connectorWorks();
        teams.members(TEACHER, GUEST);
        assertThat(say(THREAD, FOR_STAFF)).isInstanceOf(SendResult.Sent.class);
        assertThat(posted())
                .contains("for staff alone", "our private chat")
                .doesNotContain("thirty", "Gifts", "answer-right");
    }

    @Test
    void whatTheLineStoodForIsNotPostedLaterEither() {
        teams.members(TEACHER, GUEST);
        say(THREAD, FOR_STAFF);
        teams.members(TEACHER);
        assertThat(say(THREAD, FOR_STAFF)).isInstanceOf(SendResult.Sent.class);
        assertThat(posted()).doesNotContain("thirty");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void theyWaitWhileTeamsDoesNotSayWhoIsThere(int status) {
        rosterAnswers(status);
        assertThat(say(THREAD, FOR_STAFF)).isInstanceOf(SendResult.TryLater.class);
        assertThat(teams.calls()).isEmpty();
        teams.clock.advance(Duration.ofMinutes(1));
        teams.server.resetMappings();
        teams.connectorWorks();
        assertThat(say(THREAD, FOR_STAFF)).isInstanceOf(SendResult.Sent.class);
        assertThat(posted()).contains("thirty pounds");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void whomTeamsWillNeverNameMayBeAnybody(int status) {
        rosterAnswers(status);
        assertThat(say(THREAD, FOR_STAFF)).isInstanceOf(SendResult.Sent.class);
        assertThat(posted()).contains("for staff alone").doesNotContain("thirty");
    }

    @Test
    void inPrivateTheyAreForSomebodyWhoIsNoGuestNow() {
        assertThat(say(HEAD, FOR_STAFF)).isInstanceOf(SendResult.Sent.class);
        assertThat(posted()).contains("thirty pounds");
    }

    @Test
    void whoHasBecomeAGuestMeanwhileReadsALineInPrivate() {
        teams.members(FakeTeams.member("29:head", FakeTeams.HEAD_GUID, "head@test.example", "guest", FakeTeams.TENANT));
        assertThat(say(HEAD, FOR_STAFF)).isInstanceOf(SendResult.Sent.class);
        assertThat(posted()).contains("for staff alone", "school office").doesNotContain("thirty");
    }

    @Test
    void forWhatAnybodyMayReadNobodyIsAsked() {
        teams.members(TEACHER, GUEST);
        assertThat(say(THREAD, OPEN)).isInstanceOf(SendResult.Sent.class);
        assertThat(posted()).contains("thirty pounds");
        assertThat(teams.everyCall())
                .extracting(LoggedRequest::getUrl)
                .noneSatisfy(url -> assertThat(url).contains("members"));
    }
}
