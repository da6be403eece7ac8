package uk.schoolgate.system;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What everybody's phone shows: read from the playground's file, so that it can be seen while the bot is dead. */
final class Phones {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path file;
    private final List<Said> said = new ArrayList<>();
    private long offset;

    /** @param data the bot's data folder */
    Phones(Path data) {
        this.file = data.resolve("playground").resolve("transcript.jsonl");
    }

    /**
     * Something that the bot said.
     *
     * @param id names its cause, and which of the cause's effects it is
     * @param conversation key of where it was said
     * @param at when
     * @param text all of it, quotes included
     * @param actions what its buttons ask for
     */
    record Said(String id, String conversation, Instant at, String text, List<String> actions) {
        Optional<String> action(String verb) {
            return actions.stream().filter(it -> it.startsWith(verb + ":")).findFirst();
        }

        /** The event that it follows from. */
        String cause() {
            // An urgent word says first whose it is: urgent:CONCERN:CAUSE/NUMBER.
            String named = id.startsWith("urgent:") ? id.substring(id.indexOf(':', "urgent:".length()) + 1) : id;
            int slash = named.lastIndexOf('/');
            return slash < 0 ? named : named.substring(0, slash);
        }

        /** Whom it was said to in private; empty for a group. */
        String person() {
            int at = conversation.indexOf(":person:");
            return at < 0 ? "" : conversation.substring(at + ":person:".length());
        }
    }

    /** What is new since the last call. */
    List<Said> look() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(in.length() - offset)];
            in.seek(offset);
            in.readFully(bytes);
            int end = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf('\n') + 1;
            offset += end;
            List<Said> news = new String(bytes, 0, end, StandardCharsets.UTF_8)
                    .lines()
                    .map(MAPPER::readTree)
                    .filter(bubble -> bubble.path("author").asString().equals("bot"))
                    .map(Phones::said)
                    .toList();
            said.addAll(news);
            return news;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Said said(JsonNode bubble) {
        StringBuilder text = new StringBuilder(bubble.path("title").asString());
        bubble.path("parts")
                .forEach(part -> text.append('\n').append(part.path("text").asString()));
        List<String> actions = StreamSupport.stream(bubble.path("buttons").spliterator(), false)
                .map(button -> button.path("action").asString())
                .toList();
        return new Said(
                bubble.path("id").asString(),
                bubble.path("conversation").asString(),
                Instant.parse(bubble.path("at").asString()),
                text.toString(),
                actions);
    }

    /** Everything that the bot has said so far. */
    List<Said> all() {
        look();
        return List.copyOf(said);
    }
}
