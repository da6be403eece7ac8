package uk.schoolgate.adapter.whatsapp.media;

import java.time.Duration;
import java.util.Optional;

/** What became of one attempt to fetch an attachment. */
sealed interface Fetched {
    /** The attachment, whole. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; handed on once
    record Content(byte[] bytes) implements Fetched {}

    /** It is larger than allowed; the rest of it was not taken. */
    record TooLarge() implements Fetched {}

    /** It is not at Twilio, any more or at all. */
    record NotThere() implements Fetched {}

    /**
     * Twilio does not give it just now.
     *
     * @param reason for a log: numbers alone
     * @param notBefore how long Twilio asked us to wait, if it said
     */
    record NotNow(String reason, Optional<Duration> notBefore) implements Fetched {}
}
