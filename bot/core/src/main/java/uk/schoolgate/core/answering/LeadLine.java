package uk.schoolgate.core.answering;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Citation;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Wording;

/**
 * The line before a quote that says what follows from it: yes, no, it depends, who, when, what happens next. Only where
 * the clause decides just what was asked; a clause about something near it gets no line.
 */
public final class LeadLine {
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

    private final Wording wording;

    public LeadLine(Wording wording) {
        this.wording = wording;
    }

    /** The line in front of the first quote; empty where nothing is sure. */
    public Optional<String> of(String question, Asker asker, Citation citation) {
        Question asked = Question.of(question, asker);
        List<Statement> statements = Statement.in(citation.quote());
        Set<String> heading = citation.section().isEmpty()
                ? Set.of()
                : Terms.of(citation.section().getLast());
        return switch (asked.form()) {
            case ALLOWED, REQUIRED -> yesOrNo(asked, statements, heading).map(wording::say);
            case WHO -> theOnly(PERSON, asked, statements).map(who -> wording.say(Phrase.ANSWER_LINE_WHO, "who", who));
            case WHEN ->
                theOnly(TIME, asked, statements).map(when -> wording.say(Phrase.ANSWER_LINE_WHEN, "when", when));
            case NEXT -> step(asked, statements).map(what -> wording.say(Phrase.ANSWER_LINE_NEXT, "what", what));
            case OTHER -> Optional.empty();
        };
    }

    private static Optional<Phrase> yesOrNo(Question asked, List<Statement> statements, Set<String> heading) {
        Set<Phrase> verdicts = new HashSet<>();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            if (decides(statement, asked, heading)) {
                Optional<Phrase> verdict = verdict(asked, statement);
                boolean qualified = i + 1 < statements.size() && qualifies(statements.get(i + 1));
                verdicts.add(
                        qualified && verdict.isPresent()
                                ? Phrase.ANSWER_LINE_DEPENDS
                                : verdict.orElse(Phrase.ANSWER_LEAD));
            }
        }
        boolean sure = verdicts.size() == 1 && !verdicts.contains(Phrase.ANSWER_LEAD);
        return sure ? verdicts.stream().findFirst() : Optional.empty();
    }

    /** Everything that the question is about must be in the statement: another word could change the answer. */
    private static boolean decides(Statement statement, Question asked, Set<String> heading) {
        Set<String> known = new HashSet<>(statement.terms());
        known.addAll(heading);
        boolean sameAction = statement.action().isEmpty()
                || asked.terms().contains(statement.action().get())
                || !asked.actor().isPresent();
        boolean covered = !asked.terms().isEmpty()
                && known.containsAll(asked.terms())
                && statement.terms().stream().anyMatch(asked.terms()::contains);
        return statement.rule().isPresent() && covered && sameAction && sameActor(statement, asked);
    }

    private static boolean sameActor(Statement statement, Question asked) {
        Optional<Actor> spokenOf = statement.actor();
        return spokenOf.isEmpty() || spokenOf.get() == asked.actor().orElse(Actor.PUPIL);
    }

    private static Optional<Phrase> verdict(Question asked, Statement statement) {
        Question.Form form = asked.form();
        Statement.Rule yes = form == Question.Form.ALLOWED ? Statement.Rule.PERMITS : Statement.Rule.REQUIRES;
        Statement.Rule no = form == Question.Form.ALLOWED ? Statement.Rule.PROHIBITS : Statement.Rule.EXEMPTS;
        Optional<Phrase> verdict = statement
                .rule()
                .flatMap(rule -> rule == yes
                        ? Optional.of(Phrase.ANSWER_LINE_YES)
                        : rule == no ? Optional.of(Phrase.ANSWER_LINE_NO) : Optional.empty());
        boolean depends = statement.conditional() || (statement.situated() && !asked.situated());
        return verdict.map(it -> depends ? Phrase.ANSWER_LINE_DEPENDS : it);
    }

    private static boolean qualifies(Statement next) {
        return Terms.fold(next.text())
                .matches("(?:however|but|except|unless|exceptions?|this (?:does|is) not|in exceptional)\\b.*");
    }

    private static Optional<String> theOnly(Pattern pattern, Question asked, List<Statement> statements) {
        Set<String> found = statements.stream()
                .filter(statement -> coversMostOf(asked, statement))
                .flatMap(statement ->
                        pattern.matcher(Terms.fold(statement.text())).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private static boolean coversMostOf(Question asked, Statement statement) {
        long shared = asked.terms().stream().filter(statement.terms()::contains).count();
        return shared >= FEWEST_SHARED && shared >= MOST_OF_IT * asked.terms().size();
    }

    private static Optional<String> step(Question asked, List<Statement> statements) {
        List<String> steps = statements.stream()
                .filter(statement -> coversMostOf(asked, statement))
                .map(Statement::text)
                .filter(text -> text.matches("(?s).*\\b(?:will|may)\\b.*"))
                .map(LeadLine::mainClause)
                .flatMap(Optional::stream)
                .toList();
        return steps.size() == 1 ? Optional.of(steps.getFirst()) : Optional.empty();
    }

    /** The part of "If …, we will …" that says what happens. */
    private static Optional<String> mainClause(String sentence) {
        boolean opensWithCondition = sentence.matches("(?si)(?:if|when|where|once|after|should)\\b.*");
        int comma = sentence.indexOf(", ");
        String clause = opensWithCondition && comma > 0 ? sentence.substring(comma + 2) : sentence;
        boolean whole = clause.endsWith(".") && clause.matches("(?s).*\\b(?:will|may)\\b.*");
        boolean quotesNobody = clause.chars().noneMatch(c -> "“”\"".indexOf(c) >= 0);
        boolean fits = clause.split("\\s+").length <= LONGEST_STEP && !(opensWithCondition && comma < 0);
        return whole && fits && quotesNobody ? Optional.of(clause.substring(0, clause.length() - 1)) : Optional.empty();
    }
}
