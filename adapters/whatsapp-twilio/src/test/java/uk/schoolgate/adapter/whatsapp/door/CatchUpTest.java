package uk.schoolgate.adapter.whatsapp.door;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.adapter.whatsapp.sending.Faults;
import uk.schoolgate.adapter.whatsapp.sending.OfficialApi;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.testkit.InMemoryNotebook;
import uk.schoolgate.testkit.RecordingIntake;
import uk.schoolgate.testkit.Samples;
import uk.schoolgate.testkit.SettableClock;

/** What no hook told of is asked for, by calls that fit Twilio's own description of its API. */
class CatchUpTest {
    private static final String GROUP = Samples.KESTREL.address();
    private static final String MEMBER = "whatsapp:" + Samples.PARENT.value();
    private static final JsonMapper JSON = JsonMapper.shared();

    @RegisterExtension
    static final WireMockExtension TWILIO =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final SettableClock clock = SettableClock.onATuesday();
    private final InMemoryNotebook notebook = new InMemoryNotebook(clock);
    private final RecordingIntake intake = new RecordingIntake();
    private final TwilioAccount account = Webhooks.account(Optional.of(URI.create(TWILIO.baseUrl())), true);
    private final ServedSchools schools =
            () -> List.of(new ServedSchools.Served(Samples.school(Mode.WATCH), Samples.roll()));
    private final CatchUp catchUp = catchUp(notebook);

    private CatchUp catchUp(Notebook notes) {
        TwilioApi api = new TwilioApi(account, Faults.PATIENCE);
        return new CatchUp(account, api, schools, notes, intake, Webhooks.ENGLISH, clock);
    }

    @AfterEach
    void everyCallFitsTwiliosDescription() {
        OfficialApi.requireFit(TWILIO.getAllServeEvents().stream()
                .map(event -> event.getRequest())
                .toList());
    }

    private static MappingBuilder list() {
        return get(urlPathEqualTo("/v1/Conversations/" + GROUP + "/Messages"));
    }

    private static void groupSaw(ObjectNode... newestFirst) {
        TWILIO.stubFor(list().willReturn(page("", newestFirst)));
    }

    private static ResponseDefinitionBuilder page(String next, ObjectNode... newestFirst) {
        ObjectNode page = JSON.createObjectNode();
        page.putArray("messages").addAll(List.of(newestFirst));
        page.putObject("meta").put("next_page_url", next);
        return okJson(page.toString());
    }

    private ObjectNode message(String sid, String author, String body, Duration ago) {
        return JSON.createObjectNode()
                .put("sid", sid)
                .put("author", author)
                .put("body", body)
                .put("date_created", clock.instant().minus(ago).toString());
    }

    private List<Incoming.Message> messages() {
        return intake.taken(Incoming.Message.class);
    }

    private List<String> texts() {
        return messages().stream().map(Incoming.Message::text).toList();
    }

    @Test
    void whatNoHookToldOfComesInOnceInItsOrderAsTheHookWouldHaveBroughtIt() {
        ObjectNode photo = message("IM3", MEMBER, "", Duration.ofHours(1));
        photo.putArray("media").addObject().put("sid", "ME1").put("content_type", "image/jpeg");
        groupSaw(
                photo,
                message("IM2", "Schoolgate", "An answer", Duration.ofHours(2)),
                message("IM1", MEMBER, "*Dan Smith*\nIs there PE today?", Duration.ofHours(3)));

        assertThat(catchUp.look()).isEqualTo(new CatchUp.Look(2, Set.of()));
        assertThat(catchUp.look().broughtIn()).isZero();

        assertThat(messages()).extracting(message -> message.id().value()).containsExactly("twilio:IM1", "twilio:IM3");
        assertThat(texts()).containsExactly("Is there PE today?", "");
        assertThat(messages())
                .extracting(Incoming.Message::at)
                .containsExactly(
                        clock.instant().minus(Duration.ofHours(3)),
                        clock.instant().minus(Duration.ofHours(1)));
        assertThat(messages())
                .flatExtracting(Incoming.Message::media)
                .containsExactly(new Media("image/jpeg", "Conversations/" + GROUP + "/Messages/IM3/Media/ME1"));
        assertThat(new Contacts(notebook, clock).standing(Samples.CODE, Samples.PARENT))
                .isEqualTo(Contacts.Standing.WELCOME);
    }

    @Test
    void whatAHookMayStillTellOfAndWhatIsLongPastIsLeftAlone() {
        groupSaw(
                message("IM9", MEMBER, "just now", Duration.ofSeconds(20)),
                message("IM2", MEMBER, "on Friday", CatchUp.FIRST_LOOK.minusMinutes(1)),
                message("IM1", MEMBER, "last month", Duration.ofDays(30)));
        catchUp.look();
        assertThat(texts()).containsExactly("on Friday");
    }

