package uk.schoolgate.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;

/** What Teams sends, in all its shapes. */
class IncomingActivitiesTest {
    private static final String THREAD = FakeTeams.GROUP + ";messageid=1612289992105";

    private final FakeTeams teams = new FakeTeams();

    @AfterEach
    void stop() {
        teams.close();
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private Incoming.Message messageOf(String text) {
        assertThat(teams.send(teams.inChannel("message", "\"text\":\"" + json(text) + "\""))
                        .status())
                .isEqualTo(200);
        return teams.intake.only(Incoming.Message.class);
    }

    @Test
    void anUnmentionedChannelMessageArrivesWithItsThread() {
        Incoming.Message message = messageOf("Mrs Patel is late again");
        assertThat(message.conversation()).isEqualTo(new Conversation.GroupChat(Platform.TEAMS, THREAD));
        assertThat(message.author()).isEqualTo(new PersonId(FakeTeams.TEACHER_GUID));
        assertThat(message.authorName()).isEqualTo("Anna Patel");
        assertThat(message.mentionsBot()).isFalse();
        assertThat(message.at()).isEqualTo(Instant.parse("2026-11-17T08:15:00Z"));
        assertThat(message.school()).isEqualTo(teams.school());
        assertThat(message.id().value()).isEqualTo("teams:" + FakeTeams.GROUP + ":1612289992105");
    }

    @Test
    void aMentionOfTheBotIsTakenOutAndOthersStayAsNames() {
        String entities = """
                "entities":[{"type":"clientInfo","locale":"en-GB"},
                 {"type":"mention","text":"<at>Schoolgate</at>","mentioned":{"id":"%s","name":"Schoolgate"}},
                 {"type":"mention","text":"<at>Ruth (Head)*</at>","mentioned":{"id":"29:head","name":"Ruth (Head)*"}}]""".formatted(FakeTeams.BOT_ID);
        teams.send(teams.inChannel(
                "message", "\"text\":\"<at>Schoolgate</at>&nbsp;may <at>Ruth (Head)*</at> post photos?\"," + entities));
        Incoming.Message message = teams.intake.only(Incoming.Message.class);
        assertThat(message.text()).isEqualTo("may Ruth (Head)* post photos?");
        assertThat(message.mentionsBot()).isTrue();
    }

    @Test
    void aMentionWithoutWordsTakesNothingOut() {
        teams.send(teams.inChannel("message", """
                "text":"may I post photos?",
                "entities":[{"type":"mention","text":"","mentioned":{"id":"%s"}}]""".formatted(FakeTeams.BOT_ID)));
        Incoming.Message message = teams.intake.only(Incoming.Message.class);
        assertThat(message.text()).isEqualTo("may I post photos?");
        assertThat(message.mentionsBot()).isTrue();
    }

    @Test
    void privateAndGroupChatsAreToldApart() {
        teams.send(teams.inPrivate("message", FakeTeams.HEAD_GUID, "\"text\":\"hello\""));
        assertThat(teams.intake.only(Incoming.Message.class).conversation())
                .isEqualTo(new Conversation.PrivateChat(Platform.TEAMS, new PersonId(FakeTeams.HEAD_GUID)));
    }

    /** A group chat has neither a team nor threads. */
    @Test
    void aGroupChatIsAGroupWithoutThreads() {
        String chat = "19:staffroom@thread.v2";
        teams.send(teams.inChannel("message", "\"text\":\"hello\"")
                .replace(THREAD, chat)
                .replace("\"conversationType\":\"channel\"", "\"conversationType\":\"groupChat\"")
                .replaceFirst(",\"channel\":\\{.*?},\"team\":\\{.*?}", ""));
        Incoming.Message message = teams.intake.only(Incoming.Message.class);
        assertThat(message.conversation()).isEqualTo(new Conversation.GroupChat(Platform.TEAMS, chat));
        assertThat(message.id().value()).isEqualTo("teams:" + chat + ":1612289992105");
        assertThat(new Memory(teams.notebook, teams.clock).group(teams.school(), chat))
                .isPresent();
    }

    @Test
    void theSameActivityTwiceIsTakenOnce() {
        String body = teams.inChannel("message", "\"text\":\"hello\"");
        assertThat(teams.send(body).status()).isEqualTo(200);
        assertThat(teams.send(body).status()).isEqualTo(200);
        assertThat(teams.intake.taken()).hasSize(1);
    }

    @Test
    void anEditAndADeletionNameTheMessage() {
        teams.send(teams.inChannel("message", "\"text\":\"first\""));
        String edit = teams.inChannel("messageUpdate", "\"text\":\"second\"")
                .replace("\"tenant\":", "\"eventType\":\"editMessage\",\"tenant\":");
        teams.send(edit);
        teams.send(teams.inChannel("messageDelete", ""));
        Incoming.Message message = (Incoming.Message) teams.intake.taken().get(0);
        Incoming.Edited edited = (Incoming.Edited) teams.intake.taken().get(1);
        Incoming.Deleted deleted = (Incoming.Deleted) teams.intake.taken().get(2);
        assertThat(edited.message()).isEqualTo(message.id());
        assertThat(edited.text()).isEqualTo("second");
        assertThat(edited.author()).isEqualTo(message.author());
        assertThat(deleted.message()).isEqualTo(message.id());
        assertThat(edited.orderingKey()).isEqualTo(message.orderingKey());
        assertThat(deleted.orderingKey()).isEqualTo(message.orderingKey());
    }

    /** A deletion can be undone, and the message deleted again. */
    @Test
    void aSecondDeletionIsAnEventOfItsOwnAndTheFirstSentAgainIsNot() {
        String first = teams.inChannel("messageDelete", "");
        teams.send(first);
        teams.send(first);
        teams.send(first.replace("2026-11-17T08:15:00Z", "2026-11-17T08:16:00Z"));
        assertThat(teams.intake.taken())
                .hasSize(2)
                .allSatisfy(event -> assertThat(event).isInstanceOf(Incoming.Deleted.class));
    }

    @Test
    void aDeletionMayComeWithoutASender() {
        String body = teams.inChannel("messageDelete", "").replaceFirst("\"from\":\\{[^}]*},", "");
        assertThat(teams.send(body).status()).isEqualTo(200);
        assertThat(teams.intake.only(Incoming.Deleted.class).school()).isEqualTo(teams.school());
    }

    @Test
    void beingAddedIsNoticedAndOthersComingIsNot() {
        teams.send(teams.inChannel("conversationUpdate", "\"membersAdded\":[{\"id\":\"29:new\"}]"));
        assertThat(teams.intake.taken()).isEmpty();
        teams.send(teams.inChannel("conversationUpdate", "\"membersAdded\":[{\"id\":\"" + FakeTeams.BOT_ID + "\"}]"));
        assertThat(teams.intake.only(Incoming.Joined.class).conversation().platform())
                .isEqualTo(Platform.TEAMS);
    }

    @Test
    void anInstallationIsNoticed() {
        teams.send(teams.inPrivate("installationUpdate", FakeTeams.HEAD_GUID, "\"action\":\"add\""));
        assertThat(teams.intake.only(Incoming.Joined.class).conversation())
                .isEqualTo(new Conversation.PrivateChat(Platform.TEAMS, new PersonId(FakeTeams.HEAD_GUID)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "add-upgrade"})
    void anUpgradeIsAnInstallationToo(String action) {
        teams.send(teams.inChannel("installationUpdate", "\"action\":\"" + action + "\""));
        assertThat(teams.intake.only(Incoming.Joined.class).conversation())
                .isEqualTo(new Conversation.GroupChat(Platform.TEAMS, THREAD));
    }

    static List<Arguments> removals() {
        return List.of(
                Arguments.of("installationUpdate", "\"action\":\"remove\""),
                Arguments.of("conversationUpdate", "\"membersRemoved\":[{\"id\":\"" + FakeTeams.BOT_ID + "\"}]"));
    }

    @ParameterizedTest
    @MethodSource("removals")
    void beingTakenOutOfAGroupIsNoticedAndTheGroupForgotten(String type, String fields) {
        Memory memory = new Memory(teams.notebook, teams.clock);
        messageOf("hello");
        assertThat(memory.group(teams.school(), FakeTeams.GROUP)).isPresent();
        teams.send(teams.inChannel(type, fields));
        Incoming.Left left = (Incoming.Left) teams.intake.taken().getLast();
        assertThat(left.conversation()).isEqualTo(new Conversation.GroupChat(Platform.TEAMS, THREAD));
        assertThat(memory.group(teams.school(), FakeTeams.GROUP)).isEmpty();
        teams.send(teams.inChannel("message", "\"text\":\"back\"").replace("1612289992105\",\"ch", "2\",\"ch"));
        assertThat(memory.group(teams.school(), FakeTeams.GROUP)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("removals")
    void beingTakenOutOfAPrivateChatIsNothingToTellAndTheChatIsForgotten(String type, String fields) {
        Memory memory = new Memory(teams.notebook, teams.clock);
        teams.send(teams.inPrivate("installationUpdate", FakeTeams.HEAD_GUID, "\"action\":\"add\""));
        assertThat(memory.chatWith(teams.school(), FakeTeams.HEAD_GUID)).isPresent();
        teams.send(teams.inPrivate(type, FakeTeams.HEAD_GUID, fields));
        assertThat(teams.intake.only(Incoming.Joined.class)).isNotNull();
        assertThat(memory.chatWith(teams.school(), FakeTeams.HEAD_GUID)).isEmpty();
    }

    @Test
    void neitherAnotherMembersGoingNorAnUpgradeIsARemoval() {
        teams.send(teams.inChannel("conversationUpdate", "\"membersRemoved\":[{\"id\":\"29:gone\"}]"));
        teams.send(teams.inChannel("installationUpdate", "\"action\":\"remove-upgrade\""));
        assertThat(teams.intake.taken()).isEmpty();
        assertThat(new Memory(teams.notebook, teams.clock).group(teams.school(), FakeTeams.GROUP))
                .isPresent();
    }

    @Test
    void whatNothingFollowsFromIsAnsweredAndForgotten() {
        for (String type : new String[] {"typing", "messageReaction", "event", "endOfConversation", "somethingNew"}) {
            assertThat(teams.send(teams.inChannel(type, "")).status()).as(type).isEqualTo(200);
        }
        assertThat(teams.intake.taken()).isEmpty();
    }

    @Test
    void whatABotWroteIsNotScreened() {
        teams.send(teams.inChannel("message", "\"text\":\"I am a bot\"")
                .replace("29:" + FakeTeams.TEACHER_GUID, "28:other-bot"));
        assertThat(teams.intake.taken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-17T08:15:00Z,2026-11-17T08:15:00Z",
        "2026-11-17T08:15:00.1Z,2026-11-17T08:15:00.100Z",
        "2026-11-17T08:15:00.123Z,2026-11-17T08:15:00.123Z",
        "2026-11-17T08:15:00.1234567Z,2026-11-17T08:15:00.123456700Z",
        "2026-11-17T08:15:00.1234567891234Z,2026-11-17T08:15:00.123456789Z",
        "2026-11-17T08:15:00+00:00,2026-11-17T08:15:00Z",
        "2026-11-17T13:45:00.5+05:30,2026-11-17T08:15:00.5Z",
        "2026-11-17T08:15:00+0000,2026-11-17T08:15:00Z",
        "2026-11-17T08:15Z,2026-11-17T08:15:00Z",
        "2026-11-17t08:15:00z,2026-11-17T08:15:00Z",
        "2026-11-17 08:15:00Z,2026-11-17T08:15:00Z",
        "2026-11-17T08:15:00,2026-11-17T08:15:00Z"
    })
    void aTimestampOfAnyFormIsTheSameMoment(String written, Instant meant) {
        teams.send(teams.inChannel("message", "\"text\":\"hello\",\"localTimestamp\":\"" + written + "\"")
                .replace("2026-11-17T08:15:00Z\",\n", written + "\",\n"));
        assertThat(teams.intake.only(Incoming.Message.class).at()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775807",
                "9223372036854775808",
                "-1e300",
                "1.5e18",
                "\"yesterday\"",
                "\"\"",
                "null",
                "{\"a\":1}",
                "[]",
                "true"
            })
    void aTimestampThatNobodyCanReadIsNow(String written) {
        teams.send(teams.inChannel("message", "\"text\":\"hello\",\"expiration\":" + written)
                .replace("\"2026-11-17T08:15:00Z\",\n", written + ",\n"));
        assertThat(teams.intake.only(Incoming.Message.class).at()).isEqualTo(teams.clock.instant());
    }

    @Test
    void channelDataMayHoldWhatNobodyHasHeardOf() {
        String body = teams.inChannel("message", "\"text\":\"hello\",\"newInTheFuture\":{\"a\":[1,{\"b\":null}]}")
                .replace(
                        "\"team\":{",
                        "\"onBehalfOf\":[{\"itemid\":0}],\"legacy\":{\"replyToId\":\"1:x\"},\"team\":{\"x\":[1],");
        assertThat(teams.send(body).status()).isEqualTo(200);
        assertThat(teams.intake.taken()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "مرحبا بالجميع، متى تبدأ الحفلة؟",
                "今日は運動会ですか？ 絵文字👩‍👩‍👧‍👦",
                "Żółć, ąę — „cudzysłów”",
                "İstanbul ısrar İIıi",
                "١٢٣ ৪৫৬",
                "a\nb\n\nc",
                "1 < 2 & 3 > 2",
                "I <3 this school"
            })
    void textOfEveryCultureArrivesAsItWasWritten(String text) {
        assertThat(messageOf(text).text()).isEqualTo(text);
    }

    @Test
    void theServersOwnLanguageChangesNothing() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            String body = teams.inPrivate(
                    "installationUpdate", FakeTeams.HEAD_GUID, "\"action\":\"add\",\"locale\":\"tr-TR\"");
            assertThat(teams.send(body).status()).isEqualTo(200);
            assertThat(teams.intake.taken()).hasSize(1);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theSendersLanguageDoesNotBecomeTheServersOwn() {
        Locale before = Locale.getDefault();
        try {
            teams.send(teams.inPrivate("message", FakeTeams.HEAD_GUID, "\"text\":\"merhaba\",\"locale\":\"tr-TR\""));
            assertThat(teams.intake.taken()).hasSize(1);
            assertThat(Locale.getDefault()).isEqualTo(before);
        } finally {
            Locale.setDefault(before);
        }
    }

    static List<Arguments> marked() {
        return List.of(
                Arguments.of("<p>Hello <b>all</b></p>", "Hello all"),
                Arguments.of("<div>one</div><div>two</div>", "one\ntwo"),
                Arguments.of("tea &amp; cake &lt;now&gt;", "tea & cake <now>"),
                Arguments.of("<script>alert(1)</script>hello <img src=x onerror=alert(1)>", "hello"),
                Arguments.of("<a href=\"https://evil.example\">click</a> me", "click me"),
                Arguments.of("say <at>Everybody</at>", "say Everybody"),
                Arguments.of("nice <emoji alt=\"👍\"></emoji>", "nice 👍"));
    }

    @ParameterizedTest
    @MethodSource("marked")
    void marksOfHtmlAreGoneBeforeAnythingIsQuoted(String written, String meant) {
        assertThat(messageOf(written).text()).isEqualTo(meant);
    }

    @Test
    void whatAReplyQuotesIsNotTheAuthors() {
        String html = "<blockquote itemscope itemtype=\\\"http://schema.skype.com/Reply\\\"><strong>Bob</strong>"
                + "<p>Mrs Patel is useless</p></blockquote><p>Please be kind</p>";
        teams.send(teams.inChannel(
                "message",
                "\"text\":\"Bob\\nMrs Patel is useless\\nPlease be kind\",\"attachments\":"
                        + "[{\"contentType\":\"text/html\",\"content\":\"" + html + "\"}]"));
        assertThat(teams.intake.only(Incoming.Message.class).text()).isEqualTo("Please be kind");
    }

    /** Teams breaks the lines of the text and those of its HTML each in its own way. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bob Mrs Patel is useless Please be kind",
                "Bob\\r\\n\\r\\nMrs Patel&nbsp;is useless\\r\\n\\r\\nPlease be kind",
                "<p>Bob</p><p>Mrs Patel is\\nuseless</p><p>Please be kind</p>"
            })
    void whatAReplyQuotesIsFoundHoweverItsLinesAreBroken(String text) {
        String html = "<blockquote itemscope itemtype=\\\"http://schema.skype.com/Reply\\\"><strong>Bob</strong>"
                + "<p>Mrs Patel  is useless</p></blockquote><p>Please be kind</p>";
        teams.send(teams.inChannel(
                "message",
                "\"text\":\"" + text + "\",\"attachments\":[{\"contentType\":\"text/html\",\"content\":\"" + html
                        + "\"}]"));
        assertThat(teams.intake.only(Incoming.Message.class).text()).isEqualTo("Please be kind");
    }

    private static String forwarded(String words, String html) {
        return "\"text\":\"" + words + "\",\"attachments\":[{\"contentType\":\"text/html\",\"content\":\""
                + "<blockquote itemscope itemtype=\\\"http://schema.skype.com/Forward\\\">" + html + "</blockquote>"
                + "\"}]";
    }

    @Test
    void whatIsForwardedIntoAChannelIsSaidAnew() {
        teams.send(teams.inChannel("message", forwarded("Mrs Patel is useless", "<p>Mrs Patel is useless</p>")));
        assertThat(teams.intake.only(Incoming.Message.class).text()).isEqualTo("Mrs Patel is useless");
    }

    @Test
    void ofAForwardedReplyNothingIsLeftOut() {
        String html =
                "<blockquote itemtype=\\\"http://schema.skype.com/Reply\\\"><p>Mrs Patel is useless</p></blockquote>"
                        + "<p>So true</p>";
        teams.send(teams.inChannel("message", forwarded("Mrs Patel is useless\\nSo true", html)));
        assertThat(teams.intake.only(Incoming.Message.class).text()).isEqualTo("Mrs Patel is useless\nSo true");
    }

    @Test
    void aForwardAloneToTheBotIsAMessage() {
        teams.send(
                teams.inPrivate("message", FakeTeams.HEAD_GUID, forwarded("Is it a match?", "<p>Is it a match?</p>")));
        assertThat(teams.intake.only(Incoming.Message.class).text()).isEqualTo("Is it a match?");
    }

    @Test
    void whoWritesToTheBotAloneIsAnsweredAlsoWhereNothingCanBeRead() {
        String reply = "<blockquote itemtype=\\\"http://schema.skype.com/Reply\\\"><p>Hello</p></blockquote>";
        String fields =
                "\"text\":\"Hello\",\"attachments\":[{\"contentType\":\"text/html\",\"content\":\"" + reply + "\"}]";
        teams.send(teams.inPrivate("message", FakeTeams.HEAD_GUID, fields));
        assertThat(teams.intake.only(Incoming.Message.class).text()).isEmpty();
    }

    @Test
    void whatIsEmptyInAGroupOrIsOnlyDataIsNoMessage() {
        teams.send(teams.inChannel("message", "\"text\":\"\""));
        teams.send(teams.inPrivate("message", FakeTeams.HEAD_GUID, "\"value\":{\"something\":\"else\"}"));
        assertThat(teams.intake.taken()).isEmpty();
    }

    @Test
    void whatOnlyBeginsLikeAQuoteIsTheAuthors() {
        String html =
                "<blockquote itemtype=\\\"http://schema.skype.com/Reply\\\"><p>Mrs Patel is useless</p></blockquote>";
        teams.send(teams.inChannel(
                "message",
                "\"text\":\"Mrs Patel is use\",\"attachments\":[{\"contentType\":\"text/html\",\"content\":\"" + html
                        + "\"}]"));
        assertThat(teams.intake.only(Incoming.Message.class).text()).isEqualTo("Mrs Patel is use");
    }

    @Test
    void aPictureWithoutWordsIsAMessageWithMedia() {
        teams.send(teams.inChannel(
                "message",
                "\"attachments\":[{\"contentType\":\"image/png\",\"contentUrl\":\"https://smba.trafficmanager.net/x\"},"
                        + "{\"contentType\":\"text/html\",\"content\":\"<p>x</p>\"}]"));
        assertThat(teams.intake.only(Incoming.Message.class).media())
                .singleElement()
                .satisfies(media -> assertThat(media.isPicture()).isTrue());
    }

    @Test
    void sixtyKilobytesAreTakenAndFiveTimesThatIsRefused() {
        assertThat(messageOf("x".repeat(60_000)).text()).hasSize(60_000);
        assertThat(teams.send(teams.inChannel("message", "\"text\":\"" + "x".repeat(300_000) + "\""))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void whatIsTooDeepOrNoActivityIsRefused() {
        for (int depth : new int[] {100, 5_000}) {
            String deep = "\"value\":" + "[".repeat(depth) + "]".repeat(depth);
            assertThat(teams.send(teams.inChannel("message", deep)).status())
                    .as("depth " + depth)
                    .isEqualTo(400);
        }
        for (String body : new String[] {"", "null", "[]", "{}", "{\"type\":", "\u0000", "\"text\"", "{\"type\":{}}"}) {
            assertThat(teams.send(body).status()).as(body).isEqualTo(400);
        }
        assertThat(teams.intake.taken()).isEmpty();
    }

    @Test
    void whatLacksItsPartsIsRefusedAndNeverAnError() {
        String whole = teams.inChannel("message", "\"text\":\"hello\"");
        for (String part : new String[] {"from", "conversation", "recipient", "id", "channelData"}) {
            int status = teams.send(whole.replace("\"" + part + "\":", "\"x-" + part + "\":"))
                    .status();
            assertThat(status).as(part).isIn(200, 400, 403);
        }
        assertThat(teams.send(whole.replace("\"entities\"", "x")
                                .replace(
                                        "\"text\":\"hello\"",
                                        "\"text\":\"hello\",\"entities\":[null,{}],\"attachments\":[null,{}]"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\"text\"", "[]", "null", "{\"tenant\":5}", "{\"tenant\":{\"id\":{}}}"})
    void channelDataThatIsNoneIsRefusedAndNeverAnError(String data) {
        String body = teams.inChannel("message", "\"text\":\"hello\"")
                .replaceFirst("\"channelData\":.*\\}\\},\"text", "\"channelData\":" + data + ",\"text");
        assertThat(teams.send(body).status()).isIn(200, 400, 403);
    }

    @Test
    void whatNobodyThoughtOfIsAskedForAgain() {
        java.io.InputStream broken = new java.io.InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("nobody thought of this");
            }

            @Override
            public int read(byte[] into, int from, int length) {
                return read();
            }
        };
        String token = teams.signing.header(teams.serviceUrl(), java.util.function.UnaryOperator.identity());
        assertThat(teams.bot().door().receive(token, broken).status()).isEqualTo(503);
    }

    @Test
    void whenTheStoreIsAwayTeamsIsAskedToTryAgain() {
        teams.intake.goAway();
        assertThat(teams.send(teams.inChannel("message", "\"text\":\"hello\"")).status())
                .isEqualTo(503);
    }

    @Test
    void aSubmittedCardOfAnOldClientIsAPress() {
        teams.send(teams.inPrivate(
                "message", FakeTeams.HEAD_GUID, "\"value\":{\"action\":\"dismiss:C0123456789ABCDEF\"}"));
        Incoming.Press press = teams.intake.only(Incoming.Press.class);
        assertThat(press.action()).isEqualTo("dismiss:C0123456789ABCDEF");
        assertThat(press.by()).isEqualTo(new PersonId(FakeTeams.HEAD_GUID));
    }
}
