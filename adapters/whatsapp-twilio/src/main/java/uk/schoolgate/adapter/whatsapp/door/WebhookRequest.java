package uk.schoolgate.adapter.whatsapp.door;

import org.jspecify.annotations.Nullable;

/**
 * A webhook as it came over the wire.
 *
 * @param rawUri path and query, undecoded
 * @param signature the header {@code X-Twilio-Signature}; null where it is missing
 * @param contentType the header {@code Content-Type}; null where it is missing
 * @param body as it came, unparsed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; made once for every webhook
public record WebhookRequest(
        String rawUri, @Nullable String signature, @Nullable String contentType, byte[] body) {
    /** A body longer than this is none of Twilio's; whoever reads one off the wire can stop here. */
    public static final int LONGEST_BODY = 256 * 1024;
}
