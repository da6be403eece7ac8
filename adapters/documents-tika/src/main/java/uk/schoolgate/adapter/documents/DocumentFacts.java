package uk.schoolgate.adapter.documents;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.schoolgate.core.policy.PolicyDocument.Facts;

/** Finds what a policy says about itself: when it was adopted, when it is to be reviewed. */
final class DocumentFacts {
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));
    private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}";
    private static final Pattern WORDS = Pattern.compile("(?:(\\d{1,2})(?:st|nd|rd|th)? )?" + MONTH + ",?\\s+(\\d{4})");
    private static final Pattern FIGURES = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})");
    private static final Pattern TERM = Pattern.compile("(autumn|spring|summer)(?: term)? (\\d{4})");

    private static final Pattern NEXT_REVIEW = Pattern.compile(
            "next review|review due|due for review|review by|to be reviewed (?:in|on|by)|date for review");
    private static final Pattern REVIEW = Pattern.compile("review date|review:|for review");
    private static final Pattern LAST_REVIEW =
            Pattern.compile("last review|date of review|reviewed|policy review date|previous review");
    private static final Pattern OF_REVIEW = Pattern.compile(
            Stream.of(NEXT_REVIEW, REVIEW, LAST_REVIEW).map(Pattern::pattern).collect(Collectors.joining("|")));
    private static final Pattern ADOPTED = Pattern.compile(
            "adopt|approved|ratified|agreed|in force|effective|issued|version|date of policy|policy date|written");
    private static final Pattern AMENDED = Pattern.compile("\\bamended\\b");
    private static final Pattern VERSION = Pattern.compile(
            "(?i)^(?:document |policy )?version(?: number| no\\.?)?:?\\s*v?(\\d{1,3}(?:\\.\\d{1,3})*)\\b");
    private static final Pattern OWNER = Pattern.compile(
            "(?i)^(?:policy |document )?(?:owner|author|to be reviewed by|person responsible|responsible person|lead)\\s*:\\s*(\\S.{2,80})$");
    /** A date further behind its label belongs to something else. */
    private static final int REACH = 60;

    private DocumentFacts() {}

    static Facts of(List<String> lines) {
        String text = String.join(" \n ", lines).toLowerCase(Locale.ROOT);
        Optional<LocalDate> lastReview = dateAfter(LAST_REVIEW, text);
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
        return dateAfter(label, text, behind -> behind);
    }

    /** "Approved by: the governors. Next review: March 2027" says nothing about when it was approved. */
    private static Optional<LocalDate> ownDateAfter(Pattern label, String text) {
        return dateAfter(label, text, behind -> OF_REVIEW.split(behind, 2)[0]);
    }

    private static Optional<LocalDate> dateAfter(Pattern label, String text, UnaryOperator<String> own) {
        Matcher matcher = label.matcher(text);
        while (matcher.find()) {
            String behind = text.substring(matcher.end(), Math.min(text.length(), matcher.end() + REACH));
            Optional<LocalDate> date = firstDate(own.apply(behind));
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> firstDate(String text) {
        Matcher words = WORDS.matcher(text);
        Matcher figures = FIGURES.matcher(text);
        Matcher term = TERM.matcher(text);
        int atWords = words.find() ? words.start() : Integer.MAX_VALUE;
        int atFigures = figures.find() ? figures.start() : Integer.MAX_VALUE;
        int atTerm = term.find() ? term.start() : Integer.MAX_VALUE;
        int first = Math.min(atWords, Math.min(atFigures, atTerm));
        if (first == Integer.MAX_VALUE) {
            return Optional.empty();
        }
        if (first == atWords) {
            int day = words.group(1) == null ? 1 : Integer.parseInt(words.group(1));
            return date(words.group(3), MONTHS.getOrDefault(words.group(2), 1), day);
        }
        if (first == atFigures) {
            return date(figures.group(3), Integer.parseInt(figures.group(2)), Integer.parseInt(figures.group(1)));
        }
        return date(term.group(2), lastMonthOf(term.group(1)), 1);
    }

    private static int lastMonthOf(String term) {
        return switch (term) {
            case "spring" -> 3;
            case "summer" -> 7;
            default -> 12;
        };
    }

    private static Optional<LocalDate> date(String year, int month, int day) {
        if (month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(Integer.parseInt(year), month).lengthOfMonth()) {
            return Optional.empty();
        }
        return Optional.of(LocalDate.of(Integer.parseInt(year), month, day));
    }
}
