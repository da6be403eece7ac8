package uk.schoolgate.adapter.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.school.Office;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.Retention;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.testkit.Samples;

/** Two schools in one tenant: whose an activity is, found out at the door, where Teams waits for its answer. */
class TwoSchoolsTest {
    private static final SchoolCode OTHER = new SchoolCode("OTH");
    private static final String OTHER_GROUP = "19:other@thread.tacv2";
    private static final String OTHER_HEAD = "cccccccc-0000-4000-8000-000000000001";
    private static final String ADMINISTRATOR = "dddddddd-0000-4000-8000-000000000001";
    /** What a team as a whole goes by, in {@link FakeTeams#inChannel}. */
    private static final String TEAM = "19:team@thread.tacv2";

    private static final String REMOVED = "\"action\":\"remove\"";
    private static final String NOBODYS = "19:nobodys@thread.v2";
    /** The limit at the door, with room for a busy machine; a call to the Connector itself waits for 15 seconds. */
    private static final Duration SOON = Duration.ofSeconds(8);

    private final FakeTeams teams =
            new FakeTeams(false, List.of(new ServedSchools.Served(Samples.school(), Samples.roll()), other()));

    @AfterEach
    void stop() {
        teams.closeOnceEveryCallFits();
    }

    private static ServedSchools.Served other() {
        PersonId head = new PersonId("S01");
        Group group = new Group("Others", Platform.TEAMS, OTHER_GROUP, Set.of(), List.of(head));
        School school = new School(
                OTHER,
                "Other Primary School",
                "complaints@other.example",
                new Office(Optional.empty(), Optional.of("office@other.example")),
                head,
                head,
                Optional.empty(),
                List.of(),
                Mode.WATCH,
                Retention.DEFAULT,
                List.of(group));
        StaffMember staff = new StaffMember(
                head, "Mr", "Omar", "Head", "Headteacher", List.of(), Optional.of("head@other.example"));
        return new ServedSchools.Served(school, new Roll(List.of(), List.of(staff), List.of()));
    }

    private int send(String conversation, String guid) {
        return teams.send(teams.inChannel("message", "\"text\":\"hello\"")
                        .replace(FakeTeams.GROUP, conversation)
                        .replace(FakeTeams.TEACHER_GUID, guid))
                .status();
    }

    private void describingSomebodyAnswers(ResponseDefinitionBuilder answer) {
        teams.server.stubFor(
                get(urlPathMatching("/connector/.*/members/.*")).atPriority(1).willReturn(answer));
    }

    @Test
    void aGroupOfASchoolIsThatSchoolsAndNobodyIsAsked() {
        assertThat(send(FakeTeams.GROUP, OTHER_HEAD)).isEqualTo(200);
        assertThat(send(OTHER_GROUP, OTHER_HEAD)).isEqualTo(200);
        assertThat(teams.intake.taken()).extracting(Incoming::school).containsExactly(Samples.CODE, OTHER);
        assertThat(teams.everyCall()).isEmpty();
    }

    @Test
    void elsewhereItIsTheSchoolWhoseStaffTheAuthorIsWhoIsAskedForOnce() {
        teams.members(FakeTeams.member("29:o", OTHER_HEAD, "Head@Other.example", "user", FakeTeams.TENANT));
        assertThat(send(NOBODYS, OTHER_HEAD)).isEqualTo(200);
        assertThat(teams.intake.only(Incoming.Message.class).school()).isEqualTo(OTHER);
        // The worker finds out who it is, which the door then knows.
        var _ = teams.bot().directory().recognise(teams.intake.taken().getFirst());
        teams.server.resetRequests();
        describingSomebodyAnswers(aResponse().withStatus(503));
        teams.send(teams.inPrivate("message", OTHER_HEAD, "\"text\":\"hello\""));
        assertThat(teams.intake.taken().getLast().school()).isEqualTo(OTHER);
        assertThat(teams.everyCall()).isEmpty();
    }

    @Test
    void whoIsOnNoStaffListBelongsToNoneOfTheSchools() {
        teams.members(FakeTeams.member("29:o", OTHER_HEAD, "pupil@other.example", "user", FakeTeams.TENANT));
        assertThat(send(NOBODYS, OTHER_HEAD)).isEqualTo(200);
        assertThat(teams.intake.taken()).isEmpty();
    }

