package uk.schoolgate.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.school.SchoolCode;

/** Notes in memory. */
public final class InMemoryNotebook implements Notebook {
    private final Clock clock;
    private final Map<String, Note> notes = new ConcurrentHashMap<>();

    private record Note(String text, Instant until) {}

    public InMemoryNotebook(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<String> read(SchoolCode school, String key) {
        return Optional.ofNullable(notes.get(school + "/" + key))
                .filter(note -> note.until().isAfter(clock.instant()))
                .map(Note::text);
    }

    @Override
    public void write(SchoolCode school, String key, String text, Duration life) {
        if (text.isEmpty()) {
            notes.remove(school + "/" + key);
        } else {
            notes.put(school + "/" + key, new Note(text, clock.instant().plus(life)));
        }
    }
}
