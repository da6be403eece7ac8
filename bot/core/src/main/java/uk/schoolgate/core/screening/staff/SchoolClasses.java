package uk.schoolgate.core.screening.staff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import uk.schoolgate.core.roll.Pupil;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.text.FoldedText;
import uk.schoolgate.core.text.Letters;
import uk.schoolgate.core.text.NumberWords;

/** Reads classes, years and subjects out of a text. */
final class SchoolClasses {
    private static final Set<String> YEARS = Set.of("year", "yr", "years", "yrs");
    private static final Map<String, String> EARLY_YEARS =
            Map.of("reception", "r", "eyfs", "r", "nursery", "n", "preschool", "n");
    private static final int LAST_YEAR = 13;

    private final Map<String, String> classesByKey = new HashMap<>();
    private final Map<String, Set<String>> yearsByClass = new HashMap<>();
    private final RoleWords roles;

    SchoolClasses(Roll roll, RoleWords roles) {
        this.roles = roles;
        for (Pupil pupil : roll.pupils()) {
            String schoolClass = FoldedText.fold(pupil.schoolClass());
            classesByKey.put(Letters.of(schoolClass), schoolClass);
            yearsByClass.computeIfAbsent(schoolClass, key -> new HashSet<>()).add(year(pupil.year()));
        }
    }

    private static String year(String written) {
        String key = Letters.of(FoldedText.fold(written));
        String number = key.startsWith("year") ? key.substring(4) : key;
        return EARLY_YEARS.getOrDefault(number, number);
    }

    /** The years that pupils of a class are in. */
    Set<String> yearsOf(String schoolClass) {
        return yearsByClass.getOrDefault(schoolClass, Set.of());
    }

    /** Adds the class, year or subject that begins with a word to a scope, and says how many words it takes, 0 for none. */
    int read(Line line, int at, Scope scope) {
        String key = line.key(at);
        if (key.isEmpty()) {
            return 0;
        }
        String pair = line.isJoined(at) ? classesByKey.getOrDefault(key + line.key(at + 1), "") : "";
        String single = classesByKey.getOrDefault(key, "");
        if (!pair.isEmpty() || !single.isEmpty()) {
            scope.classes().add(pair.isEmpty() ? single : pair);
            return pair.isEmpty() ? 1 : 2;
        }
        int length = readYear(line, at, scope);
        String subject = roles.subject(key);
        if (length == 0 && !subject.isEmpty()) {
            scope.subjects().add(subject);
            return 1;
        }
        return length;
    }

    private static int readYear(Line line, int at, Scope scope) {
        String key = line.key(at);
        boolean spelt = YEARS.contains(key);
        String year = spelt
                ? number(line.key(at + 1))
                : EARLY_YEARS.getOrDefault(key, key.startsWith("yr") ? number(key.substring(2)) : yearOfOneWord(key));
        if (year.isEmpty()) {
            return 0;
        }
        scope.years().add(year);
        return spelt ? 2 : 1;
    }

    private static String yearOfOneWord(String key) {
        return key.startsWith("year") ? number(key.substring(4)) : key.startsWith("y") ? number(key.substring(1)) : "";
    }

    /** A year out of "4", "4s" or "four"; empty if it is none. */
    private static String number(String word) {
        OptionalInt known = NumberWords.valueOf(word);
        if (known.isPresent()) {
            return known.getAsInt() <= LAST_YEAR ? Integer.toString(known.getAsInt()) : "";
        }
        String digits = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        if (digits.isEmpty() || digits.length() > 2 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return "";
        }
        int year = Integer.parseInt(digits);
        return year <= LAST_YEAR ? Integer.toString(year) : "";
    }
}
