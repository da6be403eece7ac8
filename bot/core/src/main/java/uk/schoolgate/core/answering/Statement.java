package uk.schoolgate.core.answering;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one sentence of a clause says about doing something.
 *
 * @param text the sentence, a bullet behind its lead-in
 * @param rule what it says about it; empty for a sentence that sets no rule
 * @param actor whom it speaks of; empty where it names nobody
 * @param action the first word behind the verb that sets the rule; empty where there is none
 * @param terms what it is about
 * @param conditional whether it holds only under a condition that no question names
 * @param situated whether it speaks of a situation ("if …", "when …") that a question may name
 */
record Statement(
        String text,
        Optional<Rule> rule,
        Optional<Actor> actor,
        Optional<String> action,
        Set<String> terms,
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
    private static final Pattern MARKER = Pattern.compile(
            "^(?:[-–—*•·▪◦●○■□➢➤►▶✓✔‣⁃\\uF000-\\uF0FF]|o(?=\\s)|\\d{1,2}(?:\\.\\d{1,2})*[.)]?(?=\\s)|\\(?[a-z]{1,3}[.)](?=\\s))\\s*");

    /** The statements of a quote, in order. */
    static List<Statement> in(String quote) {
        List<Statement> statements = new ArrayList<>();
        String leadIn = "";
        for (String line : quote.lines().toList()) {
            String text = MARKER.matcher(line.strip()).replaceFirst("").strip();
            boolean isItem = MARKER.matcher(line.strip()).find();
            if (text.endsWith(":") || text.endsWith("…")) {
                leadIn = text.substring(0, text.length() - 1) + " ";
                continue;
            }
            String lead = isItem ? leadIn : "";
            sentences(text).forEach(sentence -> statements.add(of(lead + sentence)));
        }
        return statements;
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
        boolean conditional = CONDITION.matcher(folded).find();
        boolean situated = SITUATION.matcher(folded).find();
        for (Rule rule : Rule.values()) {
            Matcher verb = rule.words.matcher(folded);
            if (verb.find()) {
                Optional<Actor> actor = Actor.lastIn(folded.substring(0, verb.start()));
                Optional<String> action =
                        Terms.of(folded.substring(verb.end())).stream().findFirst();
                boolean second = verb.find();
                return new Statement(
                        text, Optional.of(rule), actor, action, Terms.of(text), conditional || second, situated);
            }
        }
        return new Statement(
                text, Optional.empty(), Optional.empty(), Optional.empty(), Terms.of(text), conditional, situated);
    }
}
