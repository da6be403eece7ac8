package uk.schoolgate.app.wiring;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.media.TwilioCopies;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi;
import uk.schoolgate.app.settings.Settings;
import uk.schoolgate.core.message.SourceCopies;

/** The Twilio account that the settings name. */
public final class TwilioAccounts {
    /** For one call, and for the whole of a download. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private TwilioAccounts() {}

    /**
     * The account that the settings name.
     *
     * @throws IllegalStateException when they name none
     */
    public static TwilioAccount of(Settings settings) {
        Settings.Twilio twilio =
                settings.twilio().orElseThrow(() -> new IllegalStateException("the settings name no Twilio account"));
        String publicUrl = settings.publicUrl().map(URI::toString).orElse("");
        return new TwilioAccount(
                twilio.accountSid(),
                twilio.authToken().value(),
                twilio.groupNumber(),
                twilio.privateNumber(),
                publicUrl,
                twilio.apiBase(),
                twilio.passWhenLate(),
                twilio.eraseCopies());
    }

    /** What there is to erase at Twilio; nothing where the settings name no account. */
    static SourceCopies copies(Settings settings, Clock clock) {
        if (settings.twilio().isEmpty()) {
            return SourceCopies.LEFT_ALONE;
        }
        TwilioAccount account = of(settings);
        return TwilioCopies.of(account, new TwilioApi(account, PATIENCE), clock);
    }
}
