package uk.schoolgate.adapter.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Directory;
import uk.schoolgate.core.message.DirectoryUnavailableException;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.Placement;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.testkit.Samples;

/** Who is who, and who reads along. */
class TeamsDirectoryTest {
    private static final Conversation STAFFROOM = new Conversation.GroupChat(Platform.TEAMS, FakeTeams.GROUP);
    private static final String FOREIGN_TENANT = "99999999-0000-4000-8000-000000000009";
    private static final String PUPIL = "aaaaaaaa-0000-4000-8000-000000000077";

    private final FakeTeams teams = new FakeTeams();
    private final Directory directory = teams.bot().directory();

    @AfterEach
    void everyCallFitsTheOfficialDescription() {
        teams.closeOnceEveryCallFits();
    }

    @Test
    @EnabledIf(value = ConnectorSwagger.IS_HERE, disabledReason = ConnectorSwagger.NOT_HERE)
    void askingForOneAndForAllFitsTheOfficialDescription() {
        teams.send(teams.inChannel("message", "\"text\":\"hello\""));
        var _ = recognised();
        assertThat(directory.hasOutsiders(Samples.CODE, STAFFROOM)).isFalse();
        assertThat(teams.everyCall())
                .extracting(call -> call.getUrl().replaceFirst("^.*/conversations/[^/]*/(\\w+).*$", "$1"))
                .containsExactly("members", "pagedmembers");
        ConnectorSwagger.requireFits(teams.everyCall());
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
    }

    /** By which a concern knows its author again when the staff list says something else of them. */
    @Test
    void besideTheNameOfTheStaffListStaysTheOneOfTeams() {
        PersonId guid = new PersonId(FakeTeams.HEAD_GUID);
        teams.send(teams.inPrivate("message", FakeTeams.HEAD_GUID, "\"text\":\"hello\""));
        assertThat(recognised().author()).isEqualTo(Samples.HEAD);
        assertThat(recognised().sender()).isEqualTo(guid);
        teams.send(teams.inPrivate("messageUpdate", FakeTeams.HEAD_GUID, "\"text\":\"hello\""));
        Incoming.Edited edited = (Incoming.Edited) directory.recognise(taken());
        assertThat(edited.author()).isEqualTo(Samples.HEAD);
        assertThat(edited.sender()).isEqualTo(guid);
        teams.send(
                teams.inPrivate("message", FakeTeams.HEAD_GUID, "\"value\":{\"action\":\"removed:C0123456789ABCDEF\"}")
                        .replace("f:1612289992200", "f:press"));
        Incoming.Press press = (Incoming.Press) directory.recognise(taken());
        assertThat(press.by()).isEqualTo(Samples.HEAD);
        assertThat(press.sender()).isEqualTo(guid);
    }

    @Test
    void whoSomebodyIsIsAskedOnceAndNotAtEveryMessage() {
        teams.send(teams.inPrivate("message", FakeTeams.HEAD_GUID, "\"text\":\"hello\""));
        assertThat(recognised().author()).isEqualTo(Samples.HEAD);
        assertThat(recognised().author()).isEqualTo(Samples.HEAD);
        teams.server.verify(1, getRequestedFor(urlPathMatching(".*/members/.*")));
    }

    /** A 404 says that somebody is not in this chat, and nothing about who they are. */
    @Test
    void whoIsKnownStaysKnownWhereAChatDoesNotHaveThem() {
        teams.send(teams.inPrivate("message", FakeTeams.HEAD_GUID, "\"text\":\"hello\""));
        assertThat(recognised().author()).isEqualTo(Samples.HEAD);
        teams.clock.advance(Duration.ofDays(2));
        nobodyIsThere();
        assertThat(recognised().author()).isEqualTo(Samples.HEAD);
        teams.clock.advance(Duration.ofMinutes(1));
        assertThat(recognised().author()).isEqualTo(Samples.HEAD);
    }

    @Test
    void whomOneChatDoesNotHaveAnotherMayKnow() {
        nobodyIsThere();
        teams.send(
                teams.inChannel("message", "\"text\":\"hello\"").replace(FakeTeams.TEACHER_GUID, FakeTeams.HEAD_GUID));
        assertThat(recognised().author()).isEqualTo(new PersonId(FakeTeams.HEAD_GUID));
        teams.connectorWorks();
        teams.send(teams.inPrivate("message", FakeTeams.HEAD_GUID, "\"text\":\"hello\""));
        assertThat(recognised().author()).isEqualTo(Samples.HEAD);
    }

