package uk.schoolgate.core.screening.naming;

import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.screening.naming.ChildSighting.Form;
import uk.schoolgate.core.text.Word;

/**
 * Initials of first name and surname: "O.S. in Kestrel", "O S", and "OS" where a class, a year, a child word or what somebody
 * does follows.
 */
final class Initials implements NameForm {
    /** Those that people write with dots, too. */
    private static final Set<String> DOTTED =
            Set.of("pe", "uk", "ps", "pm", "am", "tv", "us", "ta", "eg", "ie", "dt", "re", "it", "pta", "id");

    /** And words of two letters, which somebody who shouts writes in capitals. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "pe", "pta", "ta", "uk", "pm", "am", "tv", "ks", "it", "ok", "id", "re", "ic", "eg", "ie", "dt", "ot", "ps",
            "dm", "dh", "ht", "ds", "dd", "gp", "nt", "ml", "pc", "st", "no", "so", "my", "hi", "oh", "us", "we", "ll",
            "he", "me", "be", "if", "in", "at", "is", "as", "an", "on", "of", "or", "to", "by", "do", "go", "up", "ha");

    /** Verbs behind which two capitals are as often somebody as something. */
    private static final Set<String> VERBS = Set.of(
            "is", "was", "has", "had", "did", "got", "hit", "bit", "said", "told", "pushed", "kicked", "punched",
            "took");

    private final RollNames names;

    Initials(RollNames names) {
        this.names = names;
    }

    @Override
    public Optional<Found> at(Line line, int word, int[] classes) {
        return dotted(line, word, classes).or(() -> together(line, word, classes));
    }

    private Optional<Found> dotted(Line line, int word, int[] classes) {
        boolean two = isCapital(line, word) && isCapital(line, word + 1) && !isCapital(line, word + 2);
        if (!two || (isCapital(line, word - 1) && line.gapAfter(word - 1).length() < 3)) {
            return Optional.empty();
        }
        String gap = line.gapAfter(word);
        boolean joined = gap.equals(".") || gap.equals(". ") || gap.equals(" ") || gap.equals("/");
        boolean known = gap.startsWith(".") ? isIn(DOTTED, line, word) : isIn(ABBREVIATIONS, line, word);
        return joined && !known
                ? find(line, word, 2, line.folded(word) + line.stem(word + 1), classes)
                        .map(found -> withLastDot(line, gap, found))
                : Optional.empty();
    }

    private static boolean isIn(Set<String> abbreviations, Line line, int word) {
        return abbreviations.contains(line.folded(word) + line.stem(word + 1));
    }

    private static Found withLastDot(Line line, String gap, Found found) {
        boolean dot = gap.startsWith(".") && line.text().startsWith(".", found.end());
        return dot ? found.endingAt(found.end() + 1) : found;
    }

    private static boolean isCapital(Line line, int at) {
        return line.has(at) && line.stem(at).length() == 1 && line.word(at).capital();
    }

    private Optional<Found> together(Line line, int word, int[] classes) {
        Word initials = line.word(word);
        boolean two = initials.stem().length() == 2 && initials.capital() && initials.shouted();
        String next = line.folded(word + 1);
        boolean child = ChildWords.isChild(next)
                || VERBS.contains(next)
                || Place.after(line.words(), word + 1, names.classes()).isPresent()
                || initials.folded().endsWith("'s");
        return two && child && !ABBREVIATIONS.contains(line.stem(word))
                ? find(line, word, 1, initials.stem(), classes)
                : Optional.empty();
    }

    private Optional<Found> find(Line line, int word, int length, String initials, int[] classes) {
        Bearers bearers = names.byInitials(initials.charAt(0), initials.charAt(1), classes);
        return bearers.isEmpty() || !bearers.expected()
                ? Optional.empty()
                : Optional.of(Found.of(line, word, length, Form.INITIALS, Likeness.EXACT, bearers));
    }
}
