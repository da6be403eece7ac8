package uk.schoolgate.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** How a bot is started, up to the arguments of Schoolgate's own. */
final class Program {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path FOLDER = Path.of("target", "unpacked").toAbsolutePath();
    private static final Path CACHE = FOLDER.resolve("classes.aot");
    /** Of which jar it was made. */
    private static final Path LAID_OUT = FOLDER.resolve("jar.crc");

    /** Half of the processor that the jar needs to start goes into compiling what runs for a minute in most tests. */
    private static final String QUICK_TO_START = "-XX:TieredStopAtLevel=1";

    private static final boolean MEASURES = Stream.of("drill", "schoolgate.load.seconds", "schoolgate.trial.messages")
            .anyMatch(measuring -> System.getProperty(measuring) != null);

    private static boolean isLaidOut;

    private Program() {}

    static Path jar() {
        return Path.of(System.getProperty("schoolgate.jar", ""))
                .toAbsolutePath()
                .normalize();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The executable jar. */
    static List<String> ofTheJar() {
        return List.of(java(), QUICK_TO_START, "-jar", jar().toString());
    }

    /**
     * As most tests start it: what is inside the jar, laid out with a cache of its classes as in our image. To find and load
     * them is half of the work of a start, and the tests start dozens of bots. Whatever measures gets the jar, and a JVM as
     * a school has it.
     */
    static List<String> usual() {
        if (MEASURES) {
            return List.of(java(), "-jar", jar().toString());
        }
        layOut();
        return List.of(java(), QUICK_TO_START, "-XX:AOTCache=" + CACHE, "-jar", laidOutJar());
    }

    private static String laidOutJar() {
        return FOLDER.resolve(jar().getFileName()).toString();
    }

    private static synchronized void layOut() {
        if (isLaidOut) {
            return;
        }
        try {
            String checksum = checksum(jar());
            if (!Files.exists(LAID_OUT) || !Files.readString(LAID_OUT).equals(checksum)) {
                Files.deleteIfExists(CACHE);
                Bot.Ended extracted = Bot.run(
                        List.of(java(), "-Djarmode=tools", "-jar", jar().toString()),
                        PATIENCE,
                        Files.createDirectories(FOLDER),
                        Map.of(),
                        "extract",
                        "--force",
                        "--destination",
                        FOLDER.toString());
                if (extracted.code() != 0) {
                    throw new AssertionError(extracted.said());
                }
                learnClasses();
                Files.writeString(LAID_OUT, checksum);
            }
            isLaidOut = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every build gives its jar the same date. */
    private static String checksum(Path file) throws IOException {
        CRC32 sum = new CRC32();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(file), sum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Long.toHexString(sum.getValue());
    }

    /** A bot that starts, reads its policies and is stopped writes down which classes that took. */
    private static void learnClasses() throws IOException {
        Path home = Files.createTempDirectory(FOLDER, "home");
        List<String> program = List.of(java(), QUICK_TO_START, "-XX:AOTCacheOutput=" + CACHE, "-jar", laidOutJar());
        Bot bot = Bot.launch(program, home, Map.of(), Bot.freePort());
        bot.awaitWorking();
        bot.stop(PATIENCE);
    }
}
