package uk.schoolgate.core.screening.naming;

import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.screening.naming.ChildSighting.Form;
import uk.schoolgate.core.text.Letters;

/** Surnames that stand for a child or for children: "that Reid kid", "young Hussain", "the Okafor twins", "Okafor again". */
final class Surnames implements NameForm {
    private static final Set<String> BEFORE = Set.of("young", "little", "wee", "master");
    private static final Set<String> ARTICLES = Set.of("the", "them", "those", "these", "both");
    private static final int[] ALL_CLASSES = {};

    private final RollNames names;
    private final NameMatcher matcher;
    private final Set<String> everydayWords;
    private final OrdinaryWords words;

    /**
     * @param everydayWords surnames among these need a child to be spoken of
     * @param words what is none of these is a name however it is written, and wherever it stands
     */
    Surnames(RollNames names, NameMatcher matcher, Set<String> everydayWords, OrdinaryWords words) {
        this.names = names;
        this.matcher = matcher;
        this.everydayWords = everydayWords;
        this.words = words;
    }

    /** "R. White": an initial and a surname. */
    Optional<Found> withInitial(Line line, int word, int[] classes) {
        boolean initial = line.stem(word).length() == 1 && line.word(word).capital();
        String gap = line.gapAfter(word);
        boolean near = gap.equals(" ") || gap.equals(". ") || gap.equals(".");
        if (!initial || !near || !line.word(word + 1).capital()) {
            return Optional.empty();
        }
        NameMatches matches = matcher.exactly(line, word + 1);
        Bearers bearers = Bearers.NONE;
        for (int name : matches.names()) {
            bearers = bearers.or(names.byInitialAndSurname(line.stem(word).charAt(0), name, classes));
        }
        return bearers.isEmpty()
                ? Optional.empty()
                : Optional.of(Found.of(line, word, 2, Form.SURNAME, Likeness.EXACT, bearers));
    }

    @Override
    public Optional<Found> at(Line line, int word, int[] classes) {
        boolean aboutChild = BEFORE.contains(line.folded(word - 1)) || ChildWords.isChild(line.stem(word + 1));
        boolean everyday = everydayWords.contains(line.stem(word));
        boolean name = line.isCapitalised(word) || !words.contains(line.key(word));
        if (!aboutChild && (!name || everyday)) {
            return Optional.empty();
        }
        boolean respelt = aboutChild && !everyday;
        NameMatches matches = respelt ? matcher.match(line, word) : matcher.exactly(line, word);
        Bearers bearers = bearers(matches, classes);
        boolean several = ChildWords.isChildren(line.stem(word + 1)) && bearers.pupils().length == 1;
        return found(line, word, matches, several ? bearers(matches, ALL_CLASSES) : bearers);
    }

    /** "The Okafors": a family, unless it is said to be somebody else's name. */
    Optional<Found> families(Line line, int word, int[] classes) {
        boolean family =
                ARTICLES.contains(line.folded(word - 1)) && line.word(word).capital();
        String key = Letters.of(line.word(word).folded());
        int surname = family && key.endsWith("s") ? names.surnames().idOf(Spelling.singular(key)) : -1;
        NameMatches matches = surname < 0 ? NameMatches.NONE : new NameMatches(new int[] {surname}, Likeness.EXACT);
        return found(line, word, matches, bearers(matches, classes));
    }

    private Bearers bearers(NameMatches matches, int[] classes) {
        Bearers bearers = Bearers.NONE;
        for (int name : matches.names()) {
            bearers = bearers.or(names.bySurname(name, classes));
        }
        return bearers;
    }

    private static Optional<Found> found(Line line, int word, NameMatches matches, Bearers bearers) {
        return bearers.isEmpty()
                ? Optional.empty()
                : Optional.of(Found.of(line, word, 1, Form.SURNAME, matches.likeness(), bearers));
    }
}
