package uk.schoolgate.adapter.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.schoolgate.adapter.teams.setup.Doctor;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.Deputies;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.School;
import uk.schoolgate.testkit.Samples;

/** What the doctor sees, and what it says to do. */
class DoctorTest {
    private static final Group CHAT =
            new Group("Office", Platform.TEAMS, "19:office@thread.v2", Set.of(), List.of(Samples.SAFEGUARDING_LEAD));

    private static final String CHAIR_GUID = "aaaaaaaa-0000-4000-8000-000000000009";

    private final FakeTeams teams = new FakeTeams();

    @BeforeEach
    void serve() {
        teams.server.stubFor(
                post(urlPathEqualTo("/api/messages")).willReturn(aResponse().withStatus(401)));
    }

    @AfterEach
    void stop() {
        teams.closeOnceEveryCallFits();
    }

    private List<Doctor.Finding> findings(Optional<URI> publicUrl, Roll roll) {
        return findings(publicUrl, roll, URI.create(teams.server.baseUrl() + "/token"));
    }

    private List<Doctor.Finding> findings(Optional<URI> publicUrl, Roll roll, URI tokensIssuedAt) {
        return findings(publicUrl, new ServedSchools.Served(Samples.school(), roll), tokensIssuedAt);
    }

    private List<Doctor.Finding> findings(Optional<URI> publicUrl, ServedSchools.Served served, URI tokensIssuedAt) {
        TeamsSettings settings = new TeamsSettings(
                FakeTeams.APP_ID,
                "secret",
                FakeTeams.TENANT,
                Optional.of(URI.create(teams.server.baseUrl() + "/openid")),
                Optional.of(tokensIssuedAt),
                Set.of("localhost:" + teams.server.port()),
                false);
        return new Doctor(
                        settings,
                        publicUrl,
                        teams.serviceUrl() + "/",
                        URI.create(teams.server.baseUrl() + "/graph"),
                        teams.notebook,
                        teams.clock)
                .examine(List.of(served));
    }

    private List<String> toMend() {
        return findings(Optional.of(URI.create(teams.server.baseUrl())), Samples.roll()).stream()
                .filter(finding -> !finding.good())
                .map(Doctor.Finding::text)
                .toList();
    }

    private void someoneWrites(String further) {
        teams.send(teams.inChannel("message", "\"text\":\"who has the key to the hall\"" + further));
    }

    @Test
    void consentShowsInAMessageThatDoesNotMentionTheBot() {
        assertThat(toMend()).anySatisfy(text -> assertThat(text).contains("All staff", "write one there"));
        String mention = "<at>Schoolgate</at>";
        someoneWrites(",\"entities\":[{\"type\":\"mention\",\"text\":\"" + mention + "\",\"mentioned\":{\"id\":\""
                + FakeTeams.BOT_ID + "\"}}]");
        assertThat(toMend()).anySatisfy(text -> assertThat(text).contains("All staff", "write one there"));
        someoneWrites("");
        assertThat(findings(Optional.empty(), Samples.roll()))
                .filteredOn(Doctor.Finding::good)
                .anySatisfy(finding -> assertThat(finding.text())
                        .contains(
                                "All staff",
                                "the last on " + LocalDate.ofInstant(teams.clock.instant(), ZoneOffset.UTC)));
    }

    @Test
    void whatWasHeardLongAgoShowsNothingAboutConsentNow() {
        someoneWrites("");
        LocalDate heard = LocalDate.ofInstant(teams.clock.instant(), ZoneOffset.UTC);
        teams.clock.advance(Duration.ofDays(14));
        assertThat(toMend()).noneSatisfy(text -> assertThat(text).contains("write one there"));
        teams.clock.advance(Duration.ofDays(1));
        assertThat(toMend())
                .anySatisfy(text -> assertThat(text).contains("All staff", "since " + heard, "write one there"));
        someoneWrites("");
        assertThat(toMend()).noneSatisfy(text -> assertThat(text).contains("write one there"));
    }

    /** Of a chat, unlike a channel, a message may be fetched: that shows consent before anybody has written. */
    @Test
    void consentForAChatIsAskedOfGraph() {
        graphAnswers(403);
        assertThat(ofGroup(CHAT)).anySatisfy(finding -> {
            assertThat(finding.good()).isFalse();
            assertThat(finding.text()).contains("Office", "consent is missing (403)");
        });
        graphAnswers(200);
        assertThat(ofGroup(CHAT)).anySatisfy(finding -> {
            assertThat(finding.good()).isTrue();
            assertThat(finding.text()).contains("Office", "may read messages that do not mention it");
        });
        teams.server.verify(
                2,
                getRequestedFor(urlPathMatching("/graph/chats/19(:|%3A)office(@|%40)thread.v2/messages"))
                        .withHeader("Authorization", equalTo("Bearer bot-token")));
        teams.server.verify(postRequestedFor(urlPathEqualTo("/token"))
                .withRequestBody(containing("https%3A%2F%2Fgraph.microsoft.com%2F.default")));
    }

    @ParameterizedTest
    @CsvSource({
        "404,check the address in school.yaml",
        "401,could not be checked (Graph answered 401): try again",
        "429,could not be checked (Graph answered 429): try again",
        "503,could not be checked (Graph answered 503): try again"
    })
    void whatIsNotAboutConsentIsNotCalledSo(int status, String remedy) {
        graphAnswers(status);
        assertThat(ofGroup(CHAT))
                .filteredOn(finding -> !finding.good())
                .anySatisfy(finding ->
                        assertThat(finding.text()).contains("Office", remedy).doesNotContain("consent is missing"));
    }

