package uk.schoolgate.app.wiring;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the bot is made of. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = MailSenderAutoConfiguration.class)
@Import({
    SealingWiring.class,
    RedisWiring.class,
    MailWiring.class,
    WorkerWiring.class,
    PlaygroundWiring.class,
    TeamsWiring.class,
    WhatsAppWiring.class,
    SimulatorWiring.class,
    ActuatorGuard.class,
    ReadyNotice.class
})
class ServerConfiguration {}
