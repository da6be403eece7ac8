package uk.schoolgate.app.trial;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files that only their owner may read, and that appear in a folder all at once, or not at all. */
final class PrivateFiles implements AutoCloseable {
    private final Path folder;
    private final Map<Path, Path> finished = new LinkedHashMap<>();

    private PrivateFiles(Path folder) {
        this.folder = folder;
    }

    static PrivateFiles in(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new PrivateFiles(folder);
    }

    /** Writes the text of a file. */
    interface Content {
        void write(Writer out) throws IOException;
    }

    void write(String name, Content content) throws IOException {
        Path part = Files.createTempFile(folder, "." + name, ".part", ownersOnly());
        finished.put(part, folder.resolve(name));
        try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            content.write(out);
        }
    }

    private static FileAttribute<?>[] ownersOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Gives the files their names. */
    void keep() throws IOException {
        for (Map.Entry<Path, Path> file : finished.entrySet()) {
            Files.move(file.getKey(), file.getValue(), StandardCopyOption.REPLACE_EXISTING);
        }
        finished.clear();
    }

    /** Removes what was not kept. */
    @Override
    public void close() throws IOException {
        for (Path part : finished.keySet()) {
            Files.deleteIfExists(part);
        }
    }
}
