package uk.schoolgate.core.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the lists of {@code prompts/}: an entry a line, {@code #} starts a comment. */
public final class ListFile {
    private ListFile() {}

    /**
     * The entries of a list, in order.
     *
     * @param resource its place on the class path, for instance {@code /schoolgate/screening/nicknames.txt}
     */
    public static List<String> lines(String resource) {
        try (InputStream in = ListFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no list at " + resource);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of a list of words, several a line. */
    public static Set<String> words(String resource) {
        Set<String> words = new HashSet<>();
        lines(resource).forEach(line -> words.addAll(List.of(line.split(" +", -1))));
        return words;
    }

    /** The entries of a list of {@code name: text} lines, in order. */
    public static Map<String, String> entries(String resource) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String line : lines(resource)) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IllegalStateException("a line of " + resource + " has no colon: " + line);
            }
            entries.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return entries;
    }
}
