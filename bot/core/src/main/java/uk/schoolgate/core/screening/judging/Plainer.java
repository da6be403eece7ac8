package uk.schoolgate.core.screening.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.text.Leet;
import uk.schoolgate.core.text.ListFile;
import uk.schoolgate.core.text.Starred;
import uk.schoolgate.core.text.WordList;

/** Undoes what hides an ordinary word: gaps, signs for letters, stars, letters said again and again. */
public final class Plainer {
    private static final String SEPARATORS = " .-_*·,";
    private static final String STARS = "*#_•×?@$!";
    private static final String OUTER = ".,;:!?()[]\"'“”…";
    private static final int SHORTEST_RUN = 3;
    private static final int LONGEST_WORD = 24;

    private final WordList words;
    private final Set<String> coarse;

    /** @param words the words that a hidden one may be, besides those that people hide most */
    public Plainer(WordList words) {
        this.words = words;
        this.coarse = ListFile.words("/schoolgate/screening/coarse-words.txt");
    }

    /**
     * A hidden word.
     *
     * @param start index of its first char in the folded text
     * @param end index after its last char
     * @param text the word itself
     */
    record Plain(int start, int end, String text) {}

    /** The hidden words of a folded text, in order. */
    List<Plain> plain(String folded) {
        List<Plain> found = new ArrayList<>();
        int i = 0;
        while (i < folded.length()) {
            if (isBlank(folded, i)) {
                i++;
                continue;
            }
            int end = chunkEnd(folded, i);
            int from = i;
            Optional<Plain> plain = spaced(folded, i).or(() -> inChunk(folded, from, end));
            plain.ifPresent(found::add);
            i = plain.map(word -> Math.max(word.end(), from + 1)).orElse(end);
        }
        return found;
    }

    private static boolean isBlank(String text, int at) {
        return Character.isWhitespace(text.charAt(at));
    }

    private static int chunkEnd(String text, int start) {
        int end = start;
        while (end < text.length() && !isBlank(text, end)) {
            end++;
        }
        return end;
    }

    /** "u s e l e s s", "t.w.a.t". */
    private Optional<Plain> spaced(String text, int start) {
        StringBuilder letters = new StringBuilder();
        int at = start;
        int end = start;
        while (letters.length() <= LONGEST_WORD && isSingleLetter(text, at)) {
            letters.append(text.charAt(at));
            end = at + 1;
            at += 2;
        }
        boolean hidden = letters.length() >= SHORTEST_RUN && isWord(letters.toString());
        return hidden ? Optional.of(new Plain(start, end, letters.toString())) : Optional.empty();
    }

    private static boolean isSingleLetter(String text, int at) {
        return at < text.length()
                && Character.isLetter(text.charAt(at))
                && (at + 1 == text.length() || SEPARATORS.indexOf(text.charAt(at + 1)) >= 0 || isBlank(text, at + 1));
    }

    private Optional<Plain> inChunk(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && OUTER.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && OUTER.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        if (to - from < SHORTEST_RUN || to - from > LONGEST_WORD * 2) {
            return Optional.empty();
        }
        String chunk = text.substring(from, to);
        Optional<String> word = isPlain(chunk) ? stretched(chunk) : withSigns(chunk);
        int first = from;
        int last = to;
        return word.map(plain -> new Plain(first, last, plain));
    }

    private static boolean isPlain(String chunk) {
        return chunk.chars().allMatch(Character::isLetter);
    }

    private boolean isWord(String word) {
        return coarse.contains(word) || words.contains(word);
    }

    /** "sooooo", "useeeless". */
    private Optional<String> stretched(String chunk) {
        String twice = atMost(2, chunk);
        if (twice.length() == chunk.length()) {
            return Optional.empty();
        }
        String once = atMost(1, chunk);
        return Optional.of(isWord(twice) && !isWord(once) ? twice : once);
    }

    private static String atMost(int times, String chunk) {
        StringBuilder squeezed = new StringBuilder();
        int run = 0;
        for (int i = 0; i < chunk.length(); i++) {
            run = i > 0 && chunk.charAt(i) == chunk.charAt(i - 1) ? run + 1 : 1;
            boolean stretched = runLength(chunk, i) > 2;
            if (run <= (stretched ? times : 2)) {
                squeezed.append(chunk.charAt(i));
            }
        }
        return squeezed.toString();
    }

    private static int runLength(String chunk, int at) {
        int from = at;
        int to = at;
        while (from > 0 && chunk.charAt(from - 1) == chunk.charAt(at)) {
            from--;
        }
        while (to + 1 < chunk.length() && chunk.charAt(to + 1) == chunk.charAt(at)) {
            to++;
        }
        return to - from + 1;
    }

    private Optional<String> withSigns(String chunk) {
        if (chunk.chars().filter(Character::isLetter).count() < 1 || words.contains(chunk)) {
            return Optional.empty();
        }
        return leet(chunk, 'i')
                .or(() -> leet(chunk, 'l'))
                .or(() -> broken(chunk))
                .or(() -> starred(chunk));
    }

    private Optional<String> leet(String chunk, char one) {
        StringBuilder plain = new StringBuilder();
        boolean signs = false;
        for (int i = 0; i < chunk.length(); i++) {
            char c = letterFor(chunk.charAt(i), one);
            if (c == 0) {
                return Optional.empty();
            }
            signs |= c != chunk.charAt(i);
            plain.append(c);
        }
        boolean mostlyLetters = chunk.chars().filter(Character::isLetter).count() * 2 >= chunk.length();
        boolean hidden = coarse.contains(plain.toString()) || (mostlyLetters && words.contains(plain.toString()));
        return signs && hidden ? Optional.of(plain.toString()) : Optional.empty();
    }

    private static char letterFor(char c, char one) {
        char letter = Leet.letterFor(c);
        return letter == 'i' ? one : letter > 0 || !Character.isLetter(c) ? letter : c;
    }

    /** "id.iot", "use💩less". */
    private Optional<String> broken(String chunk) {
        StringBuilder letters = new StringBuilder();
        chunk.chars().filter(Character::isLetter).forEach(c -> letters.append((char) c));
        return coarse.contains(letters.toString()) ? Optional.of(letters.toString()) : Optional.empty();
    }

    /** "f***ing", "d*ckhead": each star is one letter. */
    private Optional<String> starred(String chunk) {
        StringBuilder pattern = new StringBuilder();
        chunk.chars().forEach(c -> pattern.append(STARS.indexOf(c) >= 0 ? Starred.STAR : (char) c));
        boolean stars = pattern.indexOf(Character.toString(Starred.STAR)) >= 0;
        return stars
                ? coarse.stream()
                        .filter(word -> Starred.fits(pattern.toString(), word))
                        .sorted()
                        .findFirst()
                : Optional.empty();
    }
}
