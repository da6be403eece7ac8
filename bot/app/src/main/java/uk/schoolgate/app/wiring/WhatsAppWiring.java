package uk.schoolgate.app.wiring;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.schoolgate.adapter.redis.RedisStore;
import uk.schoolgate.adapter.whatsapp.Languages;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.door.CatchUp;
import uk.schoolgate.adapter.whatsapp.door.TwilioDoor;
import uk.schoolgate.adapter.whatsapp.export.ExportSummary;
import uk.schoolgate.adapter.whatsapp.media.ExportedChats;
import uk.schoolgate.adapter.whatsapp.media.TwilioMedia;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi;
import uk.schoolgate.adapter.whatsapp.sending.WhatsAppChannel;
import uk.schoolgate.adapter.whatsapp.simulator.TwilioSimulator;
import uk.schoolgate.app.settings.Settings;
import uk.schoolgate.app.worker.Rounds;
import uk.schoolgate.app.worker.SchoolRegistry;
import uk.schoolgate.core.flow.DocumentReader;
import uk.schoolgate.core.flow.HoldDesk;
import uk.schoolgate.core.message.Channel;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.wording.Wording;

/** WhatsApp through Twilio, where the settings name an account or ask for one that is played. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("schoolgate.whatsapp")
class WhatsAppWiring {
    private static final Logger log = LoggerFactory.getLogger(WhatsAppWiring.class);

    /** A file of the largest size over a slow line. */
    private static final Duration DOWNLOAD = Duration.ofSeconds(60);

    private static final Duration CATCH_UP_FIRST = Duration.ofSeconds(5);
    private static final Duration CATCH_UP_EVERY = Duration.ofMinutes(5);

    @Bean
    TwilioAccount twilioAccount(Settings settings, Optional<TwilioSimulator> simulator) {
        return simulator.map(TwilioSimulator::account).orElseGet(() -> TwilioAccounts.of(settings));
    }

    @Bean
    ServedSchools servedOnWhatsApp(SchoolRegistry schools) {
        return () -> schools.folders().stream()
                .map(folder -> new ServedSchools.Served(folder.school(), folder.roll()))
                .toList();
    }

    @Bean
    Languages languagesOnWhatsApp(RedisStore store) {
        return (school, person) -> Wording.in(store.casebook().languageOf(school, person));
    }

    @Bean
    Channel whatsAppChannel(
            TwilioAccount account, ServedSchools served, RedisStore store, Languages languages, Clock clock) {
        return new WhatsAppChannel(
                account, new TwilioApi(account, TwilioAccounts.PATIENCE), served, store.notebook(), languages, clock);
    }

    @Bean
    TwilioMedia twilioMedia(TwilioAccount account) {
        return new TwilioMedia(account, ExportSummary.LARGEST_FILE, DOWNLOAD);
    }

    @Bean
    DocumentReader exportedChats(TwilioMedia media) {
        return new ExportedChats(media);
    }

    @Bean
    ServletRegistrationBean<TwilioWebhooks> twilioWebhooks(
            TwilioAccount account,
            ServedSchools served,
            SchoolRegistry schools,
            RedisStore store,
            Intake intake,
            Languages languages,
            Clock clock) {
        TwilioDoor door =
                TwilioDoor.of(account, served, store.notebook(), intake, HoldDesk.judge(schools), languages, clock);
        return new ServletRegistrationBean<>(new TwilioWebhooks(door), "/webhooks/twilio/*");
    }

    /** Twilio's hooks are not repeated, so what a group said while the bot or its store was away is asked for. */
    @Bean
    Rounds catchingUp(
            TwilioAccount account,
            ServedSchools served,
            RedisStore store,
            Intake intake,
            Languages languages,
            Clock clock) {
        TwilioApi api = new TwilioApi(account, TwilioAccounts.PATIENCE);
        CatchUp catchUp = new CatchUp(account, api, served, store.notebook(), intake, languages, clock);
        return new Rounds("catching-up", CATCH_UP_FIRST, CATCH_UP_EVERY, () -> tell(catchUp.look()));
    }

    private static void tell(CatchUp.Look look) {
        if (look.broughtIn() > 0) {
            log.warn(
                    "{} messages of hosted groups that no hook had brought were fetched from Twilio", look.broughtIn());
        }
        look.problems().forEach(problem -> log.warn("hosted groups could not be looked through: {}", problem));
    }
}
