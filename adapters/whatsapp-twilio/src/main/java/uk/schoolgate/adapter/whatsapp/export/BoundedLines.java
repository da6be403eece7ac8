package uk.schoolgate.adapter.whatsapp.export;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Reads lines, each ended by LF, CRLF or CR, and keeps no more of a line than a message can have. */
final class BoundedLines {
    private static final int LONGEST = 70_000;
    private static final int BUFFER = 16_384;

    private final Reader reader;
    private final char[] buffer = new char[BUFFER];
    private final StringBuilder line = new StringBuilder();
    private int at;
    private int end;

    BoundedLines(Reader reader) {
        this.reader = reader;
    }

    /** The next line, without its end and cut where it is too long; empty at the end of the text. */
    Optional<String> next() throws IOException {
        if (at == end && !fill()) {
            return Optional.empty();
        }
        line.setLength(0);
        while (at < end || fill()) {
            char c = buffer[at++];
            if (c == '\n') {
                break;
            }
            if (c == '\r') {
                skipLineFeed();
                break;
            }
            if (line.length() < LONGEST) {
                line.append(c);
            }
        }
        return Optional.of(line.toString());
    }

    private void skipLineFeed() throws IOException {
        if ((at < end || fill()) && buffer[at] == '\n') {
            at++;
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, reader.read(buffer));
        return end > 0;
    }
}
