package uk.schoolgate.core.screening;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.schoolgate.core.text.ListFile;
import uk.schoolgate.core.text.Span;

/** Finds houses: a number with a street, either first, by the words of {@code prompts/screening/addresses.txt}. */
final class PostalAddresses {
    // Bounded repetition only, so that no text can make these expensive.
    private static final String HOUSE = "[0-9]{1,4}[a-d]?";
    /** What comes right before a time, an amount, an age, a score or a class. */
    private static final String NOT_AFTER = "(?<![0-9£.:/-])(?<!aged )(?<!year )(?<!group )(?<![0-9] to )";

    private final Pattern houseFirst;
    private final Pattern streetFirst;

    PostalAddresses() {
        Map<String, String> words = ListFile.entries("/schoolgate/screening/addresses.txt");
        String name = "(?:(?!(?:" + any(words, "not-in-a-name") + ")\\b)[a-z'’]{2,20} ){1,2}";
        String street = "(?:(?:" + any(words, "streets") + ")\\b|(?-i:" + any(words, "streets-in-capitals") + ")\\b)";
        houseFirst = Pattern.compile(NOT_AFTER + "\\b" + HOUSE + ",? " + name + street, Pattern.CASE_INSENSITIVE);
        streetFirst = Pattern.compile(
                "\\b" + name + street + ",?(?: isn['’]?t it)?,? (?:no|number)\\.? ?" + HOUSE + "\\b",
                Pattern.CASE_INSENSITIVE);
    }

    private static String any(Map<String, String> words, String list) {
        return words.getOrDefault(list, "").replaceAll(" +", "|");
    }

    List<Span> in(String text) {
        return Stream.of(houseFirst, streetFirst)
                .flatMap(pattern -> pattern.matcher(text).results())
                .map(match -> Span.of(text, match.start(), match.end()))
                .toList();
    }
}
