package uk.schoolgate.core.screening.staff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.screening.staff.StaffSighting.Form;

/** Finds titles with a surname that is not on the roll. */
final class Strangers {
    /** What follows a title that stands alone: "ask the Mrs if", "Miss said". */
    private static final Set<String> NO_NAMES = Set.of(
            "a", "am", "an", "and", "are", "as", "ask", "asked", "asks", "at", "be", "because", "but", "by", "came",
            "can", "come", "cos", "did", "do", "does", "for", "from", "gave", "go", "goes", "got", "had", "has", "have",
            "he", "her", "hers", "his", "how", "i", "if", "im", "in", "is", "it", "its", "just", "kept", "let", "made",
            "me", "mr", "mrs", "ms", "miss", "my", "name", "no", "not", "of", "off", "on", "or", "our", "out", "please",
            "put", "right", "said", "saw", "say", "says", "she", "shouted", "so", "still", "than", "thank", "thanks",
            "that", "the", "their", "them", "then", "there", "they", "this", "to", "told", "too", "took", "up", "us",
            "was", "we", "went", "were", "what", "when", "which", "who", "will", "with", "wont", "would", "you", "your",
            "one", "sir", "dr", "never", "always", "doesnt", "isnt", "wasnt", "didnt", "cant", "shes", "hes", "ive",
            "again");

    /** Titles that stand before nothing but a name. */
    private static final Set<String> PLAIN = Set.of("mr", "mrs", "ms", "mx");

    private final OtherPeople others;
    private final FirstNames firstNames;

    Strangers(OtherPeople others, FirstNames firstNames) {
        this.others = others;
        this.firstNames = firstNames;
    }

    /** Whether a word after a title can be no name at all, or belongs to a child who is missed. */
    boolean isNoName(Line line, int at, String title) {
        String key = line.key(at);
        if (key.length() < 2 || NO_NAMES.contains(key) || !key.chars().allMatch(Character::isLetter)) {
            return true;
        }
        return !line.isCapitalised(at)
                && (!PLAIN.contains(title) || firstNames.isEveryday(key))
                && !isSure(line, at, title);
    }

    /** A lower-case name after "miss" or "dr" where the whole message is in lower case. */
    private boolean isSure(Line line, int at, String title) {
        String key = line.key(at);
        return !Titles.isWord(title) && !firstNames.isEveryday(key) && !others.isFirstName(key);
    }

    /** The stranger whose title is that word; a first name between title and surname belongs to them. */
    Optional<Found> at(Line line, int at, String title) {
        String key = line.key(at + 1);
        boolean missed = title.equals("miss") && !line.isCapitalised(at) && others.isFirstName(key);
        boolean word = Titles.isWord(title) && !(line.isCapitalised(at) && title.equals("sir"));
        if (missed || word || (title.equals("miss") && at == 0 && others.isPupilFirstName(key))) {
            return Optional.empty();
        }
        boolean first = others.isFirstName(key)
                && line.isAdjacent(at + 1)
                && line.isCapitalised(at + 2)
                && !NO_NAMES.contains(line.key(at + 2))
                && !line.isPossessive(at + 1);
        return Optional.of(Found.of(line, at, at + (first ? 3 : 2), Form.UNLISTED, List.of()));
    }
}
