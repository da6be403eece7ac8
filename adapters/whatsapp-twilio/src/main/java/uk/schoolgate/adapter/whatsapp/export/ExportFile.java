package uk.schoolgate.adapter.whatsapp.export;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import uk.schoolgate.adapter.whatsapp.export.UnreadableExportException.Reason;

/** The file of an exported chat: the text itself, or the zip that phones make, on disk or in memory. */
final class ExportFile {
    private static final long LARGEST_FILE = 2_000_000_000L;

    private final Source source;

    /** Opens the file from its start. */
    private interface Source {
        SeekableByteChannel open() throws IOException;
    }

    private ExportFile(Source source) {
        this.source = source;
    }

    static ExportFile at(Path path) throws UnreadableExportException {
        if (!Files.isRegularFile(path)) {
            throw new UnreadableExportException("there is no file " + path);
        }
        return new ExportFile(() -> Files.newByteChannel(path));
    }

    static ExportFile of(byte[] content) {
        return new ExportFile(() -> new SeekableInMemoryByteChannel(content));
    }

    /** Works on the lines of the chat. */
    interface Work<T> {
        T on(BoundedLines lines) throws IOException, UnreadableExportException;
    }

    <T> T read(Work<T> work) throws UnreadableExportException {
        try (SeekableByteChannel channel = source.open()) {
            if (channel.size() >= LARGEST_FILE) {
                throw new UnreadableExportException(
                        Reason.TOO_LARGE, "the file is 2 GB or more: export the chat without media");
            }
            return ChatInZip.isZip(channel)
                    ? ChatInZip.read(channel, text -> work.on(text.lines()))
                    : work.on(new ChatText(Channels.newInputStream(channel), channel.size()).lines());
        } catch (ChatText.TooLongException e) {
            throw ChatText.tooLong();
        } catch (CharacterCodingException e) {
            throw new UnreadableExportException(
                    Reason.CHANGED,
                    "the text is not in UTF-8, as WhatsApp writes it:"
                            + " export the chat again, and don't save it with another program");
        } catch (ZipException e) {
            throw new UnreadableExportException(Reason.CHANGED, "the zip file is damaged: export the chat again");
        } catch (IOException e) {
            throw new UnreadableExportException(
                    "the file cannot be read: " + e.getClass().getSimpleName());
        }
    }
}
