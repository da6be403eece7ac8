package uk.schoolgate.app.trial;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.schoolgate.core.roll.Roll;

/**
 * The words that names are made of: those of the roll, and of the people who write in the chat. A word among them is
 * taken for a name unless it is an ordinary word too and is written as one, in small letters and after no title; too much
 * masked is better than too little.
 */
final class NameWords {
    private static final String MASK = "[NAME]";
    private static final int SHORTEST = 2;
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*+(?:['’-]\\p{L}[\\p{L}\\p{M}]++)*+");
    private static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d ()-]{8,16}\\d");
    private static final Set<String> TITLES = Set.of("mr", "mrs", "miss", "ms", "mx", "dr", "sir", "madam");
    /** Words that address books put beside names, and that would be masked all over the text. */
    private static final Set<String> NO_NAMES = Set.of(
            "the", "year", "class", "mum", "dad", "mummy", "daddy", "school", "rep", "new", "and", "of", "teacher");

    private final Set<String> words = new HashSet<>();
    private final OrdinaryWords ordinary;

    NameWords(Roll roll, OrdinaryWords ordinary) {
        this.ordinary = ordinary;
        roll.pupils().forEach(pupil -> {
            add(pupil.forename());
            add(pupil.surname());
            pupil.preferredName().ifPresent(this::add);
        });
        roll.staff().forEach(member -> {
            add(member.forename());
            add(member.surname());
            member.aliases().forEach(this::add);
        });
        roll.contacts().forEach(contact -> add(contact.name()));
    }

    /** Adds the words of a name. */
    void add(String name) {
        Matcher matcher = WORD.matcher(name);
        while (matcher.find()) {
            String word = key(matcher.group());
            if (word.length() >= SHORTEST && !TITLES.contains(word) && !NO_NAMES.contains(word)) {
                words.add(word);
            }
        }
    }

    /** The words of a text, as they are compared. */
    static Set<String> keysOf(String text) {
        return WORD.matcher(text).results().map(word -> key(word.group())).collect(Collectors.toSet());
    }

    /**
     * The text with names masked, and whole telephone numbers too.
     *
     * @param meant words that are known to stand for somebody here, however they are written
     */
    String mask(String text, Set<String> meant) {
        Matcher matcher = WORD.matcher(PHONE.matcher(text).replaceAll("[CONTACT]"));
        StringBuilder masked = new StringBuilder();
        boolean afterTitle = false;
        while (matcher.find()) {
            String word = matcher.group();
            String key = key(word);
            boolean shownAsName = afterTitle || !Character.isLowerCase(word.codePointAt(0)) || meant.contains(key);
            if (words.contains(key) && (shownAsName || !ordinary.contains(key))) {
                matcher.appendReplacement(masked, Matcher.quoteReplacement(MASK));
            }
            afterTitle = TITLES.contains(word.toLowerCase(Locale.ROOT));
        }
        return matcher.appendTail(masked).toString();
    }

    /** "Prentice's" is Prentice. */
    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("['’]s$", "");
    }
}
