package uk.schoolgate.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lets processes run half of the time each, the first two and then the next two in turns: so four that are held on two cores
 * have what four slower machines would give them, whatever the number of them that is compared.
 */
final class Halves implements AutoCloseable {
    /** It ends with the tests, and leaves nobody stopped. */
    private static final String TURNS = """
            tell() { [ -z "$2" ] || kill -"$1" $2 2>/dev/null; }
            while kill -0 "$TESTS" 2>/dev/null; do
              tell CONT "$ODD"; tell STOP "$EVEN"; sleep 0.05
              tell CONT "$EVEN"; tell STOP "$ODD"; sleep 0.05
            done
            tell CONT "$ODD"; tell CONT "$EVEN"
            """;

    private static final int AT_ONCE = 2;

    private final Process turns;

    private Halves(Process turns) {
        this.turns = turns;
    }

    /** @param bots at most four */
    static Halves of(List<Bot> bots) {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", TURNS);
        builder.environment().put("TESTS", Long.toString(ProcessHandle.current().pid()));
        builder.environment().put("ODD", pids(bots.subList(0, Math.min(AT_ONCE, bots.size()))));
        builder.environment().put("EVEN", pids(bots.subList(Math.min(AT_ONCE, bots.size()), bots.size())));
        try {
            return new Halves(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pids(List<Bot> bots) {
        return bots.stream().map(bot -> Long.toString(bot.pid())).collect(Collectors.joining(" "));
    }

    /** Some stay stopped; whoever held them to halves is done with them. */
    @Override
    public void close() {
        turns.destroyForcibly();
    }
}
