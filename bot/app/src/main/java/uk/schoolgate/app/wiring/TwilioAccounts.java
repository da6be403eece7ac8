package uk.schoolgate.app.wiring;

import java.net.URI;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.app.settings.Settings;

/** The Twilio account that the settings name. */
public final class TwilioAccounts {
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
                twilio.passWhenLate());
    }
}
