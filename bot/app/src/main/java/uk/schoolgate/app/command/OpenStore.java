package uk.schoolgate.app.command;

import uk.schoolgate.app.settings.SettingsException;
import uk.schoolgate.app.wiring.LiveStore;

/** Where the commands find the bot's store: in the same environment variables as {@code serve}. */
final class OpenStore {
    /** What each of these commands says at the end of its help. */
    static final String FOOTER =
            "The store is the bot's own: REDIS_URL and EVIDENCE_KEYS, or SCHOOLGATE_DATA, as for serve.";

    private OpenStore() {}

    /**
     * Opens the store.
     *
     * @throws CommandFailedException when there is none; the message says what to do
     */
    static LiveStore open() {
        try {
            return LiveStore.open(System.getenv());
        } catch (SettingsException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        }
    }
}
