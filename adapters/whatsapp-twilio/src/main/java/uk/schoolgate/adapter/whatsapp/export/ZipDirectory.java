package uk.schoolgate.adapter.whatsapp.export;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import uk.schoolgate.adapter.whatsapp.export.UnreadableExportException.Reason;

/**
 * How many files a zip lists. Whoever opens a zip holds its whole list in memory, so that it is counted before; by what is
 * there, since what the end of the file says of it may be untrue.
 */
final class ZipDirectory {
    private static final int MOST_ENTRIES = 100_000;

    /** Names and notes together: an export's are a few dozen bytes each. */
    private static final long LARGEST = 20_000_000;

    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_LENGTH = 20;
    private static final int END_64_LENGTH = 56;

    private ZipDirectory() {}

    /**
     * Leaves the channel wherever it was last read. A zip without a directory, or with half a one, is for its reader to
     * refuse.
     *
     * @throws UnreadableExportException when the list is longer than that of any export
     */
    static void requireFits(SeekableByteChannel channel) throws IOException, UnreadableExportException {
        long start = start(channel);
        if (start < 0 || start > channel.size()) {
            return;
        }
        channel.position(start);
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
        long length = 0;
        int entries = 0;
        for (int entry = entryLength(in); entry > 0; entry = entryLength(in)) {
            entries++;
            length += entry;
            if (entries > MOST_ENTRIES || length > LARGEST) {
                throw new UnreadableExportException(
                        Reason.TOO_LARGE, "the zip file holds too many files: this is no chat export");
            }
        }
    }

    /** Reads over an entry; 0 where there is none any more. */
    private static int entryLength(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(ENTRY_LENGTH);
        ByteBuffer entry = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < ENTRY_LENGTH || entry.getInt(0) != ENTRY) {
            return 0;
        }
        int more = Short.toUnsignedInt(entry.getShort(28))
                + Short.toUnsignedInt(entry.getShort(30))
                + Short.toUnsignedInt(entry.getShort(32));
        return in.readNBytes(more).length < more ? 0 : ENTRY_LENGTH + more;
    }

    /** Where the list starts, as the reader of zips finds it; -1 where nothing says so. */
    private static long start(SeekableByteChannel channel) throws IOException {
        int length = (int) Math.min(channel.size(), END_LENGTH + LONGEST_COMMENT);
        long from = channel.size() - length;
        ByteBuffer tail = read(channel, from, length);
        for (int i = length - END_LENGTH; i >= 0; i--) {
            if (tail.getInt(i) == END) {
                long end = from + i;
                long size = Integer.toUnsignedLong(tail.getInt(i + 12));
                long offset = Integer.toUnsignedLong(tail.getInt(i + 16));
                return isLarge(channel, end) ? startOfLarge(channel, end) : Math.max(offset, end - size);
            }
        }
        return -1;
    }

    private static boolean isLarge(SeekableByteChannel channel, long end) throws IOException {
        return end >= LOCATOR_64_LENGTH
                && read(channel, end - LOCATOR_64_LENGTH, LOCATOR_64_LENGTH).getInt(0) == LOCATOR_64;
    }

    /** Where there are more entries, or more bytes, than the end of a zip has room to say. */
    private static long startOfLarge(SeekableByteChannel channel, long end) throws IOException {
        long end64 = read(channel, end - LOCATOR_64_LENGTH, LOCATOR_64_LENGTH).getLong(8);
        return end64 < 0 || end64 > end
                ? -1
                : read(channel, end64, END_64_LENGTH).getLong(48);
    }

    private static ByteBuffer read(SeekableByteChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(from);
        while (bytes.hasRemaining() && channel.read(bytes) > 0) {
            // A channel may give less than was asked for.
        }
        return bytes;
    }
}
