package uk.schoolgate.adapter.whatsapp.export;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import uk.schoolgate.adapter.whatsapp.export.UnreadableExportException.Reason;

/** The text of a chat, as it comes out of its file: UTF-8, and no more of it than a chat can have. */
final class ChatText {
    private static final long LARGEST = 400L * 1024 * 1024;
    /** Text that packs better than this, and is long, was made to fill a computer. */
    private static final long STRONGEST_PACKING = 250;

    private static final long LONG = 20L * 1024 * 1024;
    private static final int START = 4;

    private final InputStream in;
    private final long stored;

    /** @param stored how many bytes it takes in its file, packed or not */
    ChatText(InputStream in, long stored) {
        this.in = in;
        this.stored = stored;
    }

    /**
     * Its lines. Reading them ends with a {@link java.nio.charset.CharacterCodingException} where the text is not UTF-8.
     *
     * @throws UnreadableExportException when it is in UTF-16, or too long
     */
    BoundedLines lines() throws IOException, UnreadableExportException {
        if (stored > LARGEST) {
            throw tooLong();
        }
        PushbackInputStream start = new PushbackInputStream(new Limited(in, stored), START);
        byte[] first = start.readNBytes(START);
        start.unread(first);
        if (isUtf16(first)) {
            throw new UnreadableExportException(
                    Reason.CHANGED,
                    "the text is in UTF-16, but WhatsApp writes UTF-8:"
                            + " export the chat again, and don't save it with another program");
        }
        // A decoder made by hand refuses what is malformed; the reader's own would replace it silently.
        return new BoundedLines(new InputStreamReader(start, StandardCharsets.UTF_8.newDecoder()));
    }

    /**
     * Refuses a text by the size that its zip file says it has, before any of it is read.
     *
     * @param size how many bytes it unpacks to; negative where unknown
     * @param stored how many bytes it takes in its file
     */
    static void requireFits(long size, long stored) throws UnreadableExportException {
        if (isTooLong(size, stored)) {
            throw tooLong();
        }
    }

    private static boolean isTooLong(long size, long stored) {
        return size > LARGEST || (size > LONG && size / STRONGEST_PACKING > stored);
    }

    private static boolean isUtf16(byte[] first) {
        for (byte b : first) {
            if (b == 0) {
                return true;
            }
        }
        return first.length > 1 && (first[0] & first[1] & 0xFE) == 0xFE;
    }

    static UnreadableExportException tooLong() {
        return new UnreadableExportException(
                Reason.TOO_LARGE,
                "the chat's text is larger than any chat, 400 MB or more, or packed to seem small: this is no chat export");
    }

    /** A small zip file can unpack to any size. */
    private static final class Limited extends FilterInputStream {
        private final long stored;
        private long seen;

        Limited(InputStream in, long stored) {
            super(in);
            this.stored = stored;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws TooLongException {
            seen += read;
            // What the zip file says of its size need not be true.
            if (isTooLong(seen, stored)) {
                throw new TooLongException();
            }
        }
    }

    /** The text unpacks to more than a chat can be. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
