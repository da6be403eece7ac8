package uk.schoolgate.adapter.documents;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines between dashes that site generators put on top of a Markdown file. */
final class FrontMatter {
    private static final Pattern BLOCK = Pattern.compile("\\A---\\R((?:(?!---).*\\R){0,100})---\\R");
    private static final Pattern TITLE = Pattern.compile("(?m)^title:\\s*[\"']?(.*?)[\"']?\\s*$");

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
}
