package uk.schoolgate.core.answering;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.PolicyIndex;

/** Tells a question about the rules of another school, by its name, from one about this school. */
final class OtherSchools {
    private static final Pattern NAMED = Pattern.compile("\\b(?:at|of|for|about|does|do|is|has)\\s+"
            + "(?<name>(?:[A-Z][\\p{L}'’.]+\\s+){1,4}(?:Primary|Infants?|Juniors?|Academy|High|Secondary|Grammar|College|Nursery|School)"
            + "(?:\\s+School)?)\\b");
    /** The same as it is typed on a phone, only where the last word can mean nothing but a school. */
    private static final Pattern NAMED_IN_SMALL_LETTERS = Pattern.compile("\\b(?:at|of|for|about|does)\\s+"
            + "(?<name>(?:[\\p{L}'’]+\\s+){1,2}(?:primary|infants? school|juniors? school|academy|high school|secondary"
            + "|grammar|college|nursery school))\\b");

    /** What is asked about oneself or a move from school to school is for this school to answer. */
    private static final Pattern ABOUT_US =
            Pattern.compile("\\b(?:my|our|we|us|i|he|she|her|his|him|they|your|you|here|mov(?:e|es|ing)"
                    + "|transfer\\w*|transition\\w*|appl(?:y|ies|ying|ications?)|join\\w*|leav\\w*|trips?|visit\\w*|match|fixtures?"
                    + "|sibling\\w*|brothers?|sisters?|go(?:es|ing)?)\\b");

    private static final Set<String> GENERIC = Set.of(
            "primary",
            "infant",
            "infants",
            "junior",
            "juniors",
            "academy",
            "high",
            "secondary",
            "grammar",
            "college",
            "nursery",
            "school",
            "the",
            "after",
            "before",
            "forest",
            "sunday",
            "saturday",
            "summer",
            "holiday",
            "special",
            "boarding",
            "middle",
            "big",
            "upper",
            "lower",
            "breakfast",
            "year",
            "home",
            "whole",
            "sixth",
            "form",
            "local",
            "new",
            "old",
            "another",
            "other",
            "any",
            "nearest",
            "feeder",
            "next",
            "st",
            "saint");

    private static final int SHORTEST_WITH_ENDING = 3;

    private final Set<String> own;
    private final PolicyIndex index;

    /** @param ownName the name of the school that is served */
    OtherSchools(String ownName, PolicyIndex index) {
        this.own = stems(words(ownName));
        this.index = index;
    }

    /** Whether a question asks for the rules of a school that neither is this one nor is named in its policies. */
    boolean askedAbout(String question, Asker asker) {
        if (ABOUT_US.matcher(question.toLowerCase(Locale.ROOT)).find()) {
            return false;
        }
        Set<String> name = stems(named(question));
        boolean another = !name.isEmpty() && !own.containsAll(name);
        return another && index.documents(asker).stream().noneMatch(policy -> names(policy, name));
    }

    /** The words that tell a named school from others; empty where none is named. */
    private static Set<String> named(String question) {
        Matcher matcher = NAMED.matcher(question);
        if (matcher.find()) {
            return ownWords(matcher.group("name"));
        }
        Matcher small = NAMED_IN_SMALL_LETTERS.matcher(question);
        Set<String> name = small.find() ? ownWords(small.group("name")) : Set.of();
        boolean sayNothing = name.stream().anyMatch(word -> Terms.of(word).isEmpty());
        return sayNothing ? Set.of() : name;
    }

    private static Set<String> ownWords(String name) {
        return words(name).stream().filter(word -> !GENERIC.contains(word)).collect(Collectors.toSet());
    }

    private static Set<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).replaceAll("['’‘`´]", "").split("[^\\p{L}\\p{N}.]+"))
                .map(word -> word.replaceAll("\\.$", ""))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static boolean names(PolicyDocument policy, Set<String> name) {
        return policy.passages().stream()
                .anyMatch(passage -> stems(words(passage.text())).containsAll(name));
    }

    /** Phones leave the apostrophe of "St Wystan's" out, or the whole ending. */
    private static Set<String> stems(Set<String> words) {
        return words.stream()
                .map(word -> word.length() > SHORTEST_WITH_ENDING ? word.replaceFirst("s$", "") : word)
                .collect(Collectors.toSet());
    }
}
