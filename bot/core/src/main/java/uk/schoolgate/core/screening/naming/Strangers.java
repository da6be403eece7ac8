package uk.schoolgate.core.screening.naming;

import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.screening.naming.ChildSighting.Form;
import uk.schoolgate.core.text.Letters;

/** Names of children who are not on the roll: "that Kayden Foster in year 3", "jenson". */
final class Strangers implements NameForm {
    private static final int SHORTEST = 3;
    private static final Set<String> BEFORE = Set.of("that", "this", "young", "little", "called", "named");
    private static final Set<String> NO_SURNAME = Set.of(
            "is", "was", "are", "were", "who", "and", "or", "went", "goes", "moved", "now", "also", "still", "again",
            "back", "just", "will", "not", "only", "he", "she", "they", "on", "off", "at", "to", "from", "but", "has",
            "had", "did", "does", "up", "down", "out", "in", "of", "over", "too", "the", "year", "yr", "class", "i",
            "being", "starts");
    private static final Set<String> PLACES = Set.of(
            "road",
            "rd",
            "street",
            "lane",
            "avenue",
            "close",
            "drive",
            "way",
            "court",
            "square",
            "bridge",
            "park",
            "church",
            "school",
            "primary",
            "academy",
            "centre",
            "center",
            "club",
            "farm",
            "house",
            "hall",
            "cottage",
            "station",
            "beach",
            "island",
            "university",
            "college",
            "cup",
            "fair",
            "day",
            "week",
            "fc",
            "united",
            "city",
            "castle",
            "hospital");

    private final RollNames names;
    private final NameLists lists;
    private final OrdinaryWords words;

    Strangers(RollNames names, NameLists lists, OrdinaryWords words) {
        this.names = names;
        this.lists = lists;
        this.words = words;
    }

    @Override
    public Optional<Found> at(Line line, int word, int[] classes) {
        boolean firstName = isFirstName(line.stem(word));
        boolean strange = isStrangeName(line, word);
        boolean full = (firstName || strange) && isSurname(line, word + 1);
        if (full) {
            boolean telling = firstName || BEFORE.contains(line.folded(word - 1));
            return telling ? found(line, word, 2) : Optional.empty();
        }
        return firstName || (strange && hasPlace(line, word + 1)) ? found(line, word, 1) : Optional.empty();
    }

    private static Optional<Found> found(Line line, int word, int length) {
        Form form = length == 2 ? Form.FULL_NAME : Form.FIRST_NAME;
        return Optional.of(Found.of(line, word, length, form, Likeness.UNKNOWN, Bearers.NONE));
    }

    /** A full name with a class or a year, which nobody on the roll bears: "Leo Smith in Y5". */
    Optional<Found> withPlace(Line line, int word, int[] classes) {
        if (!hasPlace(line, word + 2) || !line.adjoins(word) || hasPlace(line, word + 1)) {
            return Optional.empty();
        }
        boolean first = isFirstName(line.stem(word)) || isStrangeName(line, word) || isOnRoll(line, word);
        String second = line.stem(word + 1);
        boolean other = NO_SURNAME.contains(second) || ChildWords.isChild(second) || second.length() < 2;
        boolean last = isSurname(line, word + 1) || !other;
        return first && last ? found(line, word, 2) : Optional.empty();
    }

    private boolean isOnRoll(Line line, int word) {
        String key = Letters.of(line.folded(word));
        return names.firstNames().idOf(key) >= 0 && (line.isCapitalised(word) || !words.contains(key));
    }

    private boolean isFirstName(String stem) {
        if (names.classes().isClass(stem)) {
            return false;
        }
        boolean plural = !words.isListed(stem) && isListed(Spelling.singular(stem));
        int hyphen = stem.indexOf('-');
        return isListed(stem) || plural || (hyphen > 0 && isListed(stem.substring(0, hyphen)));
    }

    private boolean isListed(String name) {
        return lists.firstNames().contains(name) && !lists.words().contains(name);
    }

    /** A capitalised word that is neither a word nor a class, or a name that is a word, too. */
    private boolean isStrangeName(Line line, int word) {
        String stem = line.stem(word);
        boolean capital = line.word(word).capital() && !line.word(word).shouted();
        boolean known = words.contains(stem) || names.classes().isClass(stem);
        return capital
                && stem.length() >= SHORTEST
                && (!known || lists.firstNames().contains(stem));
    }

    private boolean isSurname(Line line, int word) {
        if (!line.has(word) || !line.adjoins(word - 1) || line.folded(word - 1).endsWith("'s")) {
            return false;
        }
        String stem = line.stem(word);
        boolean other = PLACES.contains(stem)
                || NO_SURNAME.contains(stem)
                || names.classes().isClass(stem);
        return line.isCapitalised(word) && stem.length() > 1 && !other;
    }

    private boolean hasPlace(Line line, int next) {
        return Place.after(line.words(), next, names.classes()).isPresent();
    }
}
