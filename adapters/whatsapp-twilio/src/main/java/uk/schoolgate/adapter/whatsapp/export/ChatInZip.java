package uk.schoolgate.adapter.whatsapp.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import uk.schoolgate.adapter.whatsapp.export.UnreadableExportException.Reason;

/** Finds the chat in a zip, which may hold pictures and documents too, and reads it without unpacking anything else. */
final class ChatInZip {
    private ChatInZip() {}

    /** Works on the text of the chat. */
    interface Work<T> {
        T on(ChatText text) throws IOException, UnreadableExportException;
    }

    /** Whether the file starts like a zip; leaves it at its start. */
    static boolean isZip(SeekableByteChannel channel) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(4);
        while (start.hasRemaining() && channel.read(start) > 0) {
            // A channel may give less than was asked for.
        }
        channel.position(0);
        return start.position() == 4 && start.get(0) == 'P' && start.get(1) == 'K' && start.get(2) < 9;
    }

    static <T> T read(SeekableByteChannel channel, Work<T> work) throws IOException, UnreadableExportException {
        ZipDirectory.requireFits(channel);
        try (ZipFile zip = open(channel)) {
            ZipArchiveEntry chat = choose(Collections.list(zip.getEntries()));
            if (chat.getGeneralPurposeBit().usesEncryption()) {
                throw new UnreadableExportException(
                        Reason.LOCKED, "the zip file has a password: export the chat again without one");
            }
            if (!zip.canReadEntryData(chat)) {
                throw new ZipException("unknown method");
            }
            ChatText.requireFits(chat.getSize(), chat.getCompressedSize());
            try (InputStream in = zip.getInputStream(chat)) {
                return work.on(new ChatText(in, chat.getCompressedSize()));
            }
        }
    }

    private static ZipFile open(SeekableByteChannel channel) throws IOException {
        try {
            return ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | IllegalArgumentException e) {
            throw new ZipException("no directory");
        }
    }

    private static ZipArchiveEntry choose(List<ZipArchiveEntry> entries) throws UnreadableExportException {
        // A computer that packs a folder anew adds files of its own beside the real ones.
        List<ZipArchiveEntry> files = entries.stream()
                .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/"))
                .toList();
        List<ZipArchiveEntry> texts = endingIn(files, ".txt");
        List<ZipArchiveEntry> likely = texts.stream()
                .filter(entry -> isNamedLikeAChat(fileName(entry)))
                .toList();
        List<ZipArchiveEntry> chats = likely.isEmpty() ? texts : likely;
        if (chats.size() == 1) {
            return chats.getFirst();
        }
        if (chats.size() > 1) {
            throw new UnreadableExportException("the zip file holds several chats: give one at a time");
        }
        throw new UnreadableExportException(
                endingIn(files, ".zip").isEmpty()
                        ? "the zip file holds no _chat.txt: export the chat again, and don't unpack or repack it"
                        : "the zip file holds another zip file: give the one inside, as WhatsApp made it");
    }

    private static List<ZipArchiveEntry> endingIn(List<ZipArchiveEntry> entries, String ending) {
        return entries.stream()
                .filter(entry -> fileName(entry).endsWith(ending))
                .toList();
    }

    private static boolean isNamedLikeAChat(String name) {
        return name.equals("_chat.txt") || name.contains("whatsapp");
    }

    private static String fileName(ZipArchiveEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
