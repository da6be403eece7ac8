package uk.schoolgate.system;

import java.io.IOException;

/**
 * Holds a process to a third of the time: stopped for two hundredths of a second in three, again and again. So more bots
 * than cores have as much of one each as a single bot has.
 */
final class ShareOfACore implements AutoCloseable {
    private static final String STOP_AND_GO =
            "while kill -CONT \"$1\"; do sleep 0.01; kill -STOP \"$1\"; sleep 0.02; done";

    private final Process shell;
    private final long pid;

    private ShareOfACore(Process shell, long pid) {
        this.shell = shell;
        this.pid = pid;
    }

    static ShareOfACore of(long pid) throws IOException {
        Process shell = new ProcessBuilder("/bin/sh", "-c", STOP_AND_GO, "sh", Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new ShareOfACore(shell, pid);
    }

    /** Lets the process go on. */
    @Override
    public void close() throws IOException {
        shell.destroyForcibly();
        try {
            shell.waitFor();
            new ProcessBuilder("/bin/sh", "-c", "kill -CONT " + pid).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
