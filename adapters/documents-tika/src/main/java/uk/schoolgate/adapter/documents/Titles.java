package uk.schoolgate.adapter.documents;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the title of a policy: the outermost heading near its start that names a policy, or what its file is called. */
final class Titles {
    private static final int NEAR_START = 12;
    private static final Pattern NAMES_A_DOCUMENT =
            Pattern.compile("(?!(?:[0-9.]+ )?(?:the )?(?:purpose|aims?|scope|introduction|about|review)\\b).*"
                    + "\\b(?:polic(?:y|ies)|procedures?|agreement|code of conduct|statement|guidance|handbook|strategy|charter|form)"
                    + "(?: \\(?\\d{4}(?:[-–/]\\d{2,4})?\\)?)?");

    /** Two documents that open with the name of their school would be taken for versions of one. */
    private static final Pattern NAMES_A_SCHOOL =
            Pattern.compile("(?!.*\\b(?:to|at|in|from|our|your|after|before|home)\\b)"
                    + ".*\\b(?:school|academy|college|nursery|federation|academy trust)(?:,.*)?");

    private Titles() {}

    static String of(String fileName, List<Block> blocks) {
        List<Block.Heading> headings = blocks.stream()
                .limit(NEAR_START)
                .filter(Block.Heading.class::isInstance)
                .map(Block.Heading.class::cast)
                .toList();
        Optional<String> named = headings.stream()
                .filter(heading -> namesADocument(heading.text()))
                .min(Comparator.comparingInt(Block.Heading::level))
                .map(Block.Heading::text);
        return named.map(Titles::calm)
                .or(() -> headings.stream()
                        .filter(heading -> heading.level() == 1
                                && heading.text().indexOf(':') < 0
                                && !namesASchool(heading.text()))
                        .map(Block.Heading::text)
                        .findFirst())
                .orElseGet(() -> fromFileName(fileName));
    }

    /** A title in capitals throughout, as a title is written in a sentence. */
    private static String calm(String title) {
        if (!Texts.isShouted(title)) {
            return title;
        }
        return Arrays.stream(title.split(" "))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.UK))
                .collect(Collectors.joining(" "));
    }

    private static boolean namesADocument(String text) {
        return NAMES_A_DOCUMENT.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean namesASchool(String text) {
        return NAMES_A_SCHOOL.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    private static String fromFileName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String words = fileName.substring(0, dot < 0 ? fileName.length() : dot)
                .replaceAll("[-_]+", " ")
                .strip();
        return words.isEmpty() ? fileName : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
