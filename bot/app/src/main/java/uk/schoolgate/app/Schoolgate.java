package uk.schoolgate.app;

import java.util.logging.Level;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import uk.schoolgate.app.command.AskCommand;
import uk.schoolgate.app.command.AuditCommand;
import uk.schoolgate.app.command.CheckCommand;
import uk.schoolgate.app.command.CommandFailedException;
import uk.schoolgate.app.command.DecideCommand;
import uk.schoolgate.app.command.EraseCommand;
import uk.schoolgate.app.command.EvidenceCommand;
import uk.schoolgate.app.command.ExportCommand;
import uk.schoolgate.app.command.IncidentsCommand;
import uk.schoolgate.app.command.ScreenCommand;
import uk.schoolgate.app.command.ServeCommand;
import uk.schoolgate.app.command.TrialCommand;
import uk.schoolgate.app.command.WhatsAppCommand;
import uk.schoolgate.app.evaluation.EvaluateAnswersCommand;
import uk.schoolgate.app.evaluation.EvaluateCommand;
import uk.schoolgate.app.teams.TeamsCommand;

/** The command line. */
@Command(
        name = "schoolgate",
        mixinStandardHelpOptions = true,
        version = "Schoolgate 0.1.0",
        description =
                "A chat bot for schools: answers policy questions, flags what crosses a line, hands over incidents.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:done, but something was wrong with the input", "2:not done; the message says why"},
        subcommands = {
            ServeCommand.class,
            AskCommand.class,
            ScreenCommand.class,
            TrialCommand.class,
            CheckCommand.class,
            IncidentsCommand.class,
            DecideCommand.class,
            AuditCommand.class,
            EvidenceCommand.class,
            ExportCommand.class,
            EraseCommand.class,
            EvaluateCommand.class,
            EvaluateAnswersCommand.class,
            WhatsAppCommand.class,
            TeamsCommand.class
        })
public final class Schoolgate {
    private static final int NOT_DONE = 2;

    private Schoolgate() {}

    /** Runs a command and ends with its exit code; {@code serve} keeps running. */
    public static void main(String[] arguments) {
        int code = run(arguments);
        if (code != ServeCommand.KEEPS_RUNNING) {
            System.exit(code);
        }
    }

    static int run(String... arguments) {
        // Libraries that log through the JDK would write into what the commands say; the server routes them elsewhere.
        LogManager.getLogManager().getLogger("").setLevel(Level.SEVERE);
        CommandLine line = new CommandLine(new Schoolgate());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof CommandFailedException) {
                command.getErr().println(failure.getMessage());
                return NOT_DONE;
            }
            throw failure;
        });
        if (arguments.length == 0) {
            line.usage(line.getErr());
            return NOT_DONE;
        }
        return line.execute(arguments);
    }
}
