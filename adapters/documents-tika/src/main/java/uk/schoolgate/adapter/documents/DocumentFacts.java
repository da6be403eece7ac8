package uk.schoolgate.adapter.documents;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.schoolgate.core.policy.PolicyDocument.Facts;

/** Finds what a policy says about itself: when it was adopted, when it is to be reviewed. */
final class DocumentFacts {
    private static final Pattern NEXT_REVIEW =
            label("next review|review due|due for review|review by|to be reviewed (?:in|on|by)|date for review");
    private static final Pattern REVIEW = label("review date|review:|for review");
    private static final Pattern LAST_REVIEW =
            label("last review|date of review|reviewed|policy review date|previous review");
    private static final Pattern OF_REVIEW = label(
            Stream.of(NEXT_REVIEW, REVIEW, LAST_REVIEW).map(Pattern::pattern).collect(Collectors.joining("|")));
    private static final Pattern ADOPTED = label(
            "adopt|approved|ratified|agreed|in force|effective|issued|version|date of policy|policy date|written|dated:");
    private static final Pattern AMENDED = label("\\bamended\\b");
    private static final Pattern VERSION = Pattern.compile(
            "(?i)^(?:document |policy )?version(?: number| no\\.?)?:?\\s*v?(\\d{1,3}(?:\\.\\d{1,3})*)\\b");
    private static final Pattern OWNER = Pattern.compile(
            "(?i)^(?:policy |document )?(?:owner|author|to be reviewed by|person responsible|responsible person|lead)\\s*:\\s*(\\S.{2,80})$");
    /** What stands between the name of this policy, or the start of a line, and a label in small letters. */
    private static final Pattern OWN = label("(?:^|\\b(?:policy|code|agreement|charter|handbook|strategy|it"
            + "|this (?:\\w+ ){0,3}?(?:document|statement|procedures?|guidance|plan|version)))"
            + "(?:[\\s,(]*\\b(?:the|date|of|on|by|policy|document|conduct|was|were|is|has|have|been|and|first|last|then|also"
            + "|full|governors|governing|body|board|reviewed|updated|written|agreed|approved|adopted)\\b)*[\\s(]*$");

    private static final Pattern OWN_BEHIND = label("^\\w*\\s+(?:this|our|the policy)\\b");
    private static final Pattern END_OF_STATEMENT = Pattern.compile("[.:;!?]\\s|\\n");
    /** A date further behind its label belongs to something else. */
    private static final int REACH = 60;

    private DocumentFacts() {}

    static Facts of(List<String> lines) {
        String text = String.join(" \n ", lines);
        Optional<LocalDate> lastReview = dateOfThisAfter(LAST_REVIEW, text, behind -> behind);
        Optional<LocalDate> next = dateAfter(NEXT_REVIEW, text)
                .or(() -> dateAfter(REVIEW, text).filter(date -> !lastReview.equals(Optional.of(date))));
        Optional<LocalDate> adopted = latest(ownDateAfter(ADOPTED, text), ownDateAfter(AMENDED, text));
        return new Facts(
                adopted.or(() -> lastReview),
                next.map(DocumentFacts::endOfMonth),
                stated(VERSION, lines),
                stated(OWNER, lines));
    }

    private static Optional<LocalDate> latest(Optional<LocalDate> one, Optional<LocalDate> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }

    private static Optional<String> stated(Pattern label, List<String> lines) {
        return lines.stream()
                .map(label::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1).strip())
                .findFirst();
    }

    /** "Review: March 2026" is overdue from April on, not from the first of March. */
    private static LocalDate endOfMonth(LocalDate date) {
        return date.getDayOfMonth() == 1 ? YearMonth.from(date).atEndOfMonth() : date;
    }

    private static Optional<LocalDate> dateAfter(Pattern label, String text) {
        return label.matcher(text)
                .results()
                .map(found -> StatedDates.firstIn(behind(found, text)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** "Approved by: the governors. Next review: March 2027" says nothing about when it was approved. */
    private static Optional<LocalDate> ownDateAfter(Pattern label, String text) {
        return dateOfThisAfter(label, text, behind -> OF_REVIEW.split(behind, 2)[0]);
    }

    private static Optional<LocalDate> dateOfThisAfter(Pattern label, String text, UnaryOperator<String> own) {
        return label.matcher(text)
                .results()
                .filter(found -> isOfThis(found, text))
                .map(found -> StatedDates.firstIn(own.apply(behind(found, text))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** "The guidance issued in November 2021" is another document: of this one speaks a label, or a sentence that names it. */
    private static boolean isOfThis(MatchResult label, String text) {
        String[] statements = END_OF_STATEMENT.split(text.substring(0, label.start()), -1);
        return Character.isUpperCase(text.charAt(label.start()))
                || OWN.matcher(statements[statements.length - 1].strip()).find()
                || OWN_BEHIND.matcher(behind(label, text)).find();
    }

    private static String behind(MatchResult label, String text) {
        return text.substring(label.end(), Math.min(text.length(), label.end() + REACH));
    }

    private static Pattern label(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }
}
