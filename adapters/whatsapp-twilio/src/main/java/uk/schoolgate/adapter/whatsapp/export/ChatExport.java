package uk.schoolgate.adapter.whatsapp.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.schoolgate.adapter.whatsapp.export.ExportEntry.Kind;

/**
 * An exported chat, read entry by entry in bounded memory. The file is read twice: the first time to learn in which order
 * its dates are written.
 */
public final class ChatExport {
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");
    private static final int LONGEST_NAME = 80;
    /** A longer entry is no message of WhatsApp, whose limit is 65,536. */
    private static final int LONGEST_ENTRY = 70_000;

    private final ExportFile file;
    private final DateOrders orders;

    private ChatExport(ExportFile file, DateOrders orders) {
        this.file = file;
        this.orders = orders;
    }

    /**
     * Opens an export.
     *
     * @param path a text file, or a zip that holds one
     * @throws UnreadableExportException when it is not an export of a chat
     */
    public static ChatExport open(Path path) throws UnreadableExportException {
        ExportFile file = ExportFile.at(path);
        DateOrders orders = new DateOrders();
        int entries = file.read(lines -> observe(lines, orders));
        if (entries == 0) {
            throw new UnreadableExportException("no line of it starts with a date as WhatsApp writes them:"
                    + " use \"Export chat\" in WhatsApp and give the .txt or .zip file that it makes");
        }
        return new ChatExport(file, orders);
    }

    private static int observe(BufferedReader lines, DateOrders orders) throws IOException {
        int entries = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Optional<ExportHeader> header = ExportHeader.of(line);
            header.ifPresent(orders::observe);
            entries += header.isPresent() ? 1 : 0;
        }
        return entries;
    }

    /**
     * Reads all entries, in the order of the file.
     *
     * @return how many there were
     */
    public int forEach(Consumer<ExportEntry> consumer) throws UnreadableExportException {
        return file.read(lines -> {
            Assembly assembly = new Assembly(consumer);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                assembly.line(line);
            }
            assembly.end();
            return assembly.entries;
        });
    }

    /** Puts the lines of an entry together. */
    private final class Assembly {
        private final Consumer<ExportEntry> consumer;
        private final StringBuilder text = new StringBuilder();
        private @Nullable LocalDateTime at;
        private int entries;

        Assembly(Consumer<ExportEntry> consumer) {
            this.consumer = consumer;
        }

        void line(String line) {
            Optional<ExportHeader> header = ExportHeader.of(line);
            Optional<LocalDateTime> moment = header.flatMap(it -> it.at(orders.orderOf(it)));
            if (moment.isPresent()) {
                end();
                at = moment.get();
                text.append(header.get().rest());
            } else if (at != null && text.length() < LONGEST_ENTRY) {
                text.append('\n').append(line);
            }
        }

        void end() {
            if (at != null) {
                consumer.accept(entry(at, text.toString()));
                entries++;
            }
            text.setLength(0);
        }
    }

    private static ExportEntry entry(LocalDateTime at, String rest) {
        int colon = rest.indexOf(": ");
        String author = colon < 0 ? "" : name(rest.substring(0, colon));
        if (author.isEmpty() || author.length() > LONGEST_NAME || author.indexOf('\n') >= 0) {
            return new ExportEntry(at, "", rest, Kind.SYSTEM, false);
        }
        EntryText text = EntryText.of(rest.substring(colon + 2));
        return new ExportEntry(at, author, text.text(), text.kind(), text.edited());
    }

    /** A name without the tilde in front of people who are not in the phone's address book. */
    private static String name(String written) {
        String visible = INVISIBLE
                .matcher(written)
                .replaceAll("")
                .replace('\u202F', ' ')
                .replace('\u00A0', ' ')
                .strip();
        return visible.startsWith("~") ? visible.substring(1).strip() : visible;
    }
}
