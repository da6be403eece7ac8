package uk.schoolgate.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The executable jar in Teams, with a real client: Microsoft's Agents Playground. Only the tokens are ours. */
class TeamsIT {
    private static final String CHANNEL = "19:policies@thread.tacv2";
    private static final String ANN = "a:personal-ann";
    private static final String ATTACK =
            "Honestly Mrs Crane is useless, a complete waste of space. She couldn’t teach a dog to sit";
    private static final String QUESTION = "May staff keep gifts from parents?";
    private static final String CLAUSE = "Staff may keep gifts from parents that are worth less than thirty pounds";

    @TempDir
    Path folder;

    /** The playground wants five people beside the one who writes. */
    private static final String CONFIGURATION = """
            version: "0.1.0"
            tenantId: %s
            bot: { id: %s, name: Schoolgate }
            currentUser:
              %s
            users:
              - %s
              - %s
              - %s
              - %s
              - %s
            personalChat: { id: "a:personal-ann" }
            groupChat: { id: "19:staffroom@thread.v2", name: Staffroom }
            team:
              id: 19:staff@thread.tacv2
              name: Staff team
              aadGroupId: bbbbbbbb-0000-4000-8000-000000000001
              channels:
                - { id: "19:policies@thread.tacv2", name: Policies }
            """.formatted(
                    StandInForMicrosoft.TENANT,
                    StandInForMicrosoft.APP_ID,
                    person("ann", 1),
                    person("bob", 2),
                    person("joe", 3),
                    person("kim", 4),
                    person("lou", 5),
                    person("max", 6));

    private static String person(String name, int number) {
        return ("{ id: \"29:%1$s\", name: %1$s, userPrincipleName: %1$s@school.example, givenName: %1$s, surname: X,"
                        + " aadObjectId: aaaaaaaa-0000-4000-8000-%2$012d, email: %1$s@school.example }")
                .formatted(name, number);
    }

    /** A school of four, whose reviewer is Ann. */
    private Path school() throws IOException {
        Path school = Files.createDirectories(folder.resolve("school"));
        Files.writeString(school.resolve("school.yaml"), """
                code: MST
                name: Mill Street Primary School
                complaints-inbox: complaints@school.example
                office: { phone: "01632 960555", email: office@school.example }
                headteacher: S01
                safeguarding-lead: S01
                groups:
                  - { name: Policies, channel: teams, address: "19:policies@thread.tacv2", classes: [], reviewers: [S02] }
                """);
        Files.createDirectories(school.resolve("policies/staff"));
        Files.writeString(
                school.resolve("policies/staff/gifts.md"),
                "# Gifts policy\n\n## Gifts from parents\n\n" + CLAUSE + ". Gifts worth more must be given back.\n");
        Files.createDirectories(school.resolve("policies/everyone"));
        Files.writeString(
                school.resolve("policies/everyone/conduct.md"),
                "# Code of conduct\n\n## Online\n\nNobody may insult or mock a member of staff in a group chat.\n");
        Files.createDirectories(school.resolve("roll"));
        Files.writeString(school.resolve("roll/staff.csv"), """
                id,title,forename,surname,role,aliases,email
                S01,Mr,Bob,Head,Headteacher,,bob@school.example
                S02,Ms,Ann,Other,Deputy headteacher,,Ann@school.example
                S03,Mr,Joe,Teacher,Class teacher,,joe@school.example
                S04,Mrs,Moira,Crane,Class teacher,,m.crane@school.example
                """);
        return school;
    }

    private static Map<String, Object> fromJoe(AgentsPlayground playground, String type, String id, String text) {
        return Map.ofEntries(
                Map.entry("type", type),
                Map.entry("id", id),
                Map.entry("channelId", "msteams"),
                Map.entry("serviceUrl", playground.serviceUrl()),
                Map.entry("timestamp", Instant.now().toString()),
                Map.entry(
                        "from",
                        Map.of(
                                "id",
                                "29:joe",
                                "name",
                                "Joe Teacher",
                                "aadObjectId",
                                "aaaaaaaa-0000-4000-8000-000000000003")),
                Map.entry("recipient", Map.of("id", StandInForMicrosoft.APP_ID, "name", "Schoolgate")),
                Map.entry(
                        "conversation",
                        Map.of(
                                "id",
                                CHANNEL + ";messageid=" + id,
                                "conversationType",
                                "channel",
                                "isGroup",
                                true,
                                "tenantId",
                                StandInForMicrosoft.TENANT)),
                Map.entry("textFormat", "plain"),
                Map.entry("text", text),
                Map.entry(
                        "channelData",
                        Map.of(
                                "tenant", Map.of("id", StandInForMicrosoft.TENANT),
                                "channel", Map.of("id", CHANNEL),
                                "somethingNew", List.of(1, 2))));
    }

