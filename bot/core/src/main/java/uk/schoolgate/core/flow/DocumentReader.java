package uk.schoolgate.core.flow;

import java.time.Duration;
import java.util.Optional;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.school.Platform;

/**
 * Reads documents that people send to the bot alone. It asks the platform that keeps them and may take seconds, so it is
 * called when a message is worked on, never at the door. Adapter: WhatsApp, which reads exported chats.
 */
public interface DocumentReader {
    /** For bots that read no documents. */
    DocumentReader NONE = new DocumentReader() {
        @Override
        public boolean takes(Platform platform, Media document) {
            return false;
        }

        @Override
        public Reading read(Media document, SchoolDesk desk) {
            return new Reading.NotNow("no documents are read here", Optional.empty());
        }
    };

    /** Whether it answers a document of that kind; it need not be one that it can read. */
    boolean takes(Platform platform, Media document);

    /**
     * Makes one attempt to fetch and read a document; nothing of it is kept.
     *
     * @param desk of the sender's school, in the sender's language
     */
    Reading read(Media document, SchoolDesk desk);

    /** What became of one attempt. */
    sealed interface Reading {
        /**
         * It was read, or it never can be.
         *
         * @param answer for the sender alone; where it cannot be read, it says what to do
         */
        record Answered(Content answer) implements Reading {}

        /**
         * Another document is being read just now; it is this one's turn later.
         *
         * @param after when to ask again
         */
        record Busy(Duration after) implements Reading {}

        /**
         * The platform does not give it just now.
         *
         * @param reason without names, numbers or text
         * @param notBefore how long the platform asked us to wait, if it said
         */
        record NotNow(String reason, Optional<Duration> notBefore) implements Reading {}
    }
}
