package uk.schoolgate.app.wiring;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.schoolgate.adapter.teams.TeamsBot;
import uk.schoolgate.app.settings.Settings;
import uk.schoolgate.app.teams.TeamsController;
import uk.schoolgate.app.teams.TeamsParts;
import uk.schoolgate.app.worker.SchoolRegistry;
import uk.schoolgate.core.message.Channel;
import uk.schoolgate.core.message.Directory;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.wording.Wording;

/** Microsoft Teams; there only where its settings are given. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("schoolgate.teams")
class TeamsWiring {
    @Bean
    TeamsBot teamsBot(
            Settings settings, SchoolRegistry schools, Intake intake, Notebook notebook, Wording wording, Clock clock) {
        TeamsBot bot = new TeamsBot(
                TeamsParts.settings(settings.teams().orElseThrow()),
                () -> TeamsParts.served(schools.folders()),
                intake,
                notebook,
                wording,
                clock);
        Thread.ofPlatform().daemon().name("teams-keys").start(bot::warmUp);
        return bot;
    }

    @Bean
    Channel teamsChannel(TeamsBot bot) {
        return bot.channel();
    }

    @Bean
    Directory teamsDirectory(TeamsBot bot) {
        return bot.directory();
    }

    @Bean
    TeamsController teamsController(TeamsBot bot) {
        return new TeamsController(bot.door());
    }
}
