package uk.schoolgate.adapter.whatsapp.export;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The file of an exported chat: the text itself, or the zip that iPhones make, which holds it as {@code _chat.txt}. */
final class ExportFile {
    private static final long LARGEST_TEXT = 400L * 1024 * 1024;
    private static final long LARGEST_FILE = 2L * 1024 * 1024 * 1024 - 1;
    private static final int MOST_ENTRIES = 100_000;

    private final Path path;

    private ExportFile(Path path) {
        this.path = path;
    }

    static ExportFile at(Path path) throws UnreadableExportException {
        try {
            if (!Files.isRegularFile(path)) {
                throw new UnreadableExportException("there is no file " + path);
            }
            if (Files.size(path) > LARGEST_FILE) {
                throw new UnreadableExportException("the file is 2 GB or more: export the chat without media");
            }
            return new ExportFile(path);
        } catch (IOException e) {
            throw new UnreadableExportException(
                    "the file cannot be opened: " + e.getClass().getSimpleName());
        }
    }

    /** Works on the lines of the chat. */
    interface Work<T> {
        T on(BufferedReader lines) throws IOException, UnreadableExportException;
    }

    <T> T read(Work<T> work) throws UnreadableExportException {
        try {
            if (isZip()) {
                try (ZipFile zip = new ZipFile(path.toFile());
                        InputStream in = zip.getInputStream(chatIn(zip))) {
                    return work.on(lines(in));
                }
            }
            try (InputStream in = Files.newInputStream(path)) {
                return work.on(lines(in));
            }
        } catch (TooLargeException e) {
            throw new UnreadableExportException("the chat's text is larger than 400 MB: this is no chat export");
        } catch (CharacterCodingException e) {
            throw new UnreadableExportException("the text is neither UTF-8 nor UTF-16: export the chat again");
        } catch (ZipException e) {
            throw new UnreadableExportException("the zip file is damaged: export the chat again");
        } catch (IOException e) {
            throw new UnreadableExportException(
                    "the file cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private boolean isZip() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }

    private static ZipEntry chatIn(ZipFile zip) throws UnreadableExportException {
        ZipEntry only = null;
        int texts = 0;
        int count = 0;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (++count > MOST_ENTRIES) {
                throw new UnreadableExportException("the zip file holds too many files: this is no chat export");
            }
            if (entry.getName().endsWith("_chat.txt")) {
                return entry;
            }
            if (entry.getName().endsWith(".txt")) {
                only = entry;
                texts++;
            }
        }
        if (only == null || texts != 1) {
            throw new UnreadableExportException(
                    "the zip file holds no _chat.txt: export the chat again, and don't unpack or repack it");
        }
        return only;
    }

    private static BufferedReader lines(InputStream in) throws IOException {
        PushbackInputStream start = new PushbackInputStream(new Limited(in), 2);
        int first = start.read();
        int second = start.read();
        if (second >= 0) {
            start.unread(second);
        }
        if (first >= 0) {
            start.unread(first);
        }
        Charset charset = (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)
                ? StandardCharsets.UTF_16
                : StandardCharsets.UTF_8;
        // A decoder made by hand refuses what is malformed; the reader's own would replace it silently.
        return new BufferedReader(new InputStreamReader(start, charset.newDecoder()));
    }

    /** A small zip file can unpack to any size. */
    private static final class Limited extends FilterInputStream {
        private long left = LARGEST_TEXT;

        Limited(InputStream in) {
            super(in);
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

        private void count(int read) throws TooLargeException {
            left -= read;
            if (left < 0) {
                throw new TooLargeException();
            }
        }
    }

    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
