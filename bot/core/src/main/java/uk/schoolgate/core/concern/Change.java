package uk.schoolgate.core.concern;

import java.time.Instant;

/**
 * What became of a message after it was written, as far as the platform or its author told.
 *
 * @param kind what happened
 * @param text how it read after an edit; empty otherwise, and where the new words are nobody's business here
 * @param at when
 */
public record Change(Kind kind, String text, Instant at) {
    /** What can become of a message. */
    public enum Kind {
        /** It was changed, and still needs a person. */
        EDITED,
        /** It was changed so that nothing is wrong with it any more. */
        MENDED,
        /** The platform says that it was deleted. */
        DELETED,
        /** Its author says that it is gone. */
        TAKEN_BACK
    }

    /** Whether what was wrong is gone from the group. */
    boolean ends() {
        return kind != Kind.EDITED;
    }
}
