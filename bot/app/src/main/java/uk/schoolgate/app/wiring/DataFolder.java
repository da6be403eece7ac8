package uk.schoolgate.app.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import uk.schoolgate.app.settings.SettingsException;

/** The folder in which the embedded default keeps its data; held by one bot at a time. */
public final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Opens the folder, making it where it is not there.
     *
     * @throws SettingsException when it cannot be used, or another bot holds it
     */
    static DataFolder open(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locks(channel)) {
                channel.close();
                throw new SettingsException(List.of("another Schoolgate is using the data folder "
                        + path.toAbsolutePath() + ": stop it, or name another folder with SCHOOLGATE_DATA"));
            }
            return new DataFolder(path.toAbsolutePath(), channel);
        } catch (IOException e) {
            throw new SettingsException(List.of("the data folder " + path.toAbsolutePath()
                    + " cannot be written: name another one with SCHOOLGATE_DATA"));
        }
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Where it is, absolute. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
