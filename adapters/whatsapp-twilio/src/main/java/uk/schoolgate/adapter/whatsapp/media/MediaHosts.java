package uk.schoolgate.adapter.whatsapp.media;

import java.net.URI;
import java.util.Locale;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;

/** Where Twilio keeps files: the hosts to which its API may send us on for one. */
final class MediaHosts {
    private static final int HTTPS = 443;

    private MediaHosts() {}

    static boolean mayBeAsked(URI url, TwilioAccount account) {
        if (account.apiBase().isPresent()) {
            // A stand-in for all of Twilio's hosts stands in for this one too.
            return TwilioResource.Names.origin(account.apiBase().get()).equals(TwilioResource.Names.origin(url));
        }
        boolean plain = "https".equals(url.getScheme())
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && (url.getPort() == -1 || url.getPort() == HTTPS);
        return plain && isTwilios(url.getHost().toLowerCase(Locale.ROOT), String.valueOf(url.getRawPath()));
    }

    private static boolean isTwilios(String host, String path) {
        return host.endsWith(".twilio.com")
                || host.endsWith(".twiliocdn.com")
                // From before it had hosts of its own: a bucket in a store that others use too.
                || (host.equals("s3-external-1.amazonaws.com") && path.startsWith("/media.twiliocdn.com/"));
    }
}
