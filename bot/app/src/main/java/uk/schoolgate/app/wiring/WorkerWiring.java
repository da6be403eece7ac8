package uk.schoolgate.app.wiring;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.schoolgate.adapter.redis.RedisStore;
import uk.schoolgate.adapter.whatsapp.people.WaitingRoom;
import uk.schoolgate.app.school.LayeredVectors;
import uk.schoolgate.app.school.VectorFile;
import uk.schoolgate.app.settings.Settings;
import uk.schoolgate.app.worker.Housekeeping;
import uk.schoolgate.app.worker.Rounds;
import uk.schoolgate.app.worker.SchoolRegistry;
import uk.schoolgate.app.worker.Workers;
import uk.schoolgate.core.flow.Casebook;
import uk.schoolgate.core.flow.Copies;
import uk.schoolgate.core.flow.DocumentReader;
import uk.schoolgate.core.flow.IncomingWorker;
import uk.schoolgate.core.flow.OutgoingWorker;
import uk.schoolgate.core.flow.PlatformParts;
import uk.schoolgate.core.keeping.RetentionSweep;
import uk.schoolgate.core.message.Channel;
import uk.schoolgate.core.message.Directory;
import uk.schoolgate.core.message.Mailer;
import uk.schoolgate.core.message.SourceCopies;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.sealing.Sealer;

/** The work: what comes in is handled, what goes out is sent. */
@Configuration(proxyBeanMethods = false)
class WorkerWiring {
    @Bean
    SourceCopies sourceCopies(Settings settings, Clock clock) {
        return TwilioAccounts.copies(settings, clock);
    }

    @Bean
    Workers workers(
            SchoolRegistry schools,
            RedisStore store,
            Casebook casebook,
            Sealer sealer,
            List<Channel> channels,
            Mailer mailer,
            Optional<Directory> directory,
            Optional<DocumentReader> documents,
            SourceCopies copies,
            Clock clock) {
        Map<Platform, Channel> byPlatform =
                channels.stream().collect(Collectors.toMap(Channel::platform, Function.identity()));
        PlatformParts platforms = new PlatformParts(
                directory.orElse(Directory.NONE), store.notebook(), documents.orElse(DocumentReader.NONE), copies);
        return new Workers(
                schools,
                store.intake(),
                clock,
                new LayeredVectors(VectorFile.shipped(), store.vectors()),
                store.incoming(),
                new IncomingWorker(schools, casebook, sealer, clock, platforms),
                store.outgoing(),
                new OutgoingWorker(schools, casebook, byPlatform, mailer, platforms, clock));
    }

    @Bean
    Rounds housekeeping(SchoolRegistry schools, RedisStore store, SourceCopies copies, Clock clock) {
        Housekeeping housekeeping = new Housekeeping(
                schools, new RetentionSweep(store.archive(), WaitingRoom.editor(), new Copies(copies), clock));
        return new Rounds("housekeeping", Duration.ofMinutes(1), Duration.ofMinutes(15), housekeeping::sweepAll);
    }

    @Bean
    HealthIndicator policiesHealthIndicator(SchoolRegistry schools) {
        return () ->
                schools.isReady() ? Health.up().build() : Health.outOfService().build();
    }
}
