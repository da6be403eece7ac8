package uk.schoolgate.core.answering;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.schoolgate.core.policy.Citation;

/**
 * What one sentence of a clause says about doing something.
 *
 * @param text the sentence, a bullet behind its lead-in
 * @param rule what it says about it; empty for a sentence that sets no rule
 * @param actor whom it speaks of; empty where it names nobody
 * @param action the first word behind the verb that sets the rule; empty where there is none
 * @param terms what it is about
 * @param scope what it holds for: all its terms but who does it
 * @param negated whether a word such as "no", "few" or "neither" turns it round
 * @param conditional whether it holds only under a condition that no question names
 * @param situated whether it speaks of a situation ("if …", "when …") that a question may name
 */
record Statement(
        String text,
        Optional<Rule> rule,
        Optional<Actor> actor,
        Optional<String> action,
        Set<String> terms,
        Set<String> scope,
        boolean negated,
        boolean conditional,
        boolean situated) {
    /** What a rule does. */
    enum Rule {
        PROHIBITS("(?:must|may|should|can|shall)(?: also)? (?:never|not)\\b|cannot\\b|never\\b"
                + "|(?:is|are) not (?:to be|to|allowed(?: to)?|permitted(?: to)?|acceptable(?: to)?)\\b"
                + "|(?:is|are) (?:strictly )?(?:prohibited|forbidden|banned)(?: from)?\\b"
                + "|will not (?:be (?:allowed|permitted|authorised|accepted)|authorise|allow|permit|accept)\\b"),
        EXEMPTS(
                "needs? not\\b|(?:do|does) not (?:have|need) to\\b|(?:is|are) not (?:required|expected|obliged)(?: to)?\\b|no need to\\b"),
        REQUIRES("(?:must|shall|should)\\b|(?:is|are) (?:required|expected|asked) to\\b|(?:has|have|needs?) to\\b"),
        PERMITS("(?:may|can)\\b|(?:is|are) (?:allowed|permitted|welcome|free)(?: to)?\\b");

        private final Pattern words;

        Rule(String words) {
            this.words = Pattern.compile("\\b(?:" + words + ")");
        }
    }

    private static final Pattern CONDITION = Pattern.compile(
            "\\b(?:unless|except|excepting|without|only|provided"
                    + "|providing|subject to|permission|consent|agreement|agreed|prior|exceptional|normally|usually|generally"
                    + "|discretion|sometimes|as long as|other than|apart from|until|however|but|some|approval|in advance|ideally)\\b");
    private static final Pattern SITUATION = Pattern.compile("\\b(?:if|when|where)\\b");
    private static final Pattern NEGATOR = Pattern.compile(
            "\\b(?:no|not|neither|nor|few|fewer|nobody|none|never|nothing|hardly|rarely|seldom|cannot)\\b|n't\\b");
    /** Words that say where a school's rules hold anyway, and in what form something is done. */
    static final Set<String> HARMLESS = Terms.of("site premises grounds writing");

    private static final Pattern ALLOWS =
            Pattern.compile("\\b(?:allowed|permitted|prohibited|forbidden|banned|welcome|acceptable|accepted)\\b");
    private static final Pattern MARKER = Pattern.compile(
            "^(?:[-–—*•·▪◦●○■□➢➤►▶✓✔‣⁃\\uF000-\\uF0FF]|o(?=\\s)|\\d{1,2}(?:\\.\\d{1,2})*[.)]?(?=\\s)|\\(?[a-z]{1,3}[.)](?=\\s))\\s*");

    /** The statements of what is cited, in order, each behind what leads in to it. */
    static List<Statement> in(Citation citation) {
        List<Statement> statements = new ArrayList<>();
        String above = leadInTo(citation);
        String leadIn = above;
        for (String line : citation.quote().lines().toList()) {
            String text = MARKER.matcher(line.strip()).replaceFirst("").strip();
            boolean isItem = !above.isEmpty() || MARKER.matcher(line.strip()).find();
            if (leadsIn(text)) {
                leadIn = above + text.substring(0, text.length() - 1) + " ";
                continue;
            }
            String lead = isItem ? leadIn : "";
            sentences(text).forEach(sentence -> statements.add(of(lead + sentence)));
        }
        return statements;
    }

    /** The sentence that the quote completes; the header of a table is none. */
    private static String leadInTo(Citation citation) {
        return citation.leadIns().stream()
                .filter(leadIn -> leadIn.indexOf('\n') < 0)
                .map(leadIn -> (leadsIn(leadIn) ? leadIn.substring(0, leadIn.length() - 1) : leadIn) + " ")
                .collect(Collectors.joining());
    }

    private static boolean leadsIn(String text) {
        return text.endsWith(":") || text.endsWith("…");
    }

    /** Whether its verb itself speaks of being allowed or not, so that nothing needs to be done. */
    boolean allows() {
        return ALLOWS.matcher(Terms.fold(text)).find();
    }

    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.UK);
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            sentences.add(text.substring(start, end).strip());
        }
        return sentences;
    }

    private static Statement of(String text) {
        String folded = Terms.fold(text);
        for (Rule rule : Rule.values()) {
            Matcher verb = rule.words.matcher(folded);
            if (verb.find()) {
                return ruling(text, folded, rule, verb);
            }
        }
        return new Statement(
                text,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Terms.of(text),
                scope("", text),
                NEGATOR.matcher(folded).find(),
                CONDITION.matcher(folded).find(),
                SITUATION.matcher(folded).find());
    }

    private static Statement ruling(String text, String folded, Rule rule, Matcher verb) {
        String before = folded.substring(0, verb.start());
        String behind = folded.substring(verb.end());
        boolean second = rule.words.matcher(behind).find();
        return new Statement(
                text,
                Optional.of(rule),
                Actor.lastIn(before),
                Terms.of(behind).stream().findFirst(),
                Terms.of(text),
                scope(before, behind),
                NEGATOR.matcher(before + " " + behind).find(),
                CONDITION.matcher(folded).find() || second,
                SITUATION.matcher(folded).find());
    }

    /** Who does it narrows nothing, as the subject of the sentence; anywhere else such a word is what it is done to. */
    private static Set<String> scope(String subject, String rest) {
        Set<String> scope = new HashSet<>(Terms.withOccasion(subject));
        scope.removeAll(Question.ACTORS);
        scope.addAll(Terms.withOccasion(rest));
        scope.removeAll(HARMLESS);
        return scope;
    }
}
