package uk.schoolgate.app.playground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the playground's phones show, kept in a file as the phones of real people would keep it: that Schoolgate itself
 * forgets a message does not take it off anybody's phone.
 */
final class Transcript {
    private static final Logger log = LoggerFactory.getLogger(Transcript.class);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path file;
    private final List<Bubble> bubbles = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private Transcript(Path file) {
        this.file = file;
    }

    static Transcript in(Path file) {
        Transcript transcript = new Transcript(file);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file)) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                endLastLine(file, text);
                text.lines().forEach(transcript::restore);
            }
            return transcript;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A crash can leave the last line half written; what is added next must not become part of it. */
    private static void endLastLine(Path file, String text) throws IOException {
        if (!text.isEmpty() && !text.endsWith("\n")) {
            Files.writeString(file, "\n", StandardOpenOption.APPEND);
        }
    }

    private void restore(String line) {
        try {
            remember(MAPPER.readValue(line, Bubble.class));
        } catch (JacksonException e) {
            // The message is safe in the store and comes again.
            log.warn("a line of the playground's transcript cannot be read and is left out");
        }
    }

    private boolean remember(Bubble bubble) {
        boolean isNew = ids.add(bubble.id());
        if (isNew) {
            bubbles.add(bubble);
        }
        return isNew;
    }

    /** Adds a message; false where it is there already. */
    synchronized boolean add(Bubble bubble) {
        if (ids.contains(bubble.id())) {
            return false;
        }
        try {
            byte[] line = (MAPPER.writeValueAsString(bubble) + "\n").getBytes(StandardCharsets.UTF_8);
            Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return remember(bubble);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized List<Bubble> all() {
        return List.copyOf(bubbles);
    }
}