    private static void custom(AgentsPlayground playground, Map<String, Object> activity) {
        playground.post("/_internal/v1/customActivities", activity);
    }

    /** Presses a button of a card that the bot posted to Ann; gives what the press was answered with. */
    private static JsonNode press(AgentsPlayground playground, JsonNode cardCall, JsonNode card, String title) {
        JsonNode action = Stream.iterate(0, i -> i < card.path("actions").size(), i -> i + 1)
                .map(card.path("actions")::path)
                .filter(it -> it.path("title").asString("").equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + title + " on " + card));
        return playground.post(
                "/_conversation/v1/invoke",
                Map.of(
                        "name", "adaptiveCard/action",
                        "from", Map.of("id", "29:ann"),
                        "conversation", Map.of("id", ANN),
                        "replyToId",
                                cardCall.path("response")
                                        .path("body")
                                        .path("id")
                                        .asString(""),
                        "value",
                                Map.of(
                                        "trigger",
                                        "manual",
                                        "action",
                                        Map.of(
                                                "type", "Action.Execute",
                                                "verb", "press",
                                                "data",
                                                        Map.of(
                                                                "action",
                                                                action.path("data")
                                                                        .path("action")
                                                                        .asString(""))))));
    }

    private static JsonNode card(JsonNode call) {
        return call.path("request").path("body").path("attachments").path(0).path("content");
    }

    @Test
    void aRealClientDrivesTheBotFromQuestionToIncident() throws IOException {
        int port = AgentsPlayground.freePort();
        try (StandInForMicrosoft microsoft = new StandInForMicrosoft();
                AgentsPlayground playground =
                        AgentsPlayground.start(folder, port, microsoft.url() + "/api/messages", CONFIGURATION)) {
            Map<String, String> settings = new HashMap<>(microsoft.settings("localhost:" + port));
            settings.put("SCHOOLGATE_SCHOOL", school().toString());
            try (Bot bot = Bot.startJar(folder, settings)) {
                microsoft.standBefore(bot);
                personalQuestion(playground);
                channelMention(playground);
                flaggedAndHandedOver(playground);
                flaggedEditedAndTakenBack(playground);
                assertThat(playground.connectorCalls())
                        .isNotEmpty()
                        .allSatisfy(call -> assertThat(
                                        call.path("response").path("statusCode").asInt())
                                .as(call.toString())
                                .isBetween(200, 299));
                assertThat(bot.said()).doesNotContain("ERROR", "Crane", "ann@school.example");
                // Beside the bot, which has noted that it heard what did not mention it.
                Bot.Ended doctor =
                        Bot.run(folder, settings, "teams", "doctor", "--service-url", playground.serviceUrl());
                assertThat(doctor.said())
                        .contains(
                                "“Policies”: the app is installed",
                                "“Policies”: messages that do not mention the bot come in, the last on")
                        .doesNotContain("\tat ");
            }
        }
    }

    private static void personalQuestion(AgentsPlayground playground) {
        playground.post("/_debug/conversation/" + ANN + "/installation", Map.of());
        playground.awaitSaid(ANN, "People decide, never me");
        playground.post(
                "/_conversation/v1/conversations/" + ANN + "/messages",
                Map.of(
                        "type",
                        "text",
                        "text",
                        QUESTION,
                        "textFormat",
                        "plain",
                        "from",
                        Map.of("id", "29:ann"),
                        "mentions",
                        List.of()));
        JsonNode answer = playground.awaitSaid(ANN, CLAUSE);
        assertThat(card(answer).toString()).contains("Gifts policy", "Was this right?");
        JsonNode thanks = press(playground, answer, card(answer), "Yes");
        assertThat(thanks.path("value").asString("")).contains("Thank you");
        assertThat(playground.said(ANN).stream().filter(call -> call.toString().contains("People decide, never me")))
                .hasSize(1);
    }

    private static void channelMention(AgentsPlayground playground) {
        JsonNode posted = playground.post(
                "/_conversation/v1/conversations/" + CHANNEL + "/messages",
                Map.of(
                        "type",
                        "text",
                        "text",
                        "<at>Schoolgate</at> " + QUESTION,
                        "textFormat",
                        "plain",
                        "from",
                        Map.of("id", "29:ann"),
                        "mentions",
                        List.of(Map.of(
                                "mentioned",
                                Map.of("id", StandInForMicrosoft.APP_ID, "name", "Schoolgate"),
                                "text",
                                "<at>Schoolgate</at>"))));
        String thread = posted.path("postConversationId").asString("");
        assertThat(thread).startsWith(CHANNEL + ";messageid=");
        playground.awaitSaid(thread, CLAUSE);
    }

    private void flaggedAndHandedOver(AgentsPlayground playground) {
        custom(playground, fromJoe(playground, "message", "1700000000101", ATTACK));
        JsonNode asked = playground.awaitSaid(ANN, "Please look at a message");
        assertThat(card(asked).toString()).contains("waste of space", "Nobody may insult or mock");
        JsonNode sure = press(playground, asked, card(asked), "Hand to the school");
        assertThat(sure.path("type").asString("")).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(sure.path("value").toString()).contains("Are you sure?", "waste of space");
        JsonNode done = press(playground, asked, sure.path("value"), "Yes, hand it over");
        assertThat(done.path("value").toString())
                .contains("The school has it as MST-")
                .doesNotContain("actions");
        // The card itself has changed for everybody who sees it, not only for the one who pressed.
        JsonNode update = playground.awaitSaid(ANN, "The school has it as");
        assertThat(update.path("request").path("method").asString("")).isEqualTo("PUT");
        playground.awaitSaid(ANN, "has arrived in the school’s complaints inbox");
        assertThat(mails()).anySatisfy(mail -> assertThat(mail).contains("[MST-", "_Attack_on_", "waste"));
        // The author, who had no chat with the bot, got a private word in one that the bot opened.
        assertThat(playground.connectorCalls())
                .anySatisfy(call -> assertThat(call.path("request").path("body").toString())
                        .contains("A private word about your message"));
    }

    private static void flaggedEditedAndTakenBack(AgentsPlayground playground) {
        int before = playground.said(ANN).size();
        custom(playground, fromJoe(playground, "message", "1700000000102", ATTACK + ", and she never will"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> playground.said(ANN).stream()
                        .skip(before)
                        .anyMatch(call -> call.toString().contains("she never will")));
        custom(playground, fromJoe(playground, "messageUpdate", "1700000000102", ATTACK + ", and she never did"));
        // What it read before stays on the card, so that the words after the edit show that the edit arrived.
        JsonNode changed = playground.awaitSaid(ANN, "The author has changed a message that you were asked about");
        assertThat(card(changed).toString()).contains("It now reads:", "she never did");
        custom(playground, fromJoe(playground, "messageDelete", "1700000000102", ""));
        playground.awaitSaid(ANN, "The author has taken the message back");
    }

    private List<String> mails() {
        try (Stream<Path> files = Files.walk(folder.resolve("schoolgate-data"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("complaints@school.example"))
                    .map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void withoutATokenNobodyGetsInAndTheStartNamesNothingSecret() throws IOException {
        try (StandInForMicrosoft microsoft = new StandInForMicrosoft()) {
            Map<String, String> settings = new HashMap<>(microsoft.settings("localhost"));
            settings.put("SCHOOLGATE_SCHOOL", school().toString());
            try (Bot bot = Bot.startJar(folder, settings)) {
                assertThat(bot.post("/api/messages", "{\"type\":\"message\"}").statusCode())
                        .isEqualTo(401);
                assertThat(bot.post("/api/messages", "{}", "Authorization", "Bearer a.b.c")
                                .statusCode())
                        .isEqualTo(401);
                // Until the keys have been fetched the answer is to try again.
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> bot.post("/api/messages", "{", "Authorization", microsoft.authorization("x"))
                                        .statusCode()
                                == 400);
                assertThat(bot.get("/").statusCode()).isEqualTo(404);
                assertThat(bot.said()).doesNotContain("secret");
            }
        }
    }
}
