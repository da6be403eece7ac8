package uk.schoolgate.core.screening.naming;

import java.util.Optional;
import uk.schoolgate.core.screening.naming.ChildSighting.Form;
import uk.schoolgate.core.text.FoldedText;
import uk.schoolgate.core.text.Starred;

/** First names with stars for letters: "O***e", "Ol***", "J*ck", "M🌟lik". One child of the group must fit, and nobody else. */
final class StarredNames implements NameForm {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 24;
    private static final int FEWEST_LETTERS = 2;
    private static final String STARS = "*_#•×?";

    private final Roster roster;

    StarredNames(RollNames names) {
        this.roster = new Roster(names);
    }

    @Override
    public Optional<Found> at(Line line, int word, int[] classes) {
        int start = line.word(word).start();
        String text = line.text();
        if (line.word(word).end() == text.length()
                || !isStar(text.codePointAt(line.word(word).end()))) {
            return Optional.empty();
        }
        int end = start;
        StringBuilder pattern = new StringBuilder();
        while (end < text.length() && end - start <= LONGEST && isPart(text.codePointAt(end))) {
            int c = text.codePointAt(end);
            pattern.append(isStar(c) ? String.valueOf(Starred.STAR) : FoldedText.fold(Character.toString(c)));
            end += Character.charCount(c);
        }
        return end - start > LONGEST ? Optional.empty() : find(line, word, end, trimmed(pattern.toString()), classes);
    }

    /** A question mark after a name is no star. */
    private static String trimmed(String pattern) {
        boolean onlyLast = pattern.indexOf(Starred.STAR) == pattern.length() - 1;
        return onlyLast ? "" : pattern;
    }

    private Optional<Found> find(Line line, int word, int end, String pattern, int[] classes) {
        long letters = pattern.chars().filter(c -> c != Starred.STAR).count();
        boolean enough = letters >= FEWEST_LETTERS || (letters == 1 && line.isCapitalised(word));
        if (pattern.length() < SHORTEST || letters == pattern.length() || !enough) {
            return Optional.empty();
        }
        Bearers bearers = roster.withFirstName(classes, name -> Starred.fits(pattern, name));
        int last = word;
        while (line.has(last + 1) && line.word(last + 1).start() < end) {
            last++;
        }
        return bearers.pupils().length != 1
                ? Optional.empty()
                : Optional.of(new Found(
                        last - word + 1, line.word(word).start(), end, Form.FIRST_NAME, Likeness.DISGUISED, bearers));
    }

    private static boolean isPart(int c) {
        return Character.isLetter(c) || isStar(c);
    }

    private static boolean isStar(int c) {
        return STARS.indexOf(c) >= 0 || Character.getType(c) == Character.OTHER_SYMBOL;
    }
}
