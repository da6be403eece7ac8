package uk.schoolgate.core.screening;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.schoolgate.core.text.ListFile;
import uk.schoolgate.core.text.Sentence;
import uk.schoolgate.core.text.Span;

/** Guesses whose contact details are by what is said around them, with {@code prompts/screening/contact-cues.txt}. */
final class ContactCues {
    /** How much speaks for somebody's own before a word is said: against so many words for a shop. */
    enum Usually {
        /** A mobile: shops have few. */
        SOMEBODYS(3),
        /** An e-mail address that names no office. */
        RATHER_SOMEBODYS(2),
        /** A house. */
        MAYBE_SOMEBODYS(1),
        /** A landline, a postcode. */
        ANYBODYS(0);

        private final int weight;

        Usually(int weight) {
            this.weight = weight;
        }
    }

    private static final Pattern OWN = Pattern.compile(
            "\\bm[ye] (?:(?:new|own|work|home|other|old) )?"
                    + "(?:number|mobile|phone|e-?mail|address|house|place|whatsapp|flat)\\b"
                    + "|\\bmines?\\b|\\bours\\b|\\bour (?:new )?(?:house|address|place|flat)\\b"
                    + "|\\b(?:i['’]?m|i am|we['’]?re|we are|find us|i live|we live)(?: [a-z]{1,20})? (?:on|at|in)\\b"
                    + "|\\b(?:i['’]?ve|i have)(?: got)? (?:a )?new (?:number|phone|mobile)\\b"
                    + "|\\b(?:text|ring|call|e-?mail|phone|message|reach|needs?|wants?|find|come to) (?:me|us)\\b"
                    + "|\\bthis is me\\b|\\bme on\\b|\\bto us\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OWN_BEHIND = Pattern.compile(
            "^(?:[^.!?]{0,24}\\bmine\\b|[^.!?]{0,12}\\b(?:me|us|i['’]?m in|i am in)\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER = Pattern.compile(
            "(?i:\\b(?:his|hers?|theirs?|s?he|s?he['’]?s|they['’]?re|lives?|living|mums?|dads?|mams?|husband|wife"
                    + "|partner|nans?|grandad|brother|sister|cousin|friend|mate)\\b)|\\b[A-Z][a-z]{1,20}['’]s\\b");

    private final Map<String, Set<String>> cues = new HashMap<>();

    ContactCues() {
        ListFile.entries("/schoolgate/screening/contact-cues.txt")
                .forEach((whose, words) -> cues.put(whose, new HashSet<>(List.of(words.split(" +", -1)))));
    }

    /** Whether they are somebody's, and neither the author's own nor those of a shop, a club or an office. */
    boolean arePrivate(Span details, String text, List<Sentence> sentences, Usually usually) {
        String before = text.substring(startOfTalk(details, sentences), details.start());
        String behind = text.substring(details.end(), endOfTalk(details, sentences));
        int other = lastStart(OTHER, before);
        // Whoever is spoken of last is whose they are.
        if (lastStart(OWN, before) > other
                || (other < 0 && OWN_BEHIND.matcher(behind).find())) {
            return false;
        }
        Set<String> words = words(details, sentences);
        return usually.weight + count("private", words) + (other >= 0 ? 1 : 0) > count("public", words);
    }

    /** Where what leads up to the details starts: with their sentence, or the one before where they stand first in it. */
    private static int startOfTalk(Span details, List<Sentence> sentences) {
        int start = 0;
        boolean led = false;
        for (Sentence sentence : sentences.reversed()) {
            if (sentence.start() < details.end() && !led) {
                start = sentence.start();
                led = sentence.words().stream().anyMatch(word -> word.start() < details.start());
            }
        }
        return Math.min(start, details.start());
    }

    private static int endOfTalk(Span details, List<Sentence> sentences) {
        return sentences.stream()
                .filter(sentence -> sentence.end() >= details.end())
                .mapToInt(Sentence::end)
                .findFirst()
                .orElse(details.end());
    }

    private static int lastStart(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int start = -1;
        while (matcher.find()) {
            start = matcher.start();
        }
        return start;
    }

    private static Set<String> words(Span details, List<Sentence> sentences) {
        Set<String> words = new HashSet<>();
        for (Sentence sentence : sentences) {
            if (sentence.start() < details.end() && sentence.end() > details.start()) {
                sentence.words().forEach(word -> words.add(word.folded()));
            }
        }
        return words;
    }

    private int count(String whose, Set<String> words) {
        return (int) words.stream()
                .filter(cues.getOrDefault(whose, Set.of())::contains)
                .count();
    }
}
