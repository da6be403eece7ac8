package uk.schoolgate.app.wiring;

import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import uk.schoolgate.app.playground.Carrier;
import uk.schoolgate.app.playground.Casts;
import uk.schoolgate.app.playground.DirectCarrier;
import uk.schoolgate.app.playground.Mailboxes;
import uk.schoolgate.app.playground.PageController;
import uk.schoolgate.app.playground.PlaygroundChannel;
import uk.schoolgate.app.playground.PlaygroundController;
import uk.schoolgate.app.playground.SameSiteGuard;
import uk.schoolgate.app.playground.Stage;
import uk.schoolgate.app.settings.Settings;
import uk.schoolgate.app.worker.SchoolRegistry;
import uk.schoolgate.core.message.Channel;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.wording.Wording;

/** The page that plays the platforms; there only while no real one is. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("schoolgate.playground")
class PlaygroundWiring {
    @Bean(destroyMethod = "")
    Stage stage(DataFolder data) {
        return new Stage(data.path().resolve("playground").resolve("transcript.jsonl"));
    }

    /** Where Twilio is simulated, WhatsApp's own adapter is there instead. */
    @Bean
    @ConditionalOnBooleanProperty(name = "schoolgate.simulator", havingValue = false)
    Channel playgroundWhatsApp(Stage stage, Clock clock) {
        return new PlaygroundChannel(Platform.WHATSAPP, stage, clock);
    }

    @Bean
    Channel playgroundTeams(Stage stage, Clock clock) {
        return new PlaygroundChannel(Platform.TEAMS, stage, clock);
    }

    /** Pages hold a connection open; the server would wait for them when it stops. */
    @Bean
    ApplicationListener<ContextClosedEvent> curtain(Stage stage) {
        return event -> stage.close();
    }

    @Bean
    Casts casts(SchoolRegistry schools, Settings settings, Wording wording) {
        return Casts.of(schools.folders(), settings.twilioSimulated(), wording);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "schoolgate.simulator", havingValue = false)
    Carrier whatsAppCarrier(Stage stage, Intake intake) {
        return new DirectCarrier(Platform.WHATSAPP, stage, intake);
    }

    @Bean
    Carrier teamsCarrier(Stage stage, Intake intake) {
        return new DirectCarrier(Platform.TEAMS, stage, intake);
    }

    @Bean
    PlaygroundController playgroundController(
            Casts casts,
            Stage stage,
            List<Carrier> carriers,
            SchoolRegistry schools,
            MailWiring.MailFolder mail,
            Clock clock) {
        return new PlaygroundController(casts, stage, carriers, new Mailboxes(mail.path()), schools::isReady, clock);
    }

    @Bean
    PageController pageController() {
        return new PageController();
    }

    @Bean
    FilterRegistrationBean<SameSiteGuard> sameSiteFilter() {
        FilterRegistrationBean<SameSiteGuard> registration = new FilterRegistrationBean<>(new SameSiteGuard());
        registration.addUrlPatterns("/", "/assets/*", "/playground/*");
        return registration;
    }

    @Bean
    ApplicationListener<PayloadApplicationEvent<MailWiring.MailSent>> mailNews(Stage stage) {
        return event -> stage.mailArrived();
    }
}
