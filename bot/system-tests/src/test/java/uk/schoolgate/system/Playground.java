package uk.schoolgate.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the playground as its page does. */
final class Playground {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Bot bot;
    private final JsonNode cast;

    Playground(Bot bot) {
        this.bot = bot;
        this.cast = MAPPER.readTree(bot.get("/playground/casts").body()).path(0);
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    JsonNode step(int number) {
        return cast.path("steps").path(number);
    }

    String complaintsInbox() {
        return cast.path("mailboxes").path(0).path("address").asString();
    }

    /** The name of somebody who can be played. */
    String nameOf(String person) {
        return list(cast.path("people")).stream()
                .filter(it -> it.path("id").asString().equals(person))
                .map(it -> it.path("name").asString())
                .findFirst()
                .orElseThrow();
    }

    void post(String author, String group, String text) {
        String json = MAPPER.writeValueAsString(MAPPER.createObjectNode()
                .put("school", cast.path("code").asString())
                .put("author", author)
                .put("group", group)
                .put("text", text)
                .put("photo", false));
        assertThat(bot.post("/playground/messages", json, "X-Schoolgate-Playground", "1")
                        .statusCode())
                .isEqualTo(202);
    }

    void postStep(int number) {
        JsonNode step = step(number);
        post(
                step.path("author").asString(),
                step.path("address").asString(),
                step.path("text").asString());
    }

    /** Presses a button under the newest message to a person that has buttons, once it is there. */
    void press(String person, String label) {
        JsonNode button = await().atMost(PATIENCE)
                .until(() -> button(person, label), Optional::isPresent)
                .orElseThrow();
        String json = MAPPER.writeValueAsString(MAPPER.createObjectNode()
                .put("school", cast.path("code").asString())
                .put("by", person)
                .put("action", button.path("action").asString())
                .put("label", label));
        assertThat(bot.post("/playground/presses", json, "X-Schoolgate-Playground", "1")
                        .statusCode())
                .isEqualTo(202);
    }

    private Optional<JsonNode> button(String person, String label) {
        return toPerson(person).reversed().stream()
                .filter(bubble -> !bubble.path("buttons").isEmpty())
                .limit(1)
                .flatMap(bubble -> list(bubble.path("buttons")).stream())
                .filter(button -> button.path("label").asString().equals(label))
                .findFirst();
    }

    /** What the bot said to a person in private, oldest first. */
    List<JsonNode> toPerson(String person) {
        return bubbles().stream()
                .filter(bubble -> bubble.path("author").asString().equals("bot"))
                .filter(bubble -> bubble.path("conversation").asString().endsWith(":person:" + person))
                .toList();
    }

    /** What the bot said in a group, oldest first. */
    List<JsonNode> toGroup(String address) {
        return bubbles().stream()
                .filter(bubble -> bubble.path("author").asString().equals("bot"))
                .filter(bubble -> bubble.path("conversation").asString().endsWith(":group:" + address))
                .toList();
    }

    List<JsonNode> bubbles() {
        return list(MAPPER.readTree(bot.get("/playground/bubbles").body()));
    }

    /** The e-mails to an address, newest first. */
    List<JsonNode> mailTo(String address) {
        return list(MAPPER.readTree(bot.get("/playground/mail").body()).path(address));
    }

    /** Waits for an e-mail. */
    JsonNode awaitMailTo(String address) {
        return await().atMost(PATIENCE)
                .until(() -> mailTo(address), mails -> !mails.isEmpty())
                .getFirst();
    }
}