    @Test
    void aGraphThatDoesNotAnswerSaysNothingAboutConsent() {
        teams.server.stubFor(get(urlPathMatching("/graph/chats/.*"))
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(ofGroup(CHAT))
                .anySatisfy(finding ->
                        assertThat(finding.text()).contains("Office", "could not be checked (no answer): try again"))
                .noneSatisfy(finding -> assertThat(finding.text()).contains("consent is missing"));
    }

    private void graphAnswers(int status) {
        teams.server.stubFor(
                get(urlPathMatching("/graph/chats/.*")).willReturn(aResponse().withStatus(status)));
    }

    private List<Doctor.Finding> ofGroup(Group group) {
        return ofSchool(schoolWith(List.of(group), Deputies.NONE));
    }

    private List<Doctor.Finding> ofSchool(School school) {
        URI tokens = URI.create(teams.server.baseUrl() + "/token");
        return findings(Optional.empty(), new ServedSchools.Served(school, Samples.roll()), tokens);
    }

    private static School schoolWith(List<Group> groups, Deputies deputies) {
        School plain = Samples.school();
        return new School(
                plain.code(),
                plain.name(),
                plain.complaintsInbox(),
                plain.office(),
                plain.headteacher(),
                plain.safeguardingLead(),
                plain.chairOfGovernors(),
                plain.terms(),
                plain.mode(),
                plain.retention(),
                groups,
                plain.hours(),
                deputies);
    }

    @Test
    void aWorkingBotHasLittleToMend() {
        someoneWrites("");
        teams.members(
                FakeTeams.member("29:head", FakeTeams.HEAD_GUID, "head@test.example", "user", FakeTeams.TENANT),
                FakeTeams.member("29:dsl", FakeTeams.TEACHER_GUID, "dsl@test.example", "user", FakeTeams.TENANT),
                FakeTeams.member("29:chair", CHAIR_GUID, "chair@test.example", "user", FakeTeams.TENANT));
        assertThat(toMend())
                .satisfiesExactly(
                        // Only what is true of the test itself: plain http, and a teacher without an address.
                        text -> assertThat(text).contains("must start with https"),
                        text -> assertThat(text).contains("1 of 4", "no email"));
    }

    @Test
    void whatIsNotReachableIsNamed() {
        assertThat(findings(Optional.empty(), Samples.roll()))
                .anySatisfy(finding -> assertThat(finding.text()).contains("PUBLIC_URL is not set"));
        teams.server.stubFor(
                post(urlPathEqualTo("/api/messages")).willReturn(aResponse().withStatus(404)));
        assertThat(toMend()).anySatisfy(text -> assertThat(text).contains("answers 404 instead of 401"));
    }

    @Test
    void aWayToMicrosoftThatIsBlockedIsToldFromAWrongSecret() {
        assertThat(findings(Optional.empty(), Samples.roll(), URI.create("http://127.0.0.1:1/token")))
                .filteredOn(finding -> finding.text().contains("token"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("127.0.0.1", "let the bot reach it"));
    }

    @Test
    void aWrongSecretIsToldFromAnExpiredOne() {
        teams.server.stubFor(post(urlPathEqualTo("/token"))
                .willReturn(okJson("{\"error\":\"invalid_client\",\"error_codes\":[7000215]}")
                        .withStatus(401)));
        assertThat(toMend()).anySatisfy(text -> assertThat(text).contains("not the Secret ID"));
        teams.server.stubFor(post(urlPathEqualTo("/token"))
                .willReturn(okJson("{\"error\":\"invalid_client\",\"error_codes\":[7000222]}")
                        .withStatus(401)));
        assertThat(toMend()).anySatisfy(text -> assertThat(text).contains("has expired"));
    }

    @Test
    void aGroupWithoutTheAppIsNamed() {
        teams.server.stubFor(
                get(urlPathMatching(".*/pagedmembers")).willReturn(aResponse().withStatus(403)));
        assertThat(toMend()).anySatisfy(text -> assertThat(text).contains("All staff", "add Schoolgate"));
    }

    @Test
    void keysThatAreNotEndorsedAreNamed() {
        teams.publish(teams.signing.jwk("webchat"));
        assertThat(toMend()).anySatisfy(text -> assertThat(text).contains("TEAMS_OPENID_METADATA"));
    }

    @Test
    void areviewerWhoIsNotInTheGroupIsNamed() {
        assertThat(toMend())
                .anySatisfy(text -> assertThat(text).contains("S02 decides on “All staff” and is not in it"));
    }

    /** An allegation about the head goes to the chair of governors, and what nobody takes on to the deputies. */
    @Test
    void soAreTheChairOfGovernorsAndTheDeputiesEachOnce() {
        List<PersonId> deputies = List.of(new PersonId("S11"), Samples.SAFEGUARDING_LEAD, new PersonId("S12"));
        Deputies all = new Deputies(
                Optional.of(deputies.get(0)),
                Optional.of(deputies.get(1)),
                Optional.of(deputies.get(2)),
                Deputies.NONE.after());
        assertThat(ofSchool(schoolWith(List.of(Samples.STAFF), all)))
                .filteredOn(finding -> !finding.good() && finding.text().contains("is not in it"))
                .extracting(finding -> finding.text().substring(0, 3))
                .containsExactlyInAnyOrder("S02", "S09", "S11", "S12");
    }

    @Test
    void aSchoolWithoutAStaffListIsTold() {
        assertThat(findings(Optional.empty(), Roll.EMPTY))
                .anySatisfy(finding -> assertThat(finding.text()).contains("staff.csv is missing"));
    }

    @Test
    void nothingSecretIsSaid() {
        assertThat(findings(Optional.empty(), Samples.roll()))
                .noneSatisfy(finding -> assertThat(finding.text()).contains("secret", "bot-token"));
    }
}