    @Test
    void asManyPagesAreReadAsThereAreMessages() {
        String next = TWILIO.baseUrl() + "/v1/Conversations/" + GROUP + "/Messages?PageToken=PA%2B2&Page=1";
        TWILIO.stubFor(list().withQueryParam("PageToken", absent())
                .willReturn(page(next, message("IM2", MEMBER, "second", Duration.ofHours(1)))));
        TWILIO.stubFor(list().withQueryParam("PageToken", equalTo("PA+2"))
                .willReturn(page("", message("IM1", MEMBER, "first", Duration.ofHours(2)))));
        catchUp.look();
        assertThat(texts()).containsExactly("first", "second");
    }

    private static String nextPage() {
        return TWILIO.baseUrl() + "/v1/Conversations/" + GROUP + "/Messages?PageToken=PA2";
    }

    @Test
    void noPageIsReadBehindTheFirstThatReachesFarEnoughBack() {
        TWILIO.stubFor(list().willReturn(page(
                nextPage(),
                message("IM2", MEMBER, "today", Duration.ofHours(1)),
                message("IM1", MEMBER, "last week", Duration.ofDays(7)))));
        catchUp.look();
        assertThat(texts()).containsExactly("today");
        TWILIO.verify(1, getRequestedFor(urlPathEqualTo("/v1/Conversations/" + GROUP + "/Messages")));
        TWILIO.verify(getRequestedFor(urlPathEqualTo("/v1/Conversations/" + GROUP + "/Messages"))
                .withQueryParam("Order", equalTo("desc"))
                .withQueryParam("PageSize", equalTo("100")));
    }

    @Test
    void ofMoreThanIsAskedForAtOnceTheNewestComeInAndTheLogSaysThatSomethingWasLeft() {
        TWILIO.stubFor(list().willReturn(page(nextPage(), message("IM1", MEMBER, "today", Duration.ofHours(1)))));
        CatchUp.Look look = catchUp.look();
        assertThat(look.broughtIn()).isOne();
        assertThat(look.problems()).singleElement().asString().contains("more than is asked for at once");
        TWILIO.verify(100, getRequestedFor(urlPathEqualTo("/v1/Conversations/" + GROUP + "/Messages")));
    }

    @Test
    void laterLooksGoBackNoFurtherThanTheOneBefore() {
        groupSaw();
        catchUp.look();
        clock.advance(Duration.ofHours(1));
        groupSaw(
                message("IM2", MEMBER, "since", Duration.ofMinutes(70)),
                message("IM1", MEMBER, "before", Duration.ofMinutes(80)));
        catchUp.look();
        assertThat(texts()).containsExactly("since");
    }

    @Test
    void whatTheStoreDidNotTakeIsBroughtInNextTime() {
        groupSaw(message("IM1", MEMBER, "an hour ago", Duration.ofHours(1)));
        intake.goAway();
        assertThat(catchUp.look().problems()).containsExactly("the store cannot be reached");
        intake.comeBack();
        clock.advance(Duration.ofHours(2));
        assertThat(catchUp.look().broughtIn()).isOne();
    }

    @Test
    void ofWhoWasErasedSinceTheyWroteNothingIsWrittenAnew() {
        groupSaw(message("IM1", MEMBER, "an hour ago", Duration.ofHours(1)));
        catchUp.look();
        InMemoryNotebook erased = new InMemoryNotebook(clock);
        assertThat(catchUp(erased).look().broughtIn())
                .as("a bot that starts anew")
                .isZero();
        assertThat(new Contacts(erased, clock).standing(Samples.CODE, Samples.PARENT))
                .isEqualTo(Contacts.Standing.NEVER_IN_TOUCH);
    }

    @ParameterizedTest
    @MethodSource("uk.schoolgate.adapter.whatsapp.sending.Faults#all")
    void whenTwilioDoesNotAnswerAsItShouldItIsAskedAgainForAllOfIt(ResponseDefinitionBuilder fault) {
        TWILIO.stubFor(list().willReturn(fault));
        CatchUp.Look look = catchUp.look();
        assertThat(look.broughtIn()).isZero();
        assertThat(look.problems()).hasSize(1);
        clock.advance(Duration.ofHours(2));
        groupSaw(message("IM1", MEMBER, "three hours ago", Duration.ofHours(3)));
        assertThat(catchUp.look().broughtIn()).isOne();
    }

    @Test
    void aConversationThatIsNotMadeYetIsNoProblem() {
        TWILIO.stubFor(list().willReturn(aResponse().withStatus(404).withBody("{\"code\":20404}")));
        assertThat(catchUp.look()).isEqualTo(new CatchUp.Look(0, Set.of()));
    }

    /** What somebody wrote yesterday says nothing of whether they can be reached since this morning. */
    @Test
    void whatIsHeardOfLateUndoesNothingThatHappenedSince() {
        Contacts contacts = new Contacts(notebook, clock);
        contacts.unreachable(Samples.CODE, Samples.PARENT);
        groupSaw(message("IM1", MEMBER, "yesterday", Duration.ofHours(20)));
        catchUp.look();
        assertThat(intake.taken()).hasSize(1);
        assertThat(contacts.standing(Samples.CODE, Samples.PARENT)).isEqualTo(Contacts.Standing.UNREACHABLE);
    }
}
