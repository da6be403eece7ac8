package uk.schoolgate.app.wiring;

import java.net.URI;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.schoolgate.adapter.whatsapp.simulator.TwilioSimulator;
import uk.schoolgate.app.playground.Carrier;
import uk.schoolgate.app.playground.Casts;
import uk.schoolgate.app.playground.ShippedTemplates;
import uk.schoolgate.app.playground.SimulatedCarrier;
import uk.schoolgate.app.playground.SimulatedPhones;
import uk.schoolgate.app.playground.Stage;

/** The playground's WhatsApp through its adapter and a Twilio that is played here; there only where it is asked for. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("schoolgate.simulator")
class SimulatorWiring {
    @Bean
    SimulatedPhones simulatedPhones(Stage stage, Casts casts, Clock clock) {
        return new SimulatedPhones(stage, casts, clock);
    }

    @Bean
    TwilioSimulator twilioSimulator(SimulatedPhones phones, Clock clock) {
        return TwilioSimulator.start(phones, ShippedTemplates.read(), clock);
    }

    /** The bot's port is known only when it listens. */
    @Bean
    ApplicationListener<WebServerInitializedEvent> simulatorConnection(TwilioSimulator simulator) {
        return event -> {
            if (event.getApplicationContext().getServerNamespace() == null) {
                simulator.connect(
                        URI.create("http://127.0.0.1:" + event.getWebServer().getPort()));
            }
        };
    }

    @Bean
    Carrier simulatedCarrier(TwilioSimulator simulator, Stage stage) {
        return new SimulatedCarrier(simulator, stage);
    }
}
