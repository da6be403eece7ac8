package uk.schoolgate.core.screening.naming;

import java.util.Optional;
import uk.schoolgate.core.screening.naming.ChildSighting.Form;
import uk.schoolgate.core.text.Letters;

/** First names taken apart: "O l l i e", "O.L.L.I.E", "Ol*lie", "j@ck", "$am". */
final class Disguises implements NameForm {
    private static final int SHORTEST = 3;
    private static final int SHORTEST_INSIDE = 4;
    private static final int LONGEST_RUN = 16;
    private static final int MOST_PIECES = 8;
    private static final int MOST_FRAGMENTS = 4;
    private static final int LONGEST_GAP = 3;
    private static final String SIGNS_FOR_LETTERS = "@$€!|";
    private static final String SIGNS_AT_END = "@$€";
    /** What people put between two words, too. */
    private static final String PUNCTUATION = ",/&:;()\"";

    private final RollNames names;
    private final NameMatcher matcher;
    private final OrdinaryWords words;

    Disguises(RollNames names, NameMatcher matcher, OrdinaryWords words) {
        this.names = names;
        this.matcher = matcher;
        this.words = words;
    }

    @Override
    public Optional<Found> at(Line line, int word, int[] classes) {
        return singleLetters(line, word, classes)
                .or(() -> broken(line, word, classes))
                .or(() -> fragments(line, word, classes))
                .or(() -> signedAtStart(line, word, classes));
    }

    private Optional<Found> singleLetters(Line line, int word, int[] classes) {
        StringBuilder letters = new StringBuilder();
        int next = word;
        while (isLetter(line, next) && letters.length() < LONGEST_RUN && (next == word || isNear(line, next - 1))) {
            letters.append(line.stem(next));
            next++;
        }
        boolean fromStart = !(isLetter(line, word - 1) && isNear(line, word - 1));
        for (int length = letters.length(); length >= SHORTEST; length--) {
            String joined = letters.substring(0, length);
            boolean wholeRun = fromStart && length == letters.length();
            boolean likely = Spelling.isMostlyLetters(joined) && (wholeRun || length >= SHORTEST_INSIDE);
            Bearers bearers = likely ? bearersOf(joined, classes) : Bearers.NONE;
            if (!bearers.isEmpty()) {
                return Optional.of(Found.of(line, word, length, Form.FIRST_NAME, Likeness.DISGUISED, bearers));
            }
        }
        return Optional.empty();
    }

    private static boolean isLetter(Line line, int at) {
        return line.stem(at).length() == 1;
    }

    private static boolean isNear(Line line, int at) {
        String gap = line.gapAfter(at);
        return !gap.isEmpty() && gap.codePointCount(0, gap.length()) <= LONGEST_GAP && gap.indexOf('\n') < 0;
    }

    private Bearers bearersOf(String letters, int[] classes) {
        Bearers bearers = Bearers.NONE;
        for (int name : matcher.undisguised(letters).names()) {
            bearers = bearers.or(names.byFirstName(name, classes));
        }
        return bearers;
    }

    /** Words with a sign between them and no space, as in "Ol*lie"; a sign may stand for a letter, as in "j@ck". */
    private Optional<Found> broken(Line line, int word, int[] classes) {
        if (!breaks(line.gapAfter(word))) {
            return words.contains(line.key(word))
                    ? Optional.empty()
                    : signedAtEnd(
                            line,
                            Found.of(line, word, 1, Form.FIRST_NAME, Likeness.DISGUISED, Bearers.NONE),
                            line.key(word),
                            classes);
        }
        StringBuilder letters = new StringBuilder(Letters.of(line.folded(word)));
        StringBuilder withSigns = new StringBuilder(letters);
        boolean ordinary = words.contains(letters.toString());
        for (int pieces = 2; pieces <= MOST_PIECES && breaks(line.gapAfter(word + pieces - 2)); pieces++) {
            int at = word + pieces - 1;
            letters.append(line.key(at));
            withSigns.append(letterFor(line.gapAfter(at - 1))).append(line.key(at));
            ordinary &= words.contains(line.key(at));
            boolean longEnough = letters.length() >= SHORTEST && letters.length() <= Lexicon.LONGEST;
            Found found = Found.of(line, word, pieces, Form.FIRST_NAME, Likeness.DISGUISED, Bearers.NONE);
            Bearers bearers = ordinary || !longEnough
                    ? Bearers.NONE
                    : bearersOf(withSigns.toString(), classes).or(bearersOf(letters.toString(), classes));
            if (!bearers.isEmpty()) {
                return Optional.of(found.borneBy(bearers));
            }
            Optional<Found> signed = signedAtEnd(line, found, withSigns.toString(), classes);
            if (longEnough && signed.isPresent()) {
                return signed;
            }
        }
        return Optional.empty();
    }

    /** Words that are none, and a child's name together, as in "oll ie". */
    private Optional<Found> fragments(Line line, int word, int[] classes) {
        StringBuilder letters = new StringBuilder(line.key(word));
        boolean ordinary = words.contains(line.key(word));
        for (int pieces = 2;
                pieces <= MOST_FRAGMENTS && line.gapAfter(word + pieces - 2).equals(" ");
                pieces++) {
            String piece = line.key(word + pieces - 1);
            letters.append(piece);
            ordinary &= words.contains(piece);
            int name = ordinary || letters.length() > Lexicon.LONGEST
                    ? -1
                    : names.firstNames().idOf(letters);
            Bearers bearers =
                    name < 0 || letters.length() <= SHORTEST_INSIDE ? Bearers.NONE : names.byFirstName(name, classes);
            if (bearers.expected()) {
                return Optional.of(Found.of(line, word, pieces, Form.FIRST_NAME, Likeness.DISGUISED, bearers));
            }
        }
        return Optional.empty();
    }

    /** A sign for the last letter, as in "marcu$" and "m@rcu$". */
    private Optional<Found> signedAtEnd(Line line, Found found, String letters, int[] classes) {
        int end = found.end();
        boolean signed = end < line.text().length()
                && SIGNS_AT_END.indexOf(line.text().charAt(end)) >= 0
                && letters.length() <= Lexicon.LONGEST;
        Bearers bearers = signed ? bearersOf(letters + line.text().charAt(end), classes) : Bearers.NONE;
        return bearers.isEmpty()
                ? Optional.empty()
                : Optional.of(found.endingAt(end + 1).borneBy(bearers));
    }

    private static String letterFor(String gap) {
        return gap.length() == 1 && Spelling.plain(gap.charAt(0)) > 0 ? gap : "";
    }

    private static boolean breaks(String gap) {
        return !gap.isEmpty()
                && gap.codePointCount(0, gap.length()) <= LONGEST_GAP
                && gap.codePoints().noneMatch(c -> Character.isWhitespace(c) || PUNCTUATION.indexOf(c) >= 0);
    }

    /** A sign for the first letter, as in "$am" and "@lfie". */
    private Optional<Found> signedAtStart(Line line, int word, int[] classes) {
        int before = line.word(word).start() - 1;
        if (before < 0 || SIGNS_FOR_LETTERS.indexOf(line.text().charAt(before)) < 0) {
            return Optional.empty();
        }
        String key = line.key(word);
        boolean mention = line.text().charAt(before) == '@'
                && !matcher.exactly(line, word).isEmpty();
        Bearers bearers = mention || key.length() + 1 < SHORTEST || words.contains(key)
                ? Bearers.NONE
                : bearersOf(line.text().charAt(before) + key, classes);
        return bearers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(1, before, line.endOfStem(word), Form.FIRST_NAME, Likeness.DISGUISED, bearers));
    }
}
