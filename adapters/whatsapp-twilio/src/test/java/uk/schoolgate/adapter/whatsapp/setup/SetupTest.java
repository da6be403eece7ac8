package uk.schoolgate.adapter.whatsapp.setup;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.adapter.whatsapp.ServedSchools.Served;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.door.Webhooks;
import uk.schoolgate.adapter.whatsapp.people.Contacts.Standing;
import uk.schoolgate.adapter.whatsapp.sending.Faults;
import uk.schoolgate.adapter.whatsapp.sending.OfficialApi;
import uk.schoolgate.adapter.whatsapp.sending.Templates.Template;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.testkit.Samples;

/** The plan for hosted groups and the doctor, on a stand-in for Twilio; every call must fit Twilio's own description. */
class SetupTest {
    private static final String ACCOUNT = "/2010-04-01/Accounts/" + Webhooks.SID + ".json";
    private static final String GROUP = "/v1/Conversations/CH0000000000000000000000000000ks01";
    private static final String HOOK = Webhooks.PUBLIC_URL + TwilioAccount.CONVERSATIONS;
    private static final Served SERVED = new Served(Samples.school(), Samples.roll());

    @RegisterExtension
    static final WireMockExtension TWILIO =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private TwilioAccount account = Webhooks.account();
    private TwilioApi api = new TwilioApi(account, Duration.ofSeconds(20));

    @BeforeEach
    void asItShouldBe() {
        account = Webhooks.account(Optional.of(URI.create(TWILIO.baseUrl())), true);
        api = new TwilioApi(account, Duration.ofSeconds(20));
        answer(ACCOUNT, "{\"status\":\"active\",\"auth_token\":\"" + Webhooks.TOKEN + "\"}");
        senders(sender(Webhooks.GROUP_NUMBER, "{}"), sender(Webhooks.PRIVATE_NUMBER, hookOf("callback", "fallback")));
        answer("/v1/Conversations", "{\"conversations\":[],\"meta\":{\"next_page_url\":null}}");
        answer(
                GroupPlan.HOOKS,
                "{\"method\":\"POST\",\"pre_webhook_url\":\"%s\",\"post_webhook_url\":\"%s\",\"filters\":[\"onMessageAdd\",\"onMessageAdded\"]}"
                        .formatted(HOOK, HOOK));
        TWILIO.stubFor(get(urlPathMatching("/v1/Conversations/[^/]*")).willReturn(okJson("{\"state\":\"active\"}")));
        TWILIO.stubFor(get(urlPathMatching("/v1/Conversations/[^/]*/Participants"))
                .willReturn(okJson("{\"participants\":[]}")));
        answer(GROUP, "{\"friendly_name\":\"" + Samples.KESTREL.name() + "\",\"state\":\"active\"}");
        StringBuilder contents = new StringBuilder();
        for (Template template : Template.values()) {
            contents.append(contents.isEmpty() ? "" : ",").append(approved(template, "show-waiting"));
        }
        answer("/v1/ContentAndApprovals", "{\"contents\":[" + contents + "]}");
        TWILIO.stubFor(post(urlPathMatching(".*"))
                .willReturn(okJson("{\"sid\":\"CH00000000000000000000000000000009\"}")
                        .withStatus(201)));
    }

    private static String approved(Template template, String button) {
        return approved(template, "Hello from {{1}}", button);
    }

    private static String approved(Template template, String body, String button) {
        return ("{\"friendly_name\":\"%s\",\"approval_requests\":{\"status\":\"approved\"},\"types\":"
                        + "{\"twilio/quick-reply\":{\"body\":\"%s\",\"actions\":[{\"title\":\"Show me\",\"id\":\"%s\"}]}}}")
                .formatted(template.friendlyName(), body, button);
    }

    private static String sender(String number, String webhook) {
        return "{\"sender_id\":\"whatsapp:%s\",\"status\":\"ONLINE\",\"webhook\":%s}".formatted(number, webhook);
    }

