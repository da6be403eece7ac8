package uk.schoolgate.adapter.whatsapp.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import uk.schoolgate.adapter.whatsapp.export.ExportEntry.Kind;

/**
 * An exported chat, read entry by entry in bounded memory. The file is read twice: the first time to see that the whole
 * of it can be read, in which order its dates are written, and whose names hold a colon.
 */
public final class ChatExport {
    private final ExportFile file;
    private final DateOrders orders;
    private final Authors authors;
    private final int lines;

    private ChatExport(ExportFile file, DateOrders orders, Authors authors, int lines) {
        this.file = file;
        this.orders = orders;
        this.authors = authors;
        this.lines = lines;
    }

    /**
     * Opens an export.
     *
     * @param path a text file, or a zip that holds one
     * @throws UnreadableExportException when it is not an export of a chat
     */
    public static ChatExport open(Path path) throws UnreadableExportException {
        return open(ExportFile.at(path));
    }

    /**
     * Opens an export that is in memory only, such as one that somebody sent.
     *
     * @param content of a text file, or of a zip that holds one
     * @throws UnreadableExportException when it is not an export of a chat
     */
    public static ChatExport open(byte[] content) throws UnreadableExportException {
        return open(ExportFile.of(content));
    }

    private static ChatExport open(ExportFile file) throws UnreadableExportException {
        DateOrders orders = new DateOrders();
        Authors authors = new Authors();
        int headers = file.read(lines -> observe(lines, orders, authors));
        if (headers == 0) {
            throw new UnreadableExportException("no line of it starts with a date as WhatsApp writes them:"
                    + " use \"Export chat\" in WhatsApp and give the .txt or .zip file that it makes");
        }
        orders.decide();
        return new ChatExport(file, orders, authors, headers);
    }

    private static int observe(BoundedLines lines, DateOrders orders, Authors authors) throws IOException {
        int headers = 0;
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            Optional<ExportHeader> header = line.flatMap(ExportHeader::of);
            header.ifPresent(orders::observe);
            header.map(ExportHeader::rest).ifPresent(authors::observe);
            headers += header.isPresent() ? 1 : 0;
        }
        return headers;
    }

    /** About how many entries there are: lines that start like one. */
    public int size() {
        return lines;
    }

    /**
     * Reads all entries, in the order of the file.
     *
     * @return how many there were
     */
    public int forEach(Consumer<ExportEntry> consumer) throws UnreadableExportException {
        return file.read(lines -> {
            int[] entries = {0};
            EntryWindow window = new EntryWindow(orders, authors, draft -> {
                entries[0]++;
                consumer.accept(entry(draft));
            });
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                window.line(line.get());
            }
            window.end();
            return entries[0];
        });
    }

    private ExportEntry entry(EntryWindow.Draft draft) {
        Optional<Authors.Said> said = authors.of(draft.text());
        if (said.isEmpty()) {
            return system(draft, draft.text());
        }
        String author = said.get().name();
        EntryText text =
                EntryText.of(said.get().text(), author, draft.header().style().bracketed());
        return text.kind() == Kind.SYSTEM
                ? system(draft, text.text())
                : new ExportEntry(draft.at(), author, text.text(), text.kind(), text.edited());
    }

    private static ExportEntry system(EntryWindow.Draft draft, String text) {
        return new ExportEntry(draft.at(), "", Marks.strip(text).strip(), Kind.SYSTEM, false);
    }
}
