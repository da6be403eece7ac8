package uk.schoolgate.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** {@code trial} on a chat of years, in little memory: with {@code -Dschoolgate.trial.messages=100000}. */
@EnabledIfSystemProperty(
        named = "schoolgate.trial.messages",
        matches = "\\d+",
        disabledReason = "a long chat takes minutes: run it with -Dschoolgate.trial.messages=100000")
class TrialLoadIT {
    private static final int MESSAGES = Integer.getInteger("schoolgate.trial.messages", 100_000);
    private static final int PROGRESS_EVERY = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final DateTimeFormatter ANDROID = DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm");
    private static final List<String> TEXTS = List.of(
            "Does anyone know if it's PE tomorrow?",
            "Thanks for organising the cake sale, it was lovely\nSee you all next year",
            "What time does the disco finish on Friday?",
            "ok",
            "<Media omitted>",
            "Mrs Prentice is useless, a complete waste of space",
            "This message was deleted");

    @TempDir
    Path folder;

    private Path chat() throws IOException {
        Path chat = folder.resolve("chat.txt");
        LocalDateTime at = LocalDateTime.of(2023, 9, 4, 8, 0);
        try (BufferedWriter writer = Files.newBufferedWriter(chat)) {
            for (int i = 0; i < MESSAGES; i++) {
                at = at.plusMinutes(i % 30);
                writer.write(at.format(ANDROID) + " - Parent " + i % 40 + ": " + TEXTS.get(i % TEXTS.size()) + "\n");
            }
        }
        return chat;
    }

    @Test
    void aChatOfYearsIsScreenedWithinMinutesInLittleMemory() throws IOException {
        long start = System.nanoTime();
        Bot.Ended ended =
                Bot.run(PATIENCE, folder, Map.of("JAVA_TOOL_OPTIONS", "-Xmx512m"), "trial", chat().toString());
        System.out.println(MESSAGES + " messages in "
                + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said()).contains(MESSAGES + " entries").doesNotContain("OutOfMemory");
        assertThat(ended.said().lines().filter(line -> line.endsWith(" of about " + MESSAGES + " entries")))
                .as("progress")
                .hasSizeBetween(MESSAGES / 2 / PROGRESS_EVERY, MESSAGES / PROGRESS_EVERY);
    }
}
