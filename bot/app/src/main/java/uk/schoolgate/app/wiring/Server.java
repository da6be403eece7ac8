package uk.schoolgate.app.wiring;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.app.school.SchoolFolders;
import uk.schoolgate.app.school.ShippedSchool;
import uk.schoolgate.app.settings.Settings;
import uk.schoolgate.app.settings.SettingsException;
import uk.schoolgate.app.settings.SettingsReader;
import uk.schoolgate.app.worker.SchoolRegistry;
import uk.schoolgate.core.wording.Wording;

/** Starts the bot. What can be wrong in the settings or a school's folder is found before anything else starts. */
public final class Server {
    private Server() {}

    /** Starts the bot with the settings of the environment. */
    public static ConfigurableApplicationContext start() {
        return start(System.getenv());
    }

    /**
     * Starts the bot.
     *
     * @param environment settings by name
     * @param arguments Spring's own, in the form {@code --name=value}
     */
    public static ConfigurableApplicationContext start(Map<String, String> environment, String... arguments) {
        Settings settings = SettingsReader.read(environment);
        requireFree(settings.port());
        DataFolder data = DataFolder.open(settings.data());
        try {
            PhoneNumberParser phones = new PhoneNumberParser();
            Path where = settings.school().orElseGet(() -> ShippedSchool.layOut(data.path()));
            List<SchoolFolder> folders = SchoolFolders.read(where, phones);
            Clock clock = Clock.systemUTC();
            Wording wording = Wording.english();
            SchoolRegistry schools = new SchoolRegistry(folders, phones, wording, clock);
            return application(settings, data, schools, wording, clock).run(springArguments(settings, arguments));
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    /** Found out before anything else has started, so that the message is not lost among others. */
    private static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new SettingsException(List.of(
                    "port " + port + " is in use by another program: stop it, or name another port with SERVER_PORT"));
        }
    }

    private static SpringApplication application(
            Settings settings, DataFolder data, SchoolRegistry schools, Wording wording, Clock clock) {
        return new SpringApplicationBuilder(ServerConfiguration.class)
                .bannerMode(Banner.Mode.OFF)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(Settings.class, () -> settings);
                    beans.registerBean(DataFolder.class, () -> data);
                    beans.registerBean(Clock.class, () -> clock);
                    beans.registerBean(Wording.class, () -> wording);
                    beans.registerBean(SchoolRegistry.class, () -> schools);
                })
                .build();
    }

    private static String[] springArguments(Settings settings, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--server.port=" + settings.port());
        all.add("--schoolgate.playground=" + settings.playgroundOn());
        all.add("--schoolgate.teams=" + settings.teams().isPresent());
        all.add("--schoolgate.whatsapp=" + (settings.twilio().isPresent() || settings.twilioSimulated()));
        all.add("--schoolgate.simulator=" + settings.twilioSimulated());
        if (settings.playgroundOn()) {
            // The playground lets anybody be anybody: nobody but this computer may reach it.
            all.add("--server.address=127.0.0.1");
        }
        return all.toArray(String[]::new);
    }
}
