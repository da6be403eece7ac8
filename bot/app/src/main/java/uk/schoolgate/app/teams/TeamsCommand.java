package uk.schoolgate.app.teams;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code teams}: what a school's Microsoft 365 administrator needs. */
@Command(
        name = "teams",
        mixinStandardHelpOptions = true,
        description = "Sets Microsoft Teams up: makes the app package, and says what is still to be mended.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TeamsPackageCommand.class, TeamsDoctorCommand.class})
public final class TeamsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name one of: package, doctor");
    }
}
