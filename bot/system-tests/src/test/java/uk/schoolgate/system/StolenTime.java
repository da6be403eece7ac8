package uk.schoolgate.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How much of the processors' time the host of a virtual machine gave to others, from Linux's {@code /proc/stat}: a figure
 * that was measured meanwhile says so much less about the bot.
 */
final class StolenTime {
    private static final Path STAT = Path.of("/proc/stat");
    /** In the line's order: user, nice, system, idle, iowait, irq, softirq, steal; what follows is part of the first. */
    private static final int STEAL = 7;

    private final long[] from = ticks();

    private StolenTime() {}

    static StolenTime fromNow() {
        return new StolenTime();
    }

    private static long[] ticks() {
        if (!Files.isReadable(STAT)) {
            return new long[STEAL + 1];
        }
        try {
            String line = Files.readAllLines(STAT).getFirst();
            return Arrays.stream(line.split(" +"))
                    .skip(1)
                    .limit(STEAL + 1)
                    .mapToLong(Long::parseLong)
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the report of a measurement that ends now. */
    @Override
    public String toString() {
        long[] to = ticks();
        long all = Arrays.stream(to).sum() - Arrays.stream(from).sum();
        return all == 0 ? "unknown" : 100 * (to[STEAL] - from[STEAL]) / all + " %";
    }
}
