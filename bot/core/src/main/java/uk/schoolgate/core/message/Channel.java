package uk.schoolgate.core.message;

import uk.schoolgate.core.school.Platform;

/**
 * A way out to people on one platform. What comes in reaches the core through {@link Intake}. Adapters: WhatsApp
 * through Twilio, Teams through Bot Builder, and the playground, which plays either.
 */
public interface Channel {
    /** The platform whose conversations this channel reaches. */
    Platform platform();

    /**
     * Makes one attempt to deliver; retrying is the outbox's business.
     *
     * <p>Delivering the same {@link Outgoing.Chat#id()} twice shows it once where the platform lets us tell, as far as the
     * adapter can.
     *
     * @return what became of it; failures of the platform are results, not exceptions
     */
    SendResult deliver(Outgoing.Chat message);
}
