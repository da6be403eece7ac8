package uk.schoolgate.app.wiring;

import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import uk.schoolgate.app.settings.Settings;
import uk.schoolgate.app.worker.SchoolRegistry;

/** Says where to go as soon as there is something to see; reading the policies goes on behind it. */
class ReadyNotice implements ApplicationListener<WebServerInitializedEvent> {
    private static final Logger log = LoggerFactory.getLogger(ReadyNotice.class);

    private final Settings settings;
    private final SchoolRegistry schools;

    ReadyNotice(Settings settings, SchoolRegistry schools) {
        this.settings = settings;
        this.schools = schools;
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
        boolean isMain = event.getApplicationContext().getServerNamespace() == null;
        int port = event.getWebServer().getPort();
        if (isMain) {
            log.info("{}", notice(port));
        }
    }

    private String notice(int port) {
        String names =
                schools.folders().stream().map(folder -> folder.school().name()).collect(Collectors.joining(", "));
        return settings.playgroundOn()
                ? names + ": open http://localhost:" + port
                        + (settings.twilioSimulated() ? ", WhatsApp through a simulated Twilio" : "")
                        + " (Ctrl-C stops)"
                : names + " on port " + port;
    }
}