    /** A sender's webhook, with our address under these keys. */
    private static String hookOf(String... kinds) {
        return Arrays.stream(kinds)
                .map(kind -> "\"%s_url\":\"%s\",\"%s_method\":\"POST\""
                        .formatted(kind, Webhooks.PUBLIC_URL + TwilioAccount.MESSAGES, kind))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static void senders(String... senders) {
        answer("/v2/Channels/Senders", "{\"senders\":[" + String.join(",", senders) + "]}");
    }

    private static boolean everybody(SchoolCode school, PersonId person) {
        return true;
    }

    private static void answer(String path, String json) {
        TWILIO.stubFor(get(urlPathEqualTo(path)).willReturn(okJson(json)));
    }

    private static void answer(String path, int status) {
        TWILIO.stubFor(get(urlPathEqualTo(path)).willReturn(aResponse().withStatus(status)));
    }

    @AfterEach
    void everyCallFitsTwiliosDescription() {
        OfficialApi.requireFit(requests());
    }

    private static List<LoggedRequest> requests() {
        return TWILIO.getAllServeEvents().reversed().stream()
                .map(event -> event.getRequest())
                .toList();
    }

    private static List<String> posted() {
        return requests().stream()
                .filter(request -> request.getMethod().getName().equals("POST"))
                .map(LoggedRequest::getBodyAsString)
                .toList();
    }

    private GroupPlan plan(BiPredicate<SchoolCode, PersonId> optedIn) {
        return plan(
                SERVED,
                (school, person) ->
                        Optional.of(optedIn.test(school, person) ? Standing.WELCOME : Standing.NEVER_IN_TOUCH));
    }

    private GroupPlan plan(Served served, BiFunction<SchoolCode, PersonId, Optional<Standing>> standings) {
        return GroupPlan.of(served, account, api, standings);
    }

    /** The school, with these groups on WhatsApp alone. */
    private static Served with(Roll roll, Group... groups) {
        School school = Samples.school();
        return new Served(
                new School(
                        school.code(),
                        school.name(),
                        school.complaintsInbox(),
                        school.office(),
                        school.headteacher(),
                        school.safeguardingLead(),
                        school.chairOfGovernors(),
                        school.terms(),
                        school.mode(),
                        school.retention(),
                        List.of(groups)),
                roll);
    }

    private List<String> steps(BiPredicate<SchoolCode, PersonId> optedIn) {
        return plan(optedIn).steps().stream().map(GroupPlan.Step::text).toList();
    }

    @Test
    void whereAllIsAsItShouldBeThereIsNothingToDo() {
        assertThat(steps((school, person) -> false)).isEmpty();
        assertThat(posted()).as("a plan changes nothing").isEmpty();
    }

    @Test
    void bothHooksAreSetEachEventUnderItsOwnKeyAndOthersStay() {
        answer(GroupPlan.HOOKS, "{\"filters\":[\"onParticipantAdded\"]}");
        GroupPlan plan = plan((school, person) -> false);
        plan.steps().forEach(plan::apply);
        assertThat(posted())
                .singleElement()
                .asString()
                .contains("Filters=onMessageAdd&", "Filters=onMessageAdded", "Filters=onParticipantAdded")
                .contains("PreWebhookUrl=", "PostWebhookUrl=");
    }

    @Test
    void aGroupThatIsMissingIsMadeAndOneOfAnotherNameRenamed() {
        answer(GROUP, 404);
        GroupPlan plan = plan(SetupTest::everybody);
        assertThat(plan.steps().stream().map(GroupPlan.Step::text))
                .anySatisfy(text -> assertThat(text).contains("make the group", Samples.KESTREL.name(), "school.yaml"));
        assertThat(plan.apply(plan.steps().getFirst())).isEqualTo("CH00000000000000000000000000000009");

        answer(GROUP, "{\"friendly_name\":\"Old\",\"state\":\"active\"}");
        assertThat(steps((school, person) -> false)).containsExactly("name it “" + Samples.KESTREL.name() + "”");
    }

    @Test
    void aGroupThatAnEarlierRunMadeIsNotMadeTwice() {
        answer(GROUP, 404);
        answer(
                "/v1/Conversations",
                "{\"conversations\":[{\"friendly_name\":\"Another\",\"sid\":\"CH1\",\"state\":\"active\"}],\"meta\":"
                        + "{\"next_page_url\":\"https://conversations.twilio.com/v1/Conversations?PageSize=100&PageToken=PT%2F2\"}}");
        TWILIO.stubFor(get(urlPathEqualTo("/v1/Conversations"))
                .withQueryParam("PageToken", equalTo("PT/2"))
                .willReturn(okJson("{\"conversations\":[{\"friendly_name\":\"" + Samples.KESTREL.name()
                        + "\",\"sid\":\"CH00000000000000000000000000000009\",\"state\":\"active\"}]}")));
        GroupPlan plan = plan(SetupTest::everybody);
        assertThat(plan.steps()).isEmpty();
        assertThat(plan.notes())
                .singleElement()
                .asString()
                .contains(Samples.KESTREL.name(), "CH00000000000000000000000000000009", "school.yaml");
    }

    @Test
    void whoIsInAGroupWithoutAChildInItsClassesIsNamedToAPerson() {
        TWILIO.stubFor(get(urlPathMatching(GROUP + "/Participants"))
                .willReturn(
                        okJson("{\"participants\":[{\"messaging_binding\":{\"address\":\"whatsapp:+447700900999\"}},"
                                + "{\"messaging_binding\":{\"address\":\"whatsapp:" + Samples.REP.value() + "\"}},"
                                + "{\"messaging_binding\":{\"address\":\"whatsapp:" + Samples.PARENT.value()
                                + "\"}}]}")));
        GroupPlan plan = plan((school, person) -> false);
        assertThat(plan.steps()).isEmpty();
        assertThat(plan.notes())
                .singleElement()
                .asString()
                .contains(": 1 not on the roll;")
                .doesNotContain("+44");
    }

    @Test
    void onlyWhoHasBeenInTouchIsLetInAndOnce() {
        List<String> all = steps(SetupTest::everybody);
        assertThat(all).isNotEmpty().allMatch(text -> text.startsWith("let "));
        GroupPlan plan = plan((school, person) -> person.equals(Samples.PARENT));
        assertThat(plan.steps()).singleElement().satisfies(step -> {
            assertThat(step.text()).contains("Dan Smith").doesNotContain("+44");
            plan.apply(step);
        });
        assertThat(posted()).singleElement().asString().contains("MessagingBinding.Address=whatsapp%3A%2B44");

        TWILIO.stubFor(get(urlPathMatching(GROUP + "/Participants"))
                .willReturn(okJson("{\"participants\":[{\"messaging_binding\":{\"address\":\"whatsapp:"
                        + Samples.PARENT.value() + "\"}}]}")));
        assertThat(steps((school, person) -> person.equals(Samples.PARENT))).isEmpty();
    }

    private static void lettingIn(PersonId person, int status, String body) {
        TWILIO.stubFor(post(urlPathEqualTo(GROUP + "/Participants"))
                .withRequestBody(containing(person.value().substring(1)))
                .willReturn(aResponse().withStatus(status).withBody(body)));
    }

    @Test
    void whomTwilioRefusesKeepsNobodyElseOut() {
        lettingIn(Samples.PARENT, 409, """
                {"code":50416,"message":"A binding for this participant and proxy address already exists in \
                Conversation CH0123456789abcdef0123456789abcdef"}""");
        List<String> said = new ArrayList<>();
        assertThat(plan(SetupTest::everybody).applyAll(said::add)).isEqualTo(1);
        assertThat(said)
                .satisfiesExactly(
                        refused -> assertThat(refused)
                                .startsWith(
                                        "refused: let Dan Smith into “4 Kestrel parents”: Twilio answered 409 50416")
                                .contains("CH0123456789abcdef0123456789abcdef", "in the console"),
                        done -> assertThat(done).startsWith("done: let Ngozi Okafor into"));

        lettingIn(Samples.PARENT, 400, "{\"code\":50425}");
        said.clear();
        assertThat(plan(SetupTest::everybody).applyAll(said::add)).isEqualTo(1);
        assertThat(said.getFirst()).contains("https://www.twilio.com/docs/api/errors/50425");
    }

    @ParameterizedTest
    @CsvSource({"401,20003", "403,20005", "429,20429", "500,20500", "404,''"})
    void aFaultThatConcernsEverythingStops(int status, String code) {
        lettingIn(Samples.PARENT, status, "{\"code\":\"" + code + "\"}");
        List<String> said = new ArrayList<>();
        GroupPlan plan = plan(SetupTest::everybody);
        assertThatThrownBy(() -> plan.applyAll(said::add)).satisfies(SetupTest::isAnAnswerOfTwilio);
        assertThat(said).isEmpty();
    }

    @Test
    void aFullGroupTakesNobodyAndSaysSo() {
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            members.append(i == 0 ? "" : ",")
                    .append("{\"messaging_binding\":{\"address\":\"whatsapp:+4477009008%02d\"}}".formatted(i));
        }
        TWILIO.stubFor(get(urlPathMatching(GROUP + "/Participants"))
                .willReturn(okJson("{\"participants\":[" + members + "]}")));
        GroupPlan plan = plan((school, person) -> person.equals(Samples.PARENT));
        assertThat(plan.steps()).isEmpty();
        assertThat(plan.notes())
                .satisfiesExactly(
                        strangers -> assertThat(strangers).contains("50 not on the roll"),
                        full -> assertThat(full).contains("Dan Smith", "full with 50"),
                        notYet -> assertThat(notYet).contains("not written", "Ngozi Okafor"));
    }

