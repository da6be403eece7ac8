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
import uk.schoolgate.core.school.School;

/** Tells a question about the rules of another school, by its name, from one about this school. */
final class OtherSchools {
    private static final Pattern NAMED = Pattern.compile("\\b(?:at|of|for|about|does|do|is|has)\\s+"
            + "(?<name>(?:[A-Z][\\p{L}'’.]+\\s+){1,4}(?:Primary|Infants?|Juniors?|Academy|High|Secondary|Grammar|College|Nursery|School)"
            + "(?:\\s+School)?)\\b");
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
            "st",
            "st.",
            "saint");

    private final School school;
    private final PolicyIndex index;

    OtherSchools(School school, PolicyIndex index) {
        this.school = school;
        this.index = index;
    }

    /** Whether a question asks for the rules of a school that neither is this one nor is named in its policies. */
    boolean askedAbout(String question, Asker asker) {
        Matcher matcher = NAMED.matcher(question);
        if (!matcher.find()
                || ABOUT_US.matcher(question.toLowerCase(Locale.ROOT)).find()) {
            return false;
        }
        Set<String> name = Stream.of(
                        matcher.group("name").toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !GENERIC.contains(word))
                .collect(Collectors.toSet());
        String own = school.name().toLowerCase(Locale.ROOT);
        boolean another = !name.isEmpty() && name.stream().noneMatch(own::contains);
        return another && index.documents(asker).stream().noneMatch(policy -> names(policy, name));
    }

    private static boolean names(PolicyDocument policy, Set<String> name) {
        return policy.passages().stream()
                .map(passage -> passage.text().toLowerCase(Locale.ROOT))
                .anyMatch(text -> name.stream().allMatch(text::contains));
    }
}
