package uk.schoolgate.core.message;

import java.time.Duration;
import java.util.Optional;
import uk.schoolgate.core.school.SchoolCode;

/**
 * What a platform's adapter has to remember: under which URL a chat is reached, which card was sent where. A note follows
 * from what the platform said, so writing it again changes nothing; what has effects goes through a commit instead. Notes
 * are stored sealed, and their keys as pseudonyms. Both methods throw {@link StoreUnavailableException} when the store
 * cannot be reached. Adapter: Redis.
 */
public interface Notebook {
    /** For platforms that have nothing to remember. */
    Notebook FORGETFUL = new Notebook() {
        @Override
        public Optional<String> read(SchoolCode school, String key) {
            return Optional.empty();
        }

        @Override
        public void write(SchoolCode school, String key, String text, Duration life) {
            // Nothing is remembered.
        }
    };

    /** The note of that key, if there is one that has not run out. */
    Optional<String> read(SchoolCode school, String key);

    /** Writes a note over an earlier one of the same key; an empty text erases it. */
    void write(SchoolCode school, String key, String text, Duration life);
}
