package uk.schoolgate.adapter.mail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.text.Fingerprint;

/**
 * Which e-mails the server has taken, on the bot's own disk. A bot that is killed before the store knows asks here, and
 * doesn't send again. Holds a fingerprint of each e-mail and the server's answer, nothing that was written to anybody.
 */
public final class TakenMails {
    private static final Logger LOG = LoggerFactory.getLogger(TakenMails.class);
    /** An e-mail is tried for less than an hour; a bot that was away for days comes back to what it was about to send. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int FINGERPRINT_BYTES = 16;
    private static final int FIELDS = 3;

    private final Path file;
    private final Clock clock;
    private final Map<String, String> answers = new HashMap<>();

    private TakenMails(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * Reads the list, and leaves out what is old and what a power cut left half written. Without a list that can be read,
     * nothing counts as taken: an e-mail that comes twice is better than none.
     *
     * @param file where it is; made with the first e-mail
     */
    public static TakenMails open(Path file, Clock clock) {
        TakenMails taken = new TakenMails(file, clock);
        try {
            taken.read();
        } catch (IOException e) {
            LOG.warn("The list of e-mails that were sent, {}, can't be read: may the bot read and write it?", file, e);
        }
        return taken;
    }

    private void read() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        // Not Files.readAllLines, which gives up the whole list for a byte that a power cut left.
        List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .filter(this::remember)
                .toList();
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.write(next, lines);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean remember(String line) {
        String[] fields = line.split(" ", FIELDS);
        if (fields.length < FIELDS || fields[1].length() != 2 * FINGERPRINT_BYTES) {
            return false;
        }
        try {
            if (Instant.parse(fields[0]).isBefore(clock.instant().minus(KEPT))) {
                return false;
            }
        } catch (DateTimeException e) {
            return false;
        }
        answers.put(fields[1], fields[2]);
        return true;
    }

    /** What the server said when it took this very e-mail, to the same address with the same words, if it has. */
    synchronized Optional<String> answerTo(Mail mail) {
        return Optional.ofNullable(answers.get(fingerprint(mail)));
    }

    /**
     * Notes that the server has taken an e-mail; on disk when this returns. A list that can't be written is no reason to
     * say that an e-mail didn't leave.
     *
     * @param answer the server's, one line
     */
    synchronized void note(Mail mail, String answer) {
        String fingerprint = fingerprint(mail);
        answers.put(fingerprint, answer);
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            String line = clock.instant() + " " + fingerprint + " " + answer + "\n";
            out.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            out.force(false);
        } catch (IOException e) {
            LOG.warn("The list of e-mails that were sent, {}, can't be written: is the disk full?", file, e);
        }
    }

    /** Not of the Message-ID alone: a reference that starts anew with an emptied store must not swallow an e-mail. */
    private static String fingerprint(Mail mail) {
        return Fingerprint.of(mail.toString(), FINGERPRINT_BYTES);
    }
}
