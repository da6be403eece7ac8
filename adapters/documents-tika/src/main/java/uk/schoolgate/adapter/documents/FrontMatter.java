package uk.schoolgate.adapter.documents;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines between dashes that site generators put on top of a Markdown file. */
final class FrontMatter {
    private static final Pattern BLOCK = Pattern.compile("\\A---\\R((?:(?!---).*\\R){0,100})---\\R");
    private static final Pattern TITLE = Pattern.compile("(?m)^title:\\s*[\"']?(.*?)[\"']?\\s*$");

    private static final Pattern FACT = Pattern.compile("(?m)^([a-z][a-z_ -]*):\\s*[\"']?(\\S.*?)[\"']?\\s*$");

    private FrontMatter() {}

    static String without(String text) {
        return BLOCK.matcher(text).replaceFirst("");
    }

    static Optional<String> title(String text) {
        Matcher block = BLOCK.matcher(text);
        if (!block.find()) {
            return Optional.empty();
        }
        Matcher title = TITLE.matcher(block.group(1));
        return title.find() ? Optional.of(title.group(1)) : Optional.empty();
    }

    /** What else stands there, a line each, with its names in words: "next_review: 2027-03-01". */
    static List<String> facts(String text) {
        Matcher block = BLOCK.matcher(text);
        if (!block.find()) {
            return List.of();
        }
        return FACT.matcher(block.group(1))
                .results()
                .filter(line -> !line.group(1).equals("title"))
                .map(line -> name(line.group(1)) + ": " + line.group(2))
                .toList();
    }

    private static String name(String key) {
        return key.equals("date") ? "dated" : key.replaceAll("[_-]", " ");
    }
}