    @Test
    void whoStaysOutIsNamedWithTheReason() {
        assertThat(plan((school, person) -> false).notes())
                .containsExactly("not in “4 Kestrel parents”, since they have not written to the private line yet:"
                        + " Dan Smith, Ngozi Okafor");
        assertThat(plan(SERVED, (school, person) -> Optional.of(Standing.STOPPED))
                        .notes())
                .singleElement()
                .asString()
                .contains("sent STOP: Dan Smith, Ngozi Okafor");
        assertThat(plan(SERVED, (school, person) -> Optional.empty()).notes())
                .as("where it is not known why, nothing is claimed")
                .isEmpty();
    }

    @Test
    void aMemberWhoHasStoppedIsNamedToAPerson() {
        TWILIO.stubFor(get(urlPathMatching(GROUP + "/Participants"))
                .willReturn(okJson("{\"participants\":[{\"messaging_binding\":{\"address\":\"whatsapp:"
                        + Samples.PARENT.value() + "\"}}]}")));
        GroupPlan plan = plan(
                SERVED,
                (school, person) ->
                        Optional.of(person.equals(Samples.PARENT) ? Standing.STOPPED : Standing.UNREACHABLE));
        assertThat(plan.steps()).isEmpty();
        assertThat(plan.notes())
                .satisfiesExactly(
                        stopped -> assertThat(stopped).contains("though they have sent STOP: Dan Smith;", "console"),
                        away -> assertThat(away).contains("could not reach them this week: Ngozi Okafor"));
    }

