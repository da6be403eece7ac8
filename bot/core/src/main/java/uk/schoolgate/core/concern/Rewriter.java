package uk.schoolgate.core.concern;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Kind;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.core.text.Span;

/**
 * Rewrites a message so that its question stays and the name or the insult goes. It only ever leaves words out, or puts "a
 * child" for a name: where that would change what is asked, or leave nothing that anybody could answer, there is no rewrite.
 */
public final class Rewriter {
    private static final Set<Category> CAN_GO = EnumSet.of(
            Category.CHILD_PASSING, Category.CHILD_IDENTIFYING, Category.CHILD_SENSITIVE, Category.STAFF_ATTACK);
    private static final int LEAST_WORDS = 5;
    private static final int LONGEST = 300;

    private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]+[.!?]*");
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:hi|hello|hey|morning|evening|sorry|and|but|so|also|anyway|anyways|btw|ok|right|please|pls)\\b"
                    + "(?: (?:all|everyone|everybody|guys|ladies|folks|mums|parents))?[,:;\\s]*)++",
            Pattern.CASE_INSENSITIVE);
    /** How a question starts that somebody can answer. */
    private static final Pattern ASKS = Pattern.compile(
            "^(?:what (?:time|day|date|colour|size|should|are the|is the)|when (?:is|are|does|do|will)|where (?:is|are|do|does"
                    + "|can)|which|who'?s |who (?:do|can|should|has|is) |how (?:do|does|can|much|many|should)|is there|are there"
                    + "|do we (?:need|have)|does the|do the|did anyone|did anybody|(?:can|could|does|has|have|is|any idea)"
                    + " ?(?:any|some)(?:one|body)|can (?:i|we) (?:bring|use|park|pay|still|wear|send|get|report)|anyone"
                    + "|anybody|any idea|can my|does my|is my|will my|should (?:i|we|my))\\b.*",
            Pattern.DOTALL);
    /** A question of its own whose asker left the question mark out. */
    private static final Pattern PLAINLY_ASKS = Pattern.compile(
            "^(?:(?:does|has|can|could|did|is) any(?:one|body)|what time (?:is|does|do)|when (?:is|are|does|do)) .*",
            Pattern.DOTALL);
    /** A capital inside a question may be somebody's name; these are not. */
    private static final Pattern CAPITAL = Pattern.compile(
            "(?<=\\S )(?!(?:I|I'[a-z]+|I’[a-z]+|PE|PTA|TA|SENCO|OK|Year|Reception|Nursery|Monday|Tuesday|Wednesday"
                    + "|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October"
                    + "|November|December|Christmas|Easter|English|Maths|WhatsApp|Teams)\\b)\\p{Lu}");

    private static final Pattern STAFF =
            Pattern.compile("\\b(?:mr|mrs|ms|miss|dr|sir|teacher|head|leader|staff|management|leadership)\\b");
    /** How a question starts that is about what to do, whoever the child is. */
    private static final Pattern ASKS_FOR_ADVICE = Pattern.compile(
            "^(?:how (?:do|can|should|would) (?:i|we|you|one)|who (?:do|can|should) (?:i|we)|who to"
                    + "|what (?:should|can|do|would) (?:i|we|you)|where (?:do|can|should) (?:i|we)|should (?:i|we)|can (?:i|we)"
                    + "|is there (?:a|any)|(?:has|have|does) (?:anyone|anybody) else|(?:any|is) ?one else"
                    + "|(?:does|do|has|can|could) (?:anyone|anybody|someone|somebody) (?:know (?:how|who|what|where)|tell me"
                    + " (?:how|who|what|where)|advise))\\b.*",
            Pattern.DOTALL);
    /** Questions that nobody means as one, and words that point back at what was left out. */
    private static final Pattern NO_QUESTION = Pattern.compile(
            "\\b(?:he|she|him|her|his|hers|himself|herself|the point|how hard|how dare|what the (?:hell|heck|f[a-z*]*)|wtf|seriously|joke|hired?"
                    + "|employs?|agree|fed up|sick of|had enough|thinks?|reckons?|blame|wrong with|sacked|useless|ridiculous"
                    + "|get rid|how long|on earth|the hell|expect)\\b");

    private static final Pattern POINTS_BACK = Pattern.compile("\\b(?:that|this|these|those|they|them|their|it)\\b");
    private static final Pattern OWN_CHILD = Pattern.compile(
            "\\bmy (?:(?:little|eldest|youngest|older|younger|middle) )?(?:son|daughter|child|boy|girl|lad|kid|one|eldest"
                    + "|youngest|twins?),?\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DETERMINED = Pattern.compile(
            "(?:\\b(?:a|an|the|that|this|little|poor|young|old|naughty|lovely|my|your|our|his|her|their|and|or|called|named)|[,&/-])\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GOES_ON = Pattern.compile("^(?:['’]|\\s*(?:and|or|&|/|-|,)\\s*\\S|\\s+\\p{Lu})");

    private Rewriter() {}

    /**
     * The message as it could be put instead.
     *
     * @param findings what screening saw in it
     */
    public static Optional<String> rewrite(String text, List<Finding> findings) {
        List<Finding> wrong = findings.stream()
                .filter(finding -> finding.category().response() != Response.NONE)
                .toList();
        boolean possible = !wrong.isEmpty()
                && wrong.stream().allMatch(finding -> CAN_GO.contains(finding.category()))
                && wrong.stream().noneMatch(finding -> finding.spans().isEmpty());
        return possible ? questionsOf(text, wrong) : Optional.empty();
    }

    private static Optional<String> questionsOf(String text, List<Finding> wrong) {
        List<String> kept = new ArrayList<>();
        Matcher sentences = SENTENCE.matcher(text);
        while (sentences.find()) {
            if (isQuestion(sentences.group().strip())) {
                question(text, sentences.start(), sentences.end(), wrong).ifPresent(kept::add);
            }
        }
        String all = String.join(" ", kept);
        return kept.isEmpty() || all.length() > LONGEST ? Optional.empty() : Optional.of(all);
    }

    private static boolean isQuestion(String sentence) {
        String bare = LEAD.matcher(sentence).replaceFirst("").toLowerCase(Locale.ROOT);
        return bare.endsWith("?") || PLAINLY_ASKS.matcher(bare).matches();
    }

    private static Optional<String> question(String text, int start, int end, List<Finding> wrong) {
        List<Span> names = new ArrayList<>();
        for (Finding finding : wrong) {
            for (Span span : finding.spans()) {
                if (span.start() < end && span.end() > start) {
                    if (finding.category().kind() != Kind.NAMES_CHILD || span.start() < start || span.end() > end) {
                        return Optional.empty();
                    }
                    names.add(span);
                }
            }
        }
        return (names.isEmpty() ? Optional.of(text.substring(start, end)) : withoutName(text, start, end, names))
                .map(Rewriter::tidy)
                .filter(question -> isAnswerable(question, !names.isEmpty()))
                .filter(question -> !CAPITAL.matcher(question).find());
    }

    private static Optional<String> withoutName(String text, int start, int end, List<Span> names) {
        List<Span> distinct = names.stream().distinct().toList();
        if (distinct.size() > 1) {
            return Optional.empty();
        }
        Span name = distinct.getFirst();
        String before = text.substring(start, name.start());
        String after = text.substring(name.end(), end);
        if (OWN_CHILD.matcher(before).find()) {
            return Optional.of(before.stripTrailing().replaceFirst(",$", "") + after.replaceFirst("^,", ""));
        }
        String lead = LEAD.matcher(before.strip()).replaceFirst("").toLowerCase(Locale.ROOT);
        boolean advice = ASKS_FOR_ADVICE.matcher(lead + " x").matches();
        boolean stuck =
                DETERMINED.matcher(before).find() || GOES_ON.matcher(after).find();
        return advice && !stuck ? Optional.of(before + "a child" + after) : Optional.empty();
    }

    private static String tidy(String question) {
        String bare = LEAD.matcher(question.strip().replaceAll("\\s+", " ")).replaceFirst("");
        return bare.isEmpty()
                ? bare
                : bare.substring(0, 1).toUpperCase(Locale.UK)
                        + bare.substring(1).replaceAll("[.?!\\s]*$", "") + "?";
    }

    private static boolean isAnswerable(String question, boolean hadName) {
        String folded = question.toLowerCase(Locale.ROOT);
        return folded.split(" ").length >= LEAST_WORDS
                && ASKS.matcher(folded).matches()
                && !NO_QUESTION.matcher(folded).find()
                && !STAFF.matcher(folded).find()
                && (hadName || !POINTS_BACK.matcher(folded).find());
    }
}
