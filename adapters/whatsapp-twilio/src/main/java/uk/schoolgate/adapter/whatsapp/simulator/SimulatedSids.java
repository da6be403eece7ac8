package uk.schoolgate.adapter.whatsapp.simulator;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids as Twilio gives them: two letters and 32 hex digits. */
final class SimulatedSids {
    private SimulatedSids() {}

    /** One that was never given before, not by an earlier run either: the bot takes a known one for a copy. */
    static String next(String kind) {
        return kind + UUID.randomUUID().toString().replace("-", "");
    }

    /** The one of an event: the same event has the same one. */
    static String of(String kind, String event) {
        return kind
                + UUID.nameUUIDFromBytes(event.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
    }
}
