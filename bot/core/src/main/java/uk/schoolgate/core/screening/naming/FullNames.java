package uk.schoolgate.core.screening.naming;

import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.screening.naming.ChildSighting.Form;
import uk.schoolgate.core.text.Letters;

/** Full names in either order: "Aisha Hussain", "aisha j hussain", "Hussain, Aisha", "Aysha Hussein". */
final class FullNames implements NameForm {
    private final RollNames names;
    private final NameMatcher firstNames;
    private final NameMatcher surnames;
    private final Set<String> everydayWords;

    /** @param everydayWords two of these in small letters are no name: "kit day", "ruby price" */
    FullNames(RollNames names, NameMatcher firstNames, NameMatcher surnames, Set<String> everydayWords) {
        this.names = names;
        this.firstNames = firstNames;
        this.surnames = surnames;
        this.everydayWords = everydayWords;
    }

    @Override
    public Optional<Found> at(Line line, int word, int[] classes) {
        return line.has(word + 1) && !isWords(line, word)
                ? inOrder(line, word, classes).or(() -> surnameFirst(line, word, classes))
                : Optional.empty();
    }

    private boolean isWords(Line line, int word) {
        return !line.word(word + 1).capital()
                && everydayWords.contains(line.folded(word))
                && everydayWords.contains(line.stem(word + 1));
    }

    private Optional<Found> inOrder(Line line, int word, int[] classes) {
        // "No hope, Robinson's is shut": a list or a new thought.
        boolean list = line.gapAfter(word).contains(",");
        NameMatches first = list ? NameMatches.NONE : firstNames.match(line, word);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int last = word + 1;
        if (line.word(last).folded().length() == 1 && line.has(last + 1)) {
            last++;
        }
        Optional<Found> two = joinedSurname(line, word, last, first, classes);
        return two.isPresent() ? two : pair(line, word, last, first, surnames.match(line, last), classes);
    }

    /** "Orla O Brien", "Ben Van Dyke", "Tia Smith Jones". */
    private Optional<Found> joinedSurname(Line line, int word, int last, NameMatches first, int[] classes) {
        if (!line.has(last + 1) || !line.gapAfter(last).isBlank()) {
            return Optional.empty();
        }
        String key = Letters.of(line.folded(last)) + line.key(last + 1);
        int surname = names.surnames().idOf(key);
        return surname < 0
                ? Optional.empty()
                : pair(line, word, last + 1, first, new NameMatches(new int[] {surname}, Likeness.EXACT), classes);
    }

    private Optional<Found> pair(Line line, int word, int last, NameMatches first, NameMatches surname, int[] classes) {
        Bearers bearers = Bearers.NONE;
        for (int firstName : first.names()) {
            for (int lastName : surname.names()) {
                bearers = bearers.or(names.byFullName(firstName, lastName, classes));
            }
        }
        Likeness likeness = further(first.likeness(), surname.likeness());
        return bearers.isEmpty()
                ? Optional.empty()
                : Optional.of(Found.of(line, word, last - word + 1, Form.FULL_NAME, likeness, bearers));
    }

    private static Likeness further(Likeness a, Likeness b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private Optional<Found> surnameFirst(Line line, int word, int[] classes) {
        NameMatches surname = surnames.exactly(line, word);
        String gap = line.gapAfter(word).strip();
        boolean king = gap.isEmpty() && ChildWords.isTitle(line.stem(word));
        if (surname.isEmpty() || king || !(gap.isEmpty() || gap.equals(","))) {
            return Optional.empty();
        }
        NameMatches first = firstNames.exactly(line, word + 1);
        return pair(line, word, word + 1, first, surname, classes);
    }
}
