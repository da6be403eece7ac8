package uk.schoolgate.core.answering;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the person, the time or the step that a question asks for. A sentence about anything more or less than the
 * question has none to give: a time that stands near is not yet the time that was asked for.
 */
final class Particulars {
    private static final double MOST_OF_IT = 0.6;
    private static final int FEWEST_SHARED = 2;
    private static final int LONGEST_STEP = 25;

    private static final Pattern PERSON = Pattern.compile(
            "\\b(?:the |a |their |your |your child's |an )?(?:deputy |assistant )?"
                    + "(?:headteacher|head teacher|class teacher|form tutor|head of year|school office|chair of (?:the )?governors"
                    + "|clerk to the governors|designated safeguarding lead|safeguarding lead|sendco|senco|governing (?:body|board)"
                    + "|attendance officer|complaints co-ordinator|school business manager|data protection officer)\\b");
    private static final Pattern TIME =
            Pattern.compile("\\b(?:within|after|at least|no later than|not later than|up to|before|by|at)\\s+"
                    + "(?:(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|twenty-eight)\\s+"
                    + "(?:school |working |calendar |academic )?(?:minutes?|hours?|days?|weeks?|months?|years?)"
                    + "|\\d{1,2}[.:]\\d{2}\\s?(?:am|pm)?|\\d{1,2}\\s?(?:am|pm))\\b");
    private static final Pattern CLOCK = Pattern.compile("\\d[.:]\\d{2}|[ap]m\\b");
    /** From what on a span is counted, which narrows nothing. */
    private static final Pattern COUNTED_FROM = Pattern.compile("^ of (?:receiving|receipt|the date|being)\\b[^,;]*");
    /** Two halves of one sentence say two things. */
    private static final Pattern HALVES = Pattern.compile(";|,? and (?=the |we |they |it |you )|, (?:but|or) ");

    private final Question asked;
    private final Set<String> heading;

    /**
     * What a question asks for, below a heading.
     *
     * @param heading the terms of the heading
     */
    Particulars(Question asked, Set<String> heading) {
        this.asked = asked;
        this.heading = heading;
    }

    /** The one person whom statements name for what was asked. */
    Optional<String> person(List<Statement> statements) {
        return theOnly(PERSON, statements, found -> true);
    }

    /**
     * The one time that statements name for it: a time of day where the question asks "what time", a span of time where it
     * asks "how long".
     */
    Optional<String> time(String question, List<Statement> statements) {
        String folded = Terms.fold(question);
        return theOnly(TIME, statements, found -> {
            boolean clock = CLOCK.matcher(found).find();
            return folded.contains("what time") ? clock : !(folded.contains("how ") && clock);
        });
    }

    private Optional<String> theOnly(Pattern pattern, List<Statement> statements, Predicate<String> fits) {
        Set<String> found = statements.stream()
                .filter(statement -> isPlain(statement))
                .flatMap(statement -> Stream.of(HALVES.split(Terms.fold(statement.text()))))
                .flatMap(half -> in(half, pattern))
                .filter(fits)
                .collect(Collectors.toSet());
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private boolean isPlain(Statement statement) {
        boolean prohibits = statement.rule().equals(Optional.of(Statement.Rule.PROHIBITS));
        boolean otherwise = statement.situated() && !asked.situated();
        return !prohibits && !statement.negated() && !statement.conditional() && !otherwise;
    }

    /** What the pattern finds in half a sentence that is about just what was asked. */
    private Stream<String> in(String half, Pattern pattern) {
        Matcher matcher = pattern.matcher(half);
        if (!matcher.find()) {
            return Stream.empty();
        }
        String rest = half.substring(0, matcher.start())
                + COUNTED_FROM.matcher(half.substring(matcher.end())).replaceFirst("");
        Set<String> terms = Terms.withOccasion(half);
        terms.addAll(heading);
        boolean same = !asked.terms().isEmpty() && terms.containsAll(asked.terms()) && !narrows(rest);
        return same ? pattern.matcher(half).results().map(found -> found.group()) : Stream.empty();
    }

    /** Whether a text names more than the question does. */
    private boolean narrows(String text) {
        Set<String> more = new HashSet<>(Terms.withOccasion(text));
        more.removeAll(asked.named());
        more.removeAll(heading);
        more.removeAll(Question.ACTORS);
        more.removeAll(Statement.HARMLESS);
        return !more.isEmpty();
    }

    /** The one step that statements name for it. */
    Optional<String> step(List<Statement> statements) {
        List<String> steps = statements.stream()
                .filter(this::coversMostOfIt)
                .map(Statement::text)
                .filter(text -> text.matches("(?s).*\\b(?:will|may)\\b.*"))
                .map(this::mainClause)
                .flatMap(Optional::stream)
                .toList();
        return steps.size() == 1 ? Optional.of(steps.getFirst()) : Optional.empty();
    }

    private boolean coversMostOfIt(Statement statement) {
        long shared = asked.terms().stream().filter(statement.terms()::contains).count();
        return shared >= FEWEST_SHARED && shared >= MOST_OF_IT * asked.terms().size();
    }

    /** The part of "If …, we will …" that says what happens; empty where the condition is narrower than the question. */
    private Optional<String> mainClause(String sentence) {
        boolean opensWithCondition = sentence.matches("(?si)(?:if|when|where|once|after|should)\\b.*");
        int comma = sentence.indexOf(", ");
        if (opensWithCondition && (comma < 0 || narrows(sentence.substring(0, comma)))) {
            return Optional.empty();
        }
        String clause = opensWithCondition ? sentence.substring(comma + 2) : sentence;
        boolean whole = clause.endsWith(".") && clause.matches("(?s).*\\b(?:will|may)\\b.*");
        boolean quotesNobody = clause.chars().noneMatch(c -> "“”\"".indexOf(c) >= 0);
        boolean fits = clause.split("\\s+").length <= LONGEST_STEP;
        return whole && fits && quotesNobody ? Optional.of(clause.substring(0, clause.length() - 1)) : Optional.empty();
    }
}
