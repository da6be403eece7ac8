package uk.schoolgate.core.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits a text into sentences and words, in linear time and without regular expressions. */
public final class Sentences {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "miss", "dr", "prof", "rev", "st", "yr", "no", "e.g", "i.e", "etc", "approx", "tel");

    private Sentences() {}

    /** The sentences of a text, in order; none for a text without words. */
    public static List<Sentence> of(FoldedText text) {
        List<Sentence> sentences = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        String folded = text.folded();
        int i = 0;
        while (i < folded.length()) {
            char c = folded.charAt(i);
            if (isWordChar(c)) {
                int end = wordEnd(folded, i);
                words.add(word(text, i, end));
                i = end;
            } else {
                if (ends(folded, i, words)) {
                    close(text, words, sentences);
                }
                i++;
            }
        }
        close(text, words, sentences);
        return sentences;
    }

    private static void close(FoldedText text, List<Word> words, List<Sentence> sentences) {
        if (words.isEmpty()) {
            return;
        }
        int start = words.getFirst().start();
        int end = words.getLast().end();
        sentences.add(new Sentence(start, end, text.original().substring(start, end), words));
        words.clear();
    }

    private static boolean ends(String folded, int at, List<Word> words) {
        char c = folded.charAt(at);
        if (c == '!' || c == '?') {
            return !isInsideWord(folded, at);
        }
        if (c == '\n' || c == '…' || c == ';') {
            return true;
        }
        if (c != '.' || words.isEmpty()) {
            return false;
        }
        boolean followedBySpace = at + 1 == folded.length() || !isWordChar(folded.charAt(at + 1));
        String last = words.getLast().folded();
        return followedBySpace && !ABBREVIATIONS.contains(last) && last.length() > 1;
    }

    /** A sign between letters stands for a letter, as in "al!ce", rather than ends anything. */
    private static boolean isInsideWord(String folded, int at) {
        boolean before = at > 0 && isWordChar(folded.charAt(at - 1));
        return before && at + 1 < folded.length() && isWordChar(folded.charAt(at + 1));
    }

    private static Word word(FoldedText text, int start, int end) {
        int from = text.originalStart(start);
        int to = text.originalEnd(end);
        boolean capital = Character.isUpperCase(text.original().codePointAt(from));
        return new Word(text.folded().substring(start, end), from, to, capital, shouted(text.original(), from, to));
    }

    private static boolean shouted(String original, int from, int to) {
        int capitals = 0;
        int i = from;
        while (i < to) {
            int c = original.codePointAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            capitals += Character.isUpperCase(c) ? 1 : 0;
            i += Character.charCount(c);
        }
        return capitals > 1;
    }

    private static int wordEnd(String folded, int start) {
        int i = start;
        while (i < folded.length()) {
            char c = folded.charAt(i);
            boolean joins = (c == '\'' || c == '-') && i + 1 < folded.length() && isWordChar(folded.charAt(i + 1));
            if (!isWordChar(c) && !joins) {
                break;
            }
            i++;
        }
        return i;
    }

    private static boolean isWordChar(char c) {
        return Character.isLetterOrDigit(c);
    }
}
