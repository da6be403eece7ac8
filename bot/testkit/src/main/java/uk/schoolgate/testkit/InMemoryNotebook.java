package uk.schoolgate.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import uk.schoolgate.core.keeping.Archive;
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

    /** All notes of a school. */
    List<Archive.Note> all(SchoolCode school) {
        String prefix = school + "/";
        return notes.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .sorted()
                .flatMap(key -> read(school, key).map(text -> new Archive.Note(key, text)).stream())
                .toList();
    }

    /** Puts another text in the place of a note's, unless somebody else just did. */
    boolean rewrite(SchoolCode school, Archive.Note note, String text) {
        if (!read(school, note.key()).equals(Optional.of(note.text()))) {
            return false;
        }
        notes.computeIfPresent(
                school + "/" + note.key(), (key, old) -> text.isEmpty() ? null : new Note(text, old.until()));
        return true;
    }
}