    @Test
    void aGroupWithoutClassesTakesItsReviewersAndSaysThatTheOthersAreForAPersonToLetIn() {
        Group pta = new Group(
                "PTA",
                Platform.WHATSAPP,
                Samples.KESTREL.address(),
                Set.of(),
                List.of(new PersonId("+447700900555"), Samples.HEAD));
        answer(GROUP, "{\"friendly_name\":\"PTA\",\"state\":\"active\"}");
        GroupPlan plan = plan(with(Samples.roll(), pta), (school, person) -> Optional.of(Standing.WELCOME));
        assertThat(plan.steps())
                .singleElement()
                .satisfies(
                        step -> assertThat(step.text()).isEqualTo("let a reviewer who is not on the roll into “PTA”"));
        assertThat(plan.notes()).singleElement().asString().contains("“PTA” has no classes", "in the console");
    }

    @Test
    void aReviewerOfSeveralGroupsGetsIntoThatOfTheirOwnChild() {
        Group robin = new Group(
                "2 Robin parents",
                Platform.WHATSAPP,
                "CH0000000000000000000000000000ro01",
                Set.of("Robin"),
                List.of(Samples.REP));
        answer("/v1/Conversations/" + robin.address(), "{\"friendly_name\":\"2 Robin parents\"}");
        GroupPlan plan = plan(
                with(Samples.roll(), robin, Samples.KESTREL),
                (school, person) ->
                        Optional.of(person.equals(Samples.REP) ? Standing.WELCOME : Standing.NEVER_IN_TOUCH));
        assertThat(plan.steps())
                .extracting(GroupPlan.Step::text)
                .containsExactly("let Ngozi Okafor into “4 Kestrel parents”");
        assertThat(plan.notes())
                .anySatisfy(note -> assertThat(note)
                        .startsWith("Ngozi Okafor stays out of “2 Robin parents”: they are in “4 Kestrel parents”"));
    }

