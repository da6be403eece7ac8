package uk.schoolgate.core.screening.naming;

import java.util.Optional;
import uk.schoolgate.core.screening.naming.ChildSighting.Form;
import uk.schoolgate.core.text.Letters;

/** Children by their family: "Dan Smith's boy", "Emma P's eldest", "Mrs Hussain's son", "the boy of Dan Smith". */
final class Kinship implements NameForm {
    private static final int MOST_WORDS_BETWEEN = 2;

    private final RollNames names;
    private final NameMatcher surnames;
    private final OrdinaryWords words;

    Kinship(RollNames names, NameMatcher surnames, OrdinaryWords words) {
        this.names = names;
        this.surnames = surnames;
        this.words = words;
    }

    @Override
    public Optional<Found> at(Line line, int word, int[] classes) {
        return ofFamily(line, word, 2, classes)
                .or(() -> ofFamily(line, word, 1, classes))
                .or(() -> childFirst(line, word, classes));
    }

    /** An adult's name of so many words and the child: "Dan Smith's boy". */
    private Optional<Found> ofFamily(Line line, int word, int length, int[] classes) {
        int child = childAfter(line, word + length - 1);
        if (child < 0) {
            return Optional.empty();
        }
        return length == 1
                ? found(line, word, child, ofFirstName(line, word, classes))
                : found(line, word, child, ofFullName(line, word, classes)).or(() -> ofUnknown(line, word, child));
    }

    private static Optional<Found> found(Line line, int first, int last, Bearers bearers) {
        return bearers.isEmpty()
                ? Optional.empty()
                : Optional.of(Found.of(line, first, last - first + 1, Form.KINSHIP, Likeness.EXACT, bearers));
    }

    /** An adult of whom the roll knows nothing, by full name or title. */
    private Optional<Found> ofUnknown(Line line, int word, int child) {
        boolean first = ChildWords.isTitle(line.folded(word)) || isName(line, word);
        return first && isName(line, word + 1) && line.word(word + 1).folded().endsWith("'s")
                ? Optional.of(Found.of(line, word, child - word + 1, Form.KINSHIP, Likeness.UNKNOWN, Bearers.NONE))
                : Optional.empty();
    }

    private boolean isName(Line line, int word) {
        boolean capital = line.word(word).capital() && !line.word(word).shouted();
        return capital && (line.isCapitalised(word) || !words.contains(line.stem(word)));
    }

    /** "the boy of Dan Smith". */
    private Optional<Found> childFirst(Line line, int word, int[] classes) {
        boolean child =
                ChildWords.isChild(line.folded(word)) && line.folded(word + 1).equals("of");
        return child && line.has(word + 3) && line.adjoins(word + 2)
                ? found(line, word, word + 3, ofFullName(line, word + 2, classes))
                : Optional.empty();
    }

    /** The word after a possessive that says that a child of theirs is meant, or -1. */
    private static int childAfter(Line line, int owner) {
        if (!line.has(owner) || !isPossessive(line.folded(owner))) {
            return -1;
        }
        int at = owner + 1;
        while (at <= owner + MOST_WORDS_BETWEEN && ChildWords.describesChild(line.folded(at)) && !isLast(line, at)) {
            at++;
        }
        return ChildWords.isChild(line.stem(at)) ? at : -1;
    }

    private static boolean isLast(Line line, int at) {
        return !ChildWords.isChild(line.folded(at + 1)) && ChildWords.isChild(line.folded(at));
    }

    /** With or without an apostrophe. */
    private static boolean isPossessive(String word) {
        return word.endsWith("s") || word.endsWith("s'");
    }

    /** Two words: a title and a surname, or a full name; where no adult is called so, the surname alone tells. */
    private Bearers ofFullName(Line line, int word, int[] classes) {
        boolean title = ChildWords.isTitle(line.folded(word));
        String first = Letters.of(line.folded(word));
        Bearers children = title ? Bearers.NONE : byAdult(first + " ", line.key(word + 1));
        boolean stranger = line.adjoins(word) && isName(line, word) && isName(line, word + 1);
        return children.isEmpty() && (title || stranger) ? bySurname(line, word + 1, classes) : children;
    }

    private Bearers bySurname(Line line, int word, int[] classes) {
        Bearers bearers = Bearers.NONE;
        for (int name : surnames.exactly(line, word).names()) {
            bearers = bearers.or(names.bySurname(name, classes));
        }
        return bearers;
    }

    private Bearers ofFirstName(Line line, int word, int[] classes) {
        return names.among(byAdult("", line.key(word)), classes);
    }

    /** The owner's name may end in an s of its own or in one of a possessive without an apostrophe. */
    private Bearers byAdult(String before, String owner) {
        Bearers children = names.byAdult(before + owner);
        return children.isEmpty() && owner.endsWith("s")
                ? names.byAdult(before + owner.substring(0, owner.length() - 1))
                : children;
    }
}
