package uk.schoolgate.app.teams;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.schoolgate.adapter.teams.ServedSchools.Served;
import uk.schoolgate.adapter.teams.setup.Doctor;
import uk.schoolgate.app.command.CommandFailedException;
import uk.schoolgate.app.command.SchoolOption;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.app.settings.Settings;
import uk.schoolgate.app.settings.SettingsException;
import uk.schoolgate.app.settings.SettingsReader;
import uk.schoolgate.app.wiring.LiveStore;
import uk.schoolgate.core.message.Notebook;

/** {@code teams doctor}: says what is still to be mended before the bot works in Teams. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Checks tokens, endpoint, installation and consent of the bot in Teams, and says what to mend.",
            "It reads the same settings as serve, which should be running."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing to mend", "1:something to mend", "2:not done"})
final class TeamsDoctorCommand implements Callable<Integer> {
    @Mixin
    private final SchoolOption school = new SchoolOption();

    @Option(
            names = "--service-url",
            paramLabel = "URL",
            defaultValue = "https://smba.trafficmanager.net/teams/",
            description = "the Connector to ask about groups")
    private String serviceUrl = "https://smba.trafficmanager.net/teams/";

    @Option(
            names = "--graph",
            paramLabel = "URL",
            defaultValue = "https://graph.microsoft.com/v1.0",
            description = "Microsoft Graph, to ask about consent")
    private URI graph = URI.create("https://graph.microsoft.com/v1.0");

    private final Map<String, String> environment;

    TeamsDoctorCommand() {
        this(System.getenv());
    }

    /** @param environment settings by name */
    TeamsDoctorCommand(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() {
        Settings settings = settings();
        Settings.Teams teams = settings.teams()
                .orElseThrow(() -> new CommandFailedException(
                        "Teams is off: set TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID"));
        SchoolFolder folder = school.read(new PhoneNumberParser());
        try (LiveStore live = LiveStore.open(environment)) {
            return examine(settings, teams, folder, live.store().notebook());
        } catch (SettingsException e) {
            System.out.println("mend  what the bot has noted cannot be looked at: "
                    + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
            examine(settings, teams, folder, Notebook.FORGETFUL);
            return 1;
        }
    }

    private int examine(Settings settings, Settings.Teams teams, SchoolFolder folder, Notebook notebook) {
        Doctor doctor = new Doctor(
                TeamsParts.settings(teams), settings.publicUrl(), serviceUrl, graph, notebook, Clock.systemUTC());
        List<Doctor.Finding> findings = doctor.examine(List.of(new Served(folder.school(), folder.roll())));
        findings.forEach(finding -> System.out.println((finding.good() ? "ok    " : "mend  ") + finding.text()));
        return findings.stream().allMatch(Doctor.Finding::good) ? 0 : 1;
    }

    private Settings settings() {
        try {
            return SettingsReader.read(environment);
        } catch (SettingsException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        }
    }
}