    @Test
    void whatTwilioRefusesStopsThePlanWithItsNumberAlone() {
        answer(GroupPlan.HOOKS, 500);
        assertThatThrownBy(() -> plan(SetupTest::everybody))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Twilio answered 500");
    }

    private List<Finding> examine() {
        return new Doctor(account, api, () -> List.of(SERVED)).examine();
    }

    private void mends(String... words) {
        assertThat(examine())
                .filteredOn(finding -> !finding.fine())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.asLine()).startsWith("mend ").contains(words));
    }

    @Test
    void theDoctorFindsNothingWhereAllIsWellAndChangesNothing() {
        assertThat(examine()).isNotEmpty().allMatch(Finding::fine);
        assertThat(posted()).isEmpty();
    }

    @Test
    void theDoctorSaysWhatToMend() {
        answer("/v1/ContentAndApprovals", "{\"contents\":[]}");
        assertThat(examine())
                .filteredOn(finding -> !finding.fine())
                .hasSize(Template.values().length)
                .allSatisfy(finding -> assertThat(finding.text()).contains("is missing", "prompts/whatsapp"));
        asItShouldBe();
        answer(GroupPlan.HOOKS, "{\"filters\":[]}");
        mends("`whatsapp groups apply --yes`");
        answer(
                GroupPlan.HOOKS,
                "{\"method\":\"GET\",\"pre_webhook_url\":\"%s\",\"post_webhook_url\":\"%s\",\"filters\":[\"onMessageAdd\",\"onMessageAdded\"]}"
                        .formatted(HOOK, HOOK));
        mends("`whatsapp groups apply --yes`");
        assertThat(steps((school, person) -> false)).hasSize(1);
        asItShouldBe();
        answer(GROUP, 404);
        mends(Samples.KESTREL.name(), "school.yaml");
        answer(GROUP, "{\"state\":\"closed\"}");
        mends(Samples.KESTREL.name(), "closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {ACCOUNT, "/v2/Channels/Senders", "/v1/ContentAndApprovals", GroupPlan.HOOKS, GROUP})
    void theDoctorSaysSoWhateverACallMeets(String path) {
        api = new TwilioApi(account, Faults.PATIENCE);
        for (ResponseDefinitionBuilder fault : Faults.all()) {
            TWILIO.stubFor(get(urlPathEqualTo(path)).willReturn(fault));
            assertThat(examine())
                    .filteredOn(finding -> !finding.fine())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.text())
                            .containsAnyOf("Twilio answered", "no answer from Twilio")
                            .doesNotContain("submit", "groups apply"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {GroupPlan.HOOKS, GROUP, GROUP + "/Participants", TwilioApi.CONVERSATIONS})
    void aPlanStopsWhateverACallMeets(String path) {
        api = new TwilioApi(account, Faults.PATIENCE);
        if (path.equals(TwilioApi.CONVERSATIONS)) {
            answer(GROUP, 404);
        }
        for (ResponseDefinitionBuilder fault : Faults.all()) {
            TWILIO.stubFor(get(urlPathEqualTo(path)).willReturn(fault));
            assertThatThrownBy(() -> plan(SetupTest::everybody)).satisfies(SetupTest::isAnAnswerOfTwilio);
        }
        assertThat(posted()).isEmpty();
    }

    private static void isAnAnswerOfTwilio(Throwable stopped) {
        assertThat(stopped)
                .isInstanceOf(IllegalStateException.class)
                .message()
                .matches("Twilio answered [0-9 ]+|no answer from Twilio");
    }

    @Test
    void aStepThatFailsStopsEveryKindOfStepAndIsOneCall() {
        answer(GroupPlan.HOOKS, "{\"filters\":[]}");
        answer(GROUP, "{\"friendly_name\":\"Old\",\"state\":\"active\"}");
        List<GroupPlan.Step> steps = new ArrayList<>(
                plan((school, person) -> person.equals(Samples.PARENT)).steps());
        answer(GROUP, 404);
        steps.addAll(plan((school, person) -> false).steps());
        assertThat(steps.stream().map(GroupPlan.Step::path))
                .contains(GroupPlan.HOOKS, GROUP, GROUP + "/Participants", TwilioApi.CONVERSATIONS);
        api = new TwilioApi(account, Faults.PATIENCE);
        GroupPlan plan = plan((school, person) -> false);
        for (ResponseDefinitionBuilder fault : Faults.all()) {
            TWILIO.stubFor(post(urlPathMatching(".*")).willReturn(fault));
            steps.forEach(step -> assertThatThrownBy(() -> plan.apply(step)).satisfies(SetupTest::isAnAnswerOfTwilio));
        }
        int calls = steps.size() * Faults.all().size();
        await().untilAsserted(() -> assertThat(posted()).hasSize(calls));
    }

    @Test
    void theDoctorLooksAtBothSenders() {
        String ours = hookOf("callback", "fallback");
        senders(sender(Webhooks.PRIVATE_NUMBER, ours));
        mends("TWILIO_GROUP_NUMBER", "no WhatsApp sender");
        String group = sender(Webhooks.GROUP_NUMBER, "{}");
        senders(group, sender(Webhooks.PRIVATE_NUMBER, ours).replace("ONLINE", "OFFLINE"));
        mends("TWILIO_PRIVATE_NUMBER", "OFFLINE");
        senders(group, sender(Webhooks.PRIVATE_NUMBER, "{}"));
        mends("does not come to the bot", TwilioAccount.MESSAGES);
        senders(group, sender(Webhooks.PRIVATE_NUMBER, ours.replace("POST", "GET")));
        mends("POST");
        senders(group, sender(Webhooks.PRIVATE_NUMBER, hookOf("callback")));
        mends("fallback URL");
        answer("/v2/Channels/Senders", 403);
        mends("Twilio answered 403", "console");
    }

    @Test
    void theDoctorKnowsASecondaryTokenAndAButtonThatTheBotDoesNotKnow() {
        answer(ACCOUNT, "{\"status\":\"active\",\"auth_token\":\"another\"}");
        mends("not the primary");
        asItShouldBe();
        answer(
                "/v1/ContentAndApprovals",
                "{\"contents\":["
                        + Arrays.stream(Template.values())
                                .map(it -> approved(it, it == Template.REVIEW ? "other" : "show-waiting"))
                                .collect(Collectors.joining(","))
                        + "]}");
        mends("schoolgate_review_en", "show-waiting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello from Alder Lane", "Hello {{2}}, from {{1}}", "Hello {{name}}"})
    void theDoctorMissesTheOnePlaceThatTheBotFillsIn(String body) {
        String others = Arrays.stream(Template.values())
                .filter(it -> it != Template.NOTICE)
                .map(it -> approved(it, "show-waiting"))
                .collect(Collectors.joining(","));
        answer(
                "/v1/ContentAndApprovals",
                "{\"contents\":[" + others + "," + approved(Template.NOTICE, body, "show-waiting") + "]}");
        mends("schoolgate_notice_en", "{{1}}");
    }

    @Test
    void theDoctorStopsAtAnAccountThatIsNot() {
        answer(ACCOUNT, 401);
        mends("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN");
        answer(ACCOUNT, 502);
        mends("Twilio answered 502", "TWILIO_API_BASE");
        asItShouldBe();
        answer(ACCOUNT, "{\"status\":\"suspended\"}");
        mends("suspended");
    }
}
