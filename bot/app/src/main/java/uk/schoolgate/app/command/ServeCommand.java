package uk.schoolgate.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import uk.schoolgate.app.school.BadSchoolException;
import uk.schoolgate.app.settings.SettingsException;
import uk.schoolgate.app.wiring.Server;

/** {@code serve}: runs the bot. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the bot. Settings are environment variables; see the README for the table.",
            "Without any, it serves the fictional school on http://localhost:8080."
        })
public final class ServeCommand implements Callable<Integer> {
    /** Stands for "the server is running"; never an exit code. */
    public static final int KEEPS_RUNNING = -1;

    @Override
    public Integer call() {
        try {
            Server.start();
            return KEEPS_RUNNING;
        } catch (SettingsException | BadSchoolException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        }
    }
}
