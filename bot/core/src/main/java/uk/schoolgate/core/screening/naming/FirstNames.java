package uk.schoolgate.core.screening.naming;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.screening.naming.ChildSighting.Form;
import uk.schoolgate.core.text.Letters;

/** First names, alone or with the initial of the surname: "Ollie", "ollies", "Jaydon", "Tobes", "Oscar B". */
final class FirstNames implements NameForm {
    private static final int SHORTEST_FAR_MISSPELLING = 5;
    private static final int SHORTEST_START = 3;
    /** Letters that are words, or kisses, by themselves. */
    private static final String NO_INITIALS = "iux";

    private static final List<String> ENDINGS = List.of("", "s", "y", "ie", "ies", "es", "o", "er", "z", "zy");

    private final RollNames names;
    private final NameMatcher matcher;
    private final OrdinaryWords words;
    private final Set<String> otherNames;

    FirstNames(RollNames names, NameMatcher matcher, OrdinaryWords words, Set<String> otherNames) {
        this.names = names;
        this.matcher = matcher;
        this.words = words;
        this.otherNames = otherNames;
    }

    @Override
    public Optional<Found> at(Line line, int word, int[] classes) {
        return joined(line, word, classes)
                .or(() -> withInitial(line, word, classes))
                .or(() -> withInitialJoined(line, word, classes))
                .or(() -> alone(line, word, classes));
    }

    /** "Lily Mae" for Lily-Mae. */
    private Optional<Found> joined(Line line, int word, int[] classes) {
        if (!line.adjoins(word)) {
            return Optional.empty();
        }
        String key = Letters.of(line.folded(word)) + line.key(word + 1);
        int name = names.firstNames().idOf(key);
        return name < 0 || words.contains(key) || !names.isOfTwoParts(name)
                ? Optional.empty()
                : Optional.of(
                        Found.of(line, word, 2, Form.FIRST_NAME, Likeness.EXACT, names.byFirstName(name, classes)));
    }

    private Optional<Found> withInitial(Line line, int word, int[] classes) {
        if (!isInitial(line.stem(word + 1)) || !line.gapAfter(word).equals(" ")) {
            return Optional.empty();
        }
        char initial = line.stem(word + 1).charAt(0);
        NameMatches matches = matcher.exactly(line, word);
        Bearers all = Bearers.NONE;
        Bearers bearers = Bearers.NONE;
        for (int name : matches.names()) {
            all = all.or(names.byFirstName(name, classes));
            bearers = bearers.or(names.byFirstNameAndInitial(name, initial, classes));
        }
        // A small letter is as often a short word ("w" for "with"): it must tell two children apart.
        boolean telling =
                line.word(word + 1).capital() || (bearers.expected() && bearers.pupils().length < all.pupils().length);
        return bearers.isEmpty() || !telling
                ? Optional.empty()
                : Optional.of(Found.of(line, word, 2, Form.FIRST_NAME, likeness(matches), bearers));
    }

    /** "OllieB". */
    private Optional<Found> withInitialJoined(Line line, int word, int[] classes) {
        String key = line.key(word);
        int last = line.endOfStem(word) - 1;
        boolean joined = key.length() > SHORTEST_START
                && Character.isUpperCase(line.text().charAt(last))
                && Character.isLowerCase(line.text().charAt(last - 1));
        int name = joined ? names.firstNames().idOf(key.substring(0, key.length() - 1)) : -1;
        Bearers bearers =
                name < 0 ? Bearers.NONE : names.byFirstNameAndInitial(name, key.charAt(key.length() - 1), classes);
        return bearers.isEmpty()
                ? Optional.empty()
                : Optional.of(Found.of(line, word, 1, Form.FIRST_NAME, Likeness.EXACT, bearers));
    }

    private static boolean isInitial(String word) {
        return word.length() == 1 && Character.isLetter(word.charAt(0)) && NO_INITIALS.indexOf(word.charAt(0)) < 0;
    }

    private Optional<Found> alone(Line line, int word, int[] classes) {
        NameMatches matches = matcher.match(line, word);
        Bearers bearers = Bearers.NONE;
        for (int name : matches.names()) {
            bearers = bearers.or(names.byFirstName(name, classes));
        }
        if (matches.isEmpty()) {
            return shortened(line, word, classes);
        }
        return matches.likeness() == Likeness.RESPELT && isUnlikely(line.stem(word), bearers)
                ? Optional.empty()
                : Optional.of(Found.of(line, word, 1, Form.FIRST_NAME, likeness(matches), bearers));
    }

    /** A short misspelling counts in the child's own group alone, and a class is no misspelt child. */
    private boolean isUnlikely(String misspelling, Bearers bearers) {
        boolean far = !bearers.expected() && misspelling.length() < SHORTEST_FAR_MISSPELLING;
        return far || names.classes().isClass(misspelling);
    }

    private Likeness likeness(NameMatches matches) {
        boolean short_ = matches.likeness() == Likeness.EXACT && names.isNickname(matches.names()[0]);
        return short_ ? Likeness.NICKNAME : matches.likeness();
    }

    /** "Tobes" for Toby, "mhmmd" for Mohammed: how one child of the group is called and nobody else. */
    private Optional<Found> shortened(Line line, int word, int[] classes) {
        String key = line.key(word);
        if (key.length() < SHORTEST_START || words.contains(key) || otherNames.contains(key)) {
            return Optional.empty();
        }
        Set<Integer> like = new HashSet<>();
        if (Spelling.hasVowel(key)) {
            ENDINGS.forEach(ending -> beginningLike(key, ending, like));
        } else {
            names.firstNames().withConsonants(key, like::add);
        }
        Bearers bearers = Bearers.NONE;
        for (int name : like) {
            bearers = bearers.or(names.byFirstName(name, classes));
        }
        return bearers.pupils().length != 1 || !bearers.expected()
                ? Optional.empty()
                : Optional.of(Found.of(line, word, 1, Form.FIRST_NAME, Likeness.GUESSED, bearers));
    }

    private void beginningLike(String key, String ending, Set<Integer> like) {
        int length = key.length() - ending.length();
        if (length >= SHORTEST_START && key.endsWith(ending)) {
            names.firstNames().startingWith(key.substring(0, length), like::add);
        }
    }
}