    /** What was written before the bot was taken out may be worked on after that. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoIsKnownStaysKnownOnceTheBotHasLeftTheChat(boolean inPrivate) {
        teams.send(fromTheHead(inPrivate, "message", "\"text\":\"hello\""));
        Incoming written = taken();
        assertThat(recognised().author()).isEqualTo(Samples.HEAD);
        teams.send(fromTheHead(inPrivate, "installationUpdate", "\"action\":\"remove\""));
        nobodyIsThere();
        assertThat(((Incoming.Message) directory.recognise(written)).author()).isEqualTo(Samples.HEAD);
    }

    @Test
    void whomNothingIsKnownOfKeepsTheirEntraIdOnceTheBotHasLeftTheChat() {
        teams.send(fromTheHead(false, "message", "\"text\":\"hello\""));
        Incoming written = taken();
        teams.send(fromTheHead(false, "installationUpdate", "\"action\":\"remove\""));
        assertThat(((Incoming.Message) directory.recognise(written)).author())
                .isEqualTo(new PersonId(FakeTeams.HEAD_GUID));
    }

    private String fromTheHead(boolean inPrivate, String type, String fields) {
        return inPrivate
                ? teams.inPrivate(type, FakeTeams.HEAD_GUID, fields)
                : teams.inChannel(type, fields).replace(FakeTeams.TEACHER_GUID, FakeTeams.HEAD_GUID);
    }

    private void nobodyIsThere() {
        teams.server.stubFor(
                get(urlPathMatching(".*/members/.*")).willReturn(aResponse().withStatus(404)));
    }

    @Test
    void whoHasBecomeAGuestIsOneAtOnceAndWhereTeamsIsSilentAnybodyMayBe() {
        teams.send(teams.inPrivate("message", FakeTeams.HEAD_GUID, "\"text\":\"hello\""));
        Conversation chat = recognised().conversation();
        assertThat(directory.hasOutsiders(Samples.CODE, chat)).isFalse();
        teams.members(FakeTeams.member("29:head", FakeTeams.HEAD_GUID, "head@test.example", "guest", FakeTeams.TENANT));
        assertThat(directory.hasOutsiders(Samples.CODE, chat)).isTrue();
        teams.connectorWorks();
        assertThat(directory.hasOutsiders(Samples.CODE, chat)).isFalse();
        nobodyIsThere();
        assertThat(directory.hasOutsiders(Samples.CODE, chat)).isTrue();
        teams.sendingAnswers(503);
        assertThat(directory.hasOutsiders(Samples.CODE, chat)).isTrue();
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

    /** Another tenant's administrator may give an account any address. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAccountOfAnotherTenantWithTheHeadsAddressIsNotTheHead(boolean headFirst) {
        String head = FakeTeams.member("29:head", FakeTeams.HEAD_GUID, "head@test.example", "user", FakeTeams.TENANT);
        String foreign = FakeTeams.member("29:foreign", PUPIL, "head@test.example", "user", FOREIGN_TENANT);
        theHeadsAddressStaysTheHeads(headFirst ? List.of(head, foreign) : List.of(foreign, head));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aGuestWithTheHeadsAddressDoesNotTakeItFromTheHead(boolean headFirst) {
        String head = FakeTeams.member("29:head", FakeTeams.HEAD_GUID, "head@test.example", "user", FakeTeams.TENANT);
        String guest = FakeTeams.member("29:guest", PUPIL, "head@test.example", "guest", FakeTeams.TENANT);
        theHeadsAddressStaysTheHeads(headFirst ? List.of(head, guest) : List.of(guest, head));
    }

    private void theHeadsAddressStaysTheHeads(List<String> members) {
        teams.members(members.toArray(String[]::new));
        teams.send(teams.inChannel("message", "\"text\":\"hello\""));
        assertThat(directory.hasOutsiders(Samples.CODE, STAFFROOM)).isTrue();
        teams.send(teams.inPrivate("message", PUPIL, "\"text\":\"hello\"").replace("f:1612289992200", "f:other"));
        assertThat(recognised().author()).isEqualTo(new PersonId(PUPIL));
        assertThat(recognised().conversation())
                .isEqualTo(new Conversation.PrivateChat(Platform.TEAMS, new PersonId(PUPIL)));
        var _ = teams.bot()
                .channel()
                .deliver(new Outgoing.Chat(
                        "c/0",
                        Samples.CODE,
                        new Conversation.PrivateChat(Platform.TEAMS, Samples.HEAD),
                        Content.ofText("for the head alone"),
                        Placement.ALONE));
        assertThat(teams.calls().getFirst().getBodyAsString())
                .contains("29:head")
                .doesNotContain("29:foreign", "29:guest");
        assertThat(teams.calls().getLast().getUrl()).contains("a:opened");
        teams.send(teams.inPrivate("message", FakeTeams.HEAD_GUID, "\"text\":\"hello\""));
        assertThat(recognised().author()).isEqualTo(Samples.HEAD);
    }

    /** The event of a guest's coming may name the team instead of the channel, reach another bot, or not come at all. */
    @Test
    void aGroupOfStaffHasNoOutsidersUntilAGuestComesWithWhateverEventOrNone() {
        teams.send(teams.inChannel("message", "\"text\":\"hello\""));
        assertThat(directory.hasOutsiders(Samples.CODE, STAFFROOM)).isFalse();
        aGuestComes();
        assertThat(directory.hasOutsiders(Samples.CODE, STAFFROOM)).isTrue();
        teams.connectorWorks();
        assertThat(directory.hasOutsiders(Samples.CODE, STAFFROOM)).isFalse();
        aGuestComes();
        teams.send(teams.inChannel("conversationUpdate", "\"membersAdded\":[{\"id\":\"29:guest\"}]")
                .replace(FakeTeams.GROUP + ";messageid=1612289992105", "19:team@thread.tacv2"));
        assertThat(directory.hasOutsiders(Samples.CODE, STAFFROOM)).isTrue();
    }

    private void aGuestComes() {
        teams.members(
                FakeTeams.member("29:head", FakeTeams.HEAD_GUID, "head@test.example", "user", FakeTeams.TENANT),
                FakeTeams.member("29:guest", PUPIL, "x@elsewhere.example", "guest", FakeTeams.TENANT));
    }

    @Test
    void whoWasInAGroupBeforeTeamsFellSilentSaysNothingAboutNow() {
        teams.send(teams.inChannel("message", "\"text\":\"hello\""));
        assertThat(directory.hasOutsiders(Samples.CODE, STAFFROOM)).isFalse();
        teams.sendingAnswers(503);
        assertThat(directory.hasOutsiders(Samples.CODE, STAFFROOM)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "user,99999999-0000-4000-8000-000000000009",
        "anonymous,''",
        "guest," + FakeTeams.TENANT,
        // Who Teams does not say the role or the tenant of may be anybody.
        "''," + FakeTeams.TENANT,
        "user,''",
        "'',''"
    })
    void anOutsiderIsWhomTeamsDoesNotSayToBeAUserOfTheTenant(String role, String tenant) {
        teams.send(teams.inChannel("message", "\"text\":\"hello\""));
        teams.members(
                FakeTeams.member("29:head", FakeTeams.HEAD_GUID, "head@test.example", "user", FakeTeams.TENANT),
                FakeTeams.member("29:x", PUPIL, "a.patel@test.example", role, tenant));
        assertThat(directory.hasOutsiders(Samples.CODE, STAFFROOM)).isTrue();
    }

    @Test
    void inAGroupThatTheSchoolDoesNotListEverybodyMustBeOnTheStaffList() {
        Conversation unlisted = new Conversation.GroupChat(Platform.TEAMS, "19:unlisted@thread.v2");
        teams.send(teams.inChannel("message", "\"text\":\"hello\"").replace(FakeTeams.GROUP, "19:unlisted@thread.v2"));
        teams.members(FakeTeams.member("29:head", FakeTeams.HEAD_GUID, "head@test.example", "user", FakeTeams.TENANT));
        assertThat(directory.hasOutsiders(Samples.CODE, unlisted)).isFalse();
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
    void theAddressOfSomebodyWhomTeamsHasShownIsLent() {
        PersonId guest = new PersonId(PUPIL);
        assertThat(directory.emailOf(Samples.CODE, guest)).isEmpty();
        String signIn = "supply_agency.example#EXT#@school.onmicrosoft.example";
        String shown = FakeTeams.member("29:guest", PUPIL, signIn, "guest", FakeTeams.TENANT);
        teams.members(shown);
        teams.send(teams.inPrivate("message", PUPIL, "\"text\":\"hello\""));
        assertThat(recognised().author()).isEqualTo(guest);
        assertThat(directory.emailOf(Samples.CODE, guest))
                .as("no mail reaches it")
                .isEmpty();
        teams.clock.advance(Duration.ofDays(2));
        teams.members(shown.replace("\"email\":\"" + signIn, "\"email\":\"Supply@Agency.example"));
        assertThat(recognised().author()).isEqualTo(guest);
        assertThat(directory.emailOf(Samples.CODE, guest)).contains("supply@agency.example");
        assertThat(directory.emailOf(Samples.CODE, Samples.PARENT)).isEmpty();
    }

    @Test
    void whatIsNotFromTeamsIsLeftAsItIs() {
        Incoming.Message message = Samples.inKestrel("m1", Samples.PARENT, "hello");
        assertThat(directory.recognise(message)).isSameAs(message);
        assertThat(directory.hasOutsiders(Samples.CODE, message.conversation())).isFalse();
    }
}