    @Test
    void anAccountOfAnotherTenantBelongsToNoneOfThemWhateverItsAddress() {
        teams.members(FakeTeams.member("29:o", OTHER_HEAD, "head@other.example", "user", "another-tenant"));
        assertThat(send(NOBODYS, OTHER_HEAD)).isEqualTo(200);
        assertThat(teams.intake.taken()).isEmpty();
    }

    /** What Teams sends again and again would be refused again and again, until it gives up. */
    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404})
    void whereTeamsWillNeverSayItIsNobodysAndNotSentAgain(int status) {
        describingSomebodyAnswers(aResponse().withStatus(status));
        assertThat(send(NOBODYS, OTHER_HEAD)).isEqualTo(200);
        assertThat(teams.intake.taken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429, 500, 503})
    void whereTeamsMaySayLaterItIsAskedToSendItAgain(int status) {
        describingSomebodyAnswers(aResponse().withStatus(status));
        assertThat(send(NOBODYS, OTHER_HEAD)).isEqualTo(503);
        assertThat(teams.intake.taken()).isEmpty();
    }

    @Test
    void aConnectorThatTakesItsTimeDoesNotHoldTheDoorOpen() {
        describingSomebodyAnswers(aResponse().withStatus(200).withFixedDelay(14_000));
        Instant before = Instant.now();
        assertThat(send(NOBODYS, OTHER_HEAD)).isEqualTo(503);
        assertThat(Duration.between(before, Instant.now())).isLessThan(SOON);
    }

    private Memory memory() {
        return new Memory(teams.notebook, teams.clock);
    }

    /** Somebody who is on no staff list, of whom Teams says nothing where the bot is not. */
    private int byAnAdministrator(String type, String fields, String conversation) {
        describingSomebodyAnswers(aResponse().withStatus(403));
        return teams.send(teams.inChannel(type, fields)
                        .replace(FakeTeams.GROUP + ";messageid=1612289992105", conversation)
                        .replace(FakeTeams.TEACHER_GUID, ADMINISTRATOR))
                .status();
    }

    private void theHeadOfEachSchoolWritesIn(String conversation) {
        teams.members(
                FakeTeams.member("29:h", FakeTeams.HEAD_GUID, "head@test.example", "user", FakeTeams.TENANT),
                FakeTeams.member("29:o", OTHER_HEAD, "head@other.example", "user", FakeTeams.TENANT));
        send(conversation, FakeTeams.HEAD_GUID);
        String second = teams.inChannel("message", "\"text\":\"hello\"").replace("1612289992105", "1612289992106");
        teams.send(second.replace(FakeTeams.GROUP, conversation).replace(FakeTeams.TEACHER_GUID, OTHER_HEAD));
        assertThat(teams.intake.taken()).extracting(Incoming::school).containsExactly(Samples.CODE, OTHER);
    }

    private List<SchoolCode> left(String conversation) {
        return teams.intake.taken().stream()
                .filter(Incoming.Left.class::isInstance)
                .map(Incoming.Left.class::cast)
                .filter(left -> left.conversation().address().equals(conversation))
                .map(Incoming.Left::school)
                .toList();
    }

    @Test
    void aTeamThatTheBotIsTakenOutOfIsTheSchoolsWhoseChannelsAreInItWhoeverTookItOut() {
        send(OTHER_GROUP, OTHER_HEAD);
        assertThat(byAnAdministrator("installationUpdate", REMOVED, TEAM)).isEqualTo(200);
        assertThat(left(TEAM)).containsExactly(OTHER);
    }

    @Test
    void aTeamOfSeveralSchoolsIsLeftByEach() {
        send(OTHER_GROUP, OTHER_HEAD);
        send(FakeTeams.GROUP, FakeTeams.HEAD_GUID);
        String removed = "\"membersRemoved\":[{\"id\":\"" + FakeTeams.BOT_ID + "\"}]";
        assertThat(byAnAdministrator("conversationUpdate", removed, TEAM)).isEqualTo(200);
        assertThat(left(TEAM)).containsExactly(Samples.CODE, OTHER);
    }

    @Test
    void aTeamThatTheBotComesBackToIsTheSameSchools() {
        send(OTHER_GROUP, OTHER_HEAD);
        assertThat(byAnAdministrator("installationUpdate", "\"action\":\"add\"", TEAM))
                .isEqualTo(200);
        assertThat(teams.intake.taken().getLast())
                .isInstanceOfSatisfying(
                        Incoming.Joined.class,
                        joined -> assertThat(joined.school()).isEqualTo(OTHER));
    }

    @Test
    void aListedGroupThatTheBotIsTakenOutOfIsForgotten() {
        send(OTHER_GROUP, OTHER_HEAD);
        assertThat(memory().group(OTHER, OTHER_GROUP)).isPresent();
        assertThat(byAnAdministrator("installationUpdate", REMOVED, OTHER_GROUP))
                .isEqualTo(200);
        assertThat(left(OTHER_GROUP)).containsExactly(OTHER);
        assertThat(memory().group(OTHER, OTHER_GROUP)).isEmpty();
    }

    @Test
    void aGroupThatNobodyListsIsLeftByEachSchoolWhoseStaffWroteThere() {
        theHeadOfEachSchoolWritesIn(NOBODYS);
        assertThat(byAnAdministrator("installationUpdate", REMOVED, NOBODYS)).isEqualTo(200);
        assertThat(left(NOBODYS)).containsExactly(Samples.CODE, OTHER);
        assertThat(memory().group(Samples.CODE, NOBODYS)).isEmpty();
        assertThat(memory().group(OTHER, NOBODYS)).isEmpty();
    }

    @Test
    void aRemovalThatCouldNotBeTakenInIsStillTheSchoolsWhenTeamsSendsItAgain() {
        theHeadOfEachSchoolWritesIn(NOBODYS);
        teams.intake.goAway();
        assertThat(byAnAdministrator("installationUpdate", REMOVED, NOBODYS)).isEqualTo(503);
        teams.intake.comeBack();
        assertThat(byAnAdministrator("installationUpdate", REMOVED, NOBODYS)).isEqualTo(200);
        assertThat(left(NOBODYS)).containsExactly(Samples.CODE, OTHER);
    }

    @Test
    void aGroupThatTheBotHasNeverBeenHeardInIsNobodys() {
        assertThat(byAnAdministrator("installationUpdate", "\"action\":\"add\"", TEAM))
                .isEqualTo(200);
        assertThat(byAnAdministrator("installationUpdate", REMOVED, TEAM)).isEqualTo(200);
        assertThat(teams.intake.taken()).isEmpty();
    }

    @Test
    void aMessageInAGroupThatNobodyListsIsDeletedThoughTeamsDoesNotSayByWhom() {
        theHeadOfEachSchoolWritesIn(NOBODYS);
        String deletion = teams.inChannel("messageDelete", "")
                .replace(FakeTeams.GROUP, NOBODYS)
                .replaceFirst("\"from\":\\{[^}]*},", "");
        assertThat(teams.send(deletion).status()).isEqualTo(200);
        assertThat(teams.intake.taken())
                .filteredOn(Incoming.Deleted.class::isInstance)
                .extracting(Incoming::school)
                .containsExactly(Samples.CODE, OTHER);
    }

    @Test
    void aPrivateChatThatTheBotIsTakenOutOfIsForgottenThoughTeamsSaysNothingMoreAboutItsOwner() {
        teams.members(FakeTeams.member("29:o", OTHER_HEAD, "head@other.example", "user", FakeTeams.TENANT));
        teams.send(teams.inPrivate("installationUpdate", OTHER_HEAD, "\"action\":\"add\""));
        assertThat(memory().chatWith(OTHER, OTHER_HEAD)).isPresent();
        describingSomebodyAnswers(aResponse().withStatus(403));
        assertThat(teams.send(teams.inPrivate("installationUpdate", OTHER_HEAD, REMOVED))
                        .status())
                .isEqualTo(200);
        assertThat(memory().chatWith(OTHER, OTHER_HEAD)).isEmpty();
    }

    /** Of what is said it matters who says it: another school's head may be in the same chat. */
    @Test
    void whoIsOnNoStaffListBelongsToNoneOfTheSchoolsAlsoWhereOneOfThemHasBeen() {
        theHeadOfEachSchoolWritesIn(NOBODYS);
        assertThat(byAnAdministrator("message", "\"text\":\"hello\"", NOBODYS)).isEqualTo(200);
        assertThat(teams.intake.taken()).hasSize(2);
    }
}
