package uk.schoolgate.adapter.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Directory;
import uk.schoolgate.core.message.DirectoryUnavailableException;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.testkit.Samples;

/** Who is who, and who reads along. */
class TeamsDirectoryTest {
    private static final Conversation STAFFROOM = new Conversation.GroupChat(Platform.TEAMS, FakeTeams.GROUP);
    private static final String PUPIL = "aaaaaaaa-0000-4000-8000-000000000077";

    private final FakeTeams teams = new FakeTeams();
    private final Directory directory = teams.bot().directory();

    @AfterEach
    void stop() {
        teams.close();
    }

    private Incoming taken() {
        return teams.intake.taken().getLast();
    }

    private Incoming.Message recognised() {
        return (Incoming.Message) directory.recognise(taken());
    }

    @Test
    void aPersonIsKnownByTheEmailOfTheStaffList() {
        teams.send(teams.inPrivate("message", FakeTeams.HEAD_GUID, "\"text\":\"hello\""));
        assertThat(recognised().author()).isEqualTo(Samples.HEAD);
        assertThat(recognised().conversation()).isEqualTo(new Conversation.PrivateChat(Platform.TEAMS, Samples.HEAD));
        assertThat(directory.hasOutsiders(Samples.CODE, recognised().conversation()))
                .isFalse();
        // Asked once, and not again at every message.
        teams.server.verify(1, getRequestedFor(urlPathMatching(".*/members/.*")));
    }

    @Test
    void somebodyWhoIsNotOnTheListKeepsTheirEntraId() {
        teams.members(FakeTeams.member("29:pupil", PUPIL, "pupil@test.example", "user", FakeTeams.TENANT));
        teams.send(teams.inPrivate("message", PUPIL, "\"text\":\"hello\""));
        assertThat(recognised().author()).isEqualTo(new PersonId(PUPIL));
    }

    @Test
    void aGuestIsAnOutsiderThoughTheStaffListNamesThem() {
        teams.members(FakeTeams.member("29:head", FakeTeams.HEAD_GUID, "head@test.example", "guest", FakeTeams.TENANT));
        teams.send(teams.inPrivate("message", FakeTeams.HEAD_GUID, "\"text\":\"hello\""));
        assertThat(recognised().author()).isEqualTo(Samples.HEAD);
        assertThat(directory.hasOutsiders(Samples.CODE, recognised().conversation()))
                .isTrue();
    }

    @Test
    void aGroupOfStaffHasNoOutsidersUntilAGuestComes() {
        teams.send(teams.inChannel("message", "\"text\":\"hello\""));
        assertThat(directory.hasOutsiders(Samples.CODE, STAFFROOM)).isFalse();
        teams.members(
                FakeTeams.member("29:head", FakeTeams.HEAD_GUID, "head@test.example", "user", FakeTeams.TENANT),
                FakeTeams.member("29:guest", PUPIL, "x@elsewhere.example", "guest", FakeTeams.TENANT));
        teams.send(teams.inChannel("conversationUpdate", "\"membersAdded\":[{\"id\":\"29:guest\"}]"));
        assertThat(directory.hasOutsiders(Samples.CODE, STAFFROOM)).isTrue();
    }

    @Test
    void somebodyOfAnotherTenantIsAnOutsiderAndSoIsAnAnonymousOne() {
        teams.send(teams.inChannel("message", "\"text\":\"hello\""));
        teams.members(
                FakeTeams.member("29:x", PUPIL, "x@elsewhere.example", "user", "99999999-0000-4000-8000-000000000009"));
        assertThat(directory.hasOutsiders(Samples.CODE, STAFFROOM)).isTrue();
        teams.clock.advance(Duration.ofMinutes(6));
        teams.members(FakeTeams.member("29:x", "", "", "anonymous", ""));
        assertThat(directory.hasOutsiders(Samples.CODE, STAFFROOM)).isTrue();
    }

    @Test
    void inAGroupThatTheSchoolDoesNotListEverybodyMustBeOnTheStaffList() {
        Conversation unlisted = new Conversation.GroupChat(Platform.TEAMS, "19:unlisted@thread.v2");
        teams.send(teams.inChannel("message", "\"text\":\"hello\"").replace(FakeTeams.GROUP, "19:unlisted@thread.v2"));
        teams.members(FakeTeams.member("29:head", FakeTeams.HEAD_GUID, "head@test.example", "user", FakeTeams.TENANT));
        assertThat(directory.hasOutsiders(Samples.CODE, unlisted)).isFalse();
        teams.clock.advance(Duration.ofMinutes(6));
        teams.members(
                FakeTeams.member("29:head", FakeTeams.HEAD_GUID, "head@test.example", "user", FakeTeams.TENANT),
                FakeTeams.member("29:pupil", PUPIL, "pupil@test.example", "user", FakeTeams.TENANT));
        assertThat(directory.hasOutsiders(Samples.CODE, unlisted)).isTrue();
    }

    @Test
    void aRosterOfManyPagesIsReadToItsEnd() {
        teams.send(teams.inChannel("message", "\"text\":\"hello\""));
        String first = FakeTeams.member("29:head", FakeTeams.HEAD_GUID, "head@test.example", "user", FakeTeams.TENANT);
        String last = FakeTeams.member("29:guest", PUPIL, "x@elsewhere.example", "guest", FakeTeams.TENANT);
        teams.server.stubFor(get(urlPathMatching(".*/pagedmembers"))
                .willReturn(okJson("{\"continuationToken\":\"more &=\",\"members\":[" + first + "]}")));
        teams.server.stubFor(get(urlPathMatching(".*/pagedmembers"))
                .withQueryParam("continuationToken", equalTo("more &="))
                .willReturn(okJson("{\"members\":[" + last + "]}")));
        assertThat(directory.hasOutsiders(Samples.CODE, STAFFROOM)).isTrue();
    }

    @Test
    void whoWroteItIsAskedAgainLaterWhenTeamsIsSilent() {
        teams.sendingAnswers(503);
        teams.send(teams.inPrivate("message", FakeTeams.HEAD_GUID, "\"text\":\"hello\""));
        assertThatThrownBy(() -> directory.recognise(taken())).isInstanceOf(DirectoryUnavailableException.class);
        assertThat(directory.hasOutsiders(Samples.CODE, STAFFROOM)).isTrue();
    }

    @Test
    void whatIsNotFromTeamsIsLeftAsItIs() {
        Incoming.Message message = Samples.inKestrel("m1", Samples.PARENT, "hello");
        assertThat(directory.recognise(message)).isSameAs(message);
        assertThat(directory.hasOutsiders(Samples.CODE, message.conversation())).isFalse();
    }
}
