package uk.schoolgate.adapter.documents;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the extractors know about words and lines. */
final class Texts {
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u2007\\u202F\\u200B\\uFEFF]+");
    private static final Pattern CONTENTS_LINE = Pattern.compile(".{3,}?(?:\\.{3,}|…+|(?: \\.){3,})\\s*\\d{1,3}");
    private static final int LONGEST_HEADING = 12;
    private static final Pattern FACT = Pattern.compile(
            "^(?:date of|dated?:|(?:policy|version) date|next review|last review|review (?:date|cycle|due|period)|reviewed|to be (?:reviewed|ratified)"
                    + "|(?:policy )?(?:adopted|approved|ratified|agreed|amended|version|owner)\\b)",
            Pattern.CASE_INSENSITIVE);
    /** Somebody or something that must or may not: "What you must do" and "Things not allowed" are mere headings. */
    private static final Pattern RULE = Pattern.compile(
            "^(?!.*\\b(?:what|when|where|who|how|why|things|items|words)\\b)(?:\\S+ ){1,8}"
                    + "(?:(?:must|may not|cannot|should not)\\b|(?:is|are) (?:not |never |strictly )?"
                    + "(?:allowed|permitted|forbidden|prohibited|banned))(?: \\S+|$)",
            Pattern.CASE_INSENSITIVE);

    /** Not "4.15 Complaints" in mid-line, which is a clause that is referred to. */
    private static final Pattern TIME_OR_PRICE = Pattern.compile(
            "\\b\\d{1,2}:[0-5]\\d\\b|\\d ?[ap]\\.?m\\b|£ ?\\d|^\\d{1,2}\\.[0-5]\\d(?= \\S)"
                    + "|\\b(?:at|from|until|till|by) \\d{1,2}\\.[0-5]\\d\\b(?!\\.\\d)|[0-5]\\d ?(?:–|-|to) ?\\d{1,2}\\.[0-5]\\d\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> OPEN_WORDS = Set.of(
            "to",
            "will",
            "not",
            "should",
            "must",
            "may",
            "can",
            "are",
            "is",
            "be",
            "by",
            "of",
            "for",
            "with",
            "that",
            "and",
            "or",
            "if",
            "when",
            "including",
            "include",
            "includes",
            "following",
            "the",
            "from",
            "in");

    private Texts() {}

    /** One line, single spaces, ligatures as letters, no soft hyphens. */
    static String clean(String text) {
        String letters = text.replace("\u00AD", "")
                .replace("\uFB00", "ff")
                .replace("\uFB01", "fi")
                .replace("\uFB02", "fl")
                .replace("\uFB03", "ffi")
                .replace("\uFB04", "ffl");
        return SPACE.matcher(letters).replaceAll(" ").strip();
    }

    static int words(String text) {
        return text.isBlank() ? 0 : SPACE.split(text.strip()).length;
    }

    /** Whether a line could be a heading by its form: short, not a sentence, and not a date of the policy. */
    static boolean looksLikeHeading(String line) {
        if (line.isEmpty()
                || words(line) > LONGEST_HEADING
                || FACT.matcher(line).find()) {
            return false;
        }
        char last = line.charAt(line.length() - 1);
        boolean sentence = last == '.' || last == ';' || last == ',' || last == '!';
        return !sentence && hasLetters(line) && !Character.isLowerCase(line.charAt(0));
    }

    /** Whether a line that looks like a heading lays down a rule, and so is something to quote. */
    static boolean laysDownARule(String line) {
        return RULE.matcher(line).find() && !line.endsWith("?");
    }

    /** Whether a line gives a time of day or a price, and so answers a question however short it is. */
    static boolean statesATimeOrPrice(String line) {
        return TIME_OR_PRICE.matcher(line).find();
    }

    /** Whether a line is one of a table of contents: dots lead from it to the number of a page. */
    static boolean isOfContents(String line) {
        return CONTENTS_LINE.matcher(line).matches();
    }

    static boolean hasLetters(String line) {
        return line.chars().anyMatch(Character::isLetter);
    }

    static boolean isShouted(String line) {
        return hasLetters(line) && line.chars().noneMatch(Character::isLowerCase);
    }

    /** Whether a text announces what follows it: it ends in a colon or a dash, or breaks off in mid-sentence. */
    static boolean announces(String text) {
        return text.endsWith(":") || text.endsWith("-") || text.endsWith("–") || text.endsWith("…") || breaksOff(text);
    }

    private static boolean breaksOff(String text) {
        return OPEN_WORDS.contains(text.substring(text.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
    }

    static boolean endsSentence(String text) {
        if (text.isEmpty()) {
            return true;
        }
        char last = text.charAt(text.length() - 1);
        return ".!?;:”\")".indexOf(last) >= 0;
    }
}
