package uk.schoolgate.app.school;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a folder looks like from outside: the names, sizes and times of its files. Another print means that something in it
 * has changed.
 *
 * @param files a line for each file
 */
public record FolderPrint(String files) {
    /** The print of a folder as it is now; empty while it is being changed so much that it cannot be listed. */
    public static Optional<FolderPrint> of(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return Optional.of(
                    new FolderPrint(files.sorted().map(FolderPrint::line).collect(Collectors.joining("\n"))));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static String line(Path file) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    ? file + " " + attributes.size() + " " + attributes.lastModifiedTime()
                    : file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
