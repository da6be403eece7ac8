package uk.schoolgate.core.screening.staff;

import java.util.List;
import uk.schoolgate.core.text.Letters;
import uk.schoolgate.core.text.Sentence;
import uk.schoolgate.core.text.Word;

/** A sentence as the search for names and roles reads it, word by word. */
final class Line {
    private static final int LONGEST_GAP = 4;

    private final String text;
    private final List<Word> words;
    private final String[] keys;
    private final boolean[] taken;
    private final boolean shouted;

    Line(String text, Sentence sentence) {
        this.text = text;
        this.words = sentence.words();
        this.keys = new String[words.size()];
        this.taken = new boolean[words.size()];
        int shoutedWords = 0;
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Letters.of(words.get(i).stem());
            shoutedWords += words.get(i).shouted() ? 1 : 0;
        }
        this.shouted = shoutedWords > 1 && shoutedWords * 2 > keys.length;
    }

    String text() {
        return text;
    }

    int size() {
        return keys.length;
    }

    boolean has(int at) {
        return at >= 0 && at < keys.length;
    }

    Word word(int at) {
        return words.get(at);
    }

    /** The letters and digits of a word without a possessive ending; empty beyond the ends of the sentence. */
    String key(int at) {
        return has(at) ? keys[at] : "";
    }

    String folded(int at) {
        return has(at) ? words.get(at).folded() : "";
    }

    boolean isPossessive(int at) {
        return has(at) && words.get(at).folded().endsWith("'s");
    }

    int start(int at) {
        return words.get(at).start();
    }

    /** Where a word ends, its possessive ending left out. */
    int end(int at) {
        Word word = words.get(at);
        int ending = word.folded().length() - word.stem().length();
        // One char can fold to several or to none, so only a plainly written ending is cut off.
        boolean plain = word.end() - word.start() > ending && ending == 2 && isS(text.charAt(word.end() - 1));
        return plain ? word.end() - ending : word.end();
    }

    private static boolean isS(char c) {
        return c == 's' || c == 'S';
    }

    /** Whether a capital says something here: not where everything is in capitals. */
    boolean isCapitalised(int at) {
        return has(at) && words.get(at).capital() && !shouted;
    }

    /** Whether only blanks, and perhaps a full stop or a hyphen, stand between a word and the next one. */
    boolean isJoined(int at) {
        return isGap(at, ".-");
    }

    /** Whether only blanks stand between a word and the next one. */
    boolean isAdjacent(int at) {
        return isGap(at, "");
    }

    private boolean isGap(int at, String allowed) {
        if (!has(at) || !has(at + 1)) {
            return false;
        }
        int from = words.get(at).end();
        int to = words.get(at + 1).start();
        if (to - from > LONGEST_GAP) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean blank = Character.isWhitespace(c) || c == '\u00a0' || Character.getType(c) == Character.FORMAT;
            if (!blank && allowed.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    boolean isTaken(int at) {
        return taken[at];
    }

    boolean isTaken(int from, int until) {
        for (int i = from; i < until; i++) {
            if (taken[i]) {
                return true;
            }
        }
        return false;
    }

    void take(int from, int until) {
        for (int i = from; i < until; i++) {
            taken[i] = true;
        }
    }
}
