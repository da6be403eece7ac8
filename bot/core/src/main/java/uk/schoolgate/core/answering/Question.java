package uk.schoolgate.core.answering;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.schoolgate.core.policy.Asker;

/**
 * A question by its form.
 *
 * @param form what kind of line would answer it
 * @param actor who would do it; empty where the question is about a thing
 * @param terms what it is about, without who does it
 * @param named all that it names: the terms, who does it and the occasion
 * @param situated whether it names a situation: "if …", "when …"
 */
record Question(Form form, Optional<Actor> actor, Set<String> terms, Set<String> named, boolean situated) {
    /** Whether the answer is a procedure, whose clauses are told in their order. */
    boolean asksForSteps() {
        return form == Form.NEXT || form == Form.HOW;
    }

    /** What a question asks for. */
    enum Form {
        /** May somebody do it? */
        ALLOWED,
        /** Must somebody do it? */
        REQUIRED,
        WHO,
        WHEN,
        /** What happens next? */
        NEXT,
        /** How is it done? */
        HOW,
        /** Anything else, which no one line answers. */
        OTHER
    }

    private static final Pattern OPENING = Pattern.compile(
            "^(?:(?:hi|hello|hey|please|ok|so|and|but|also|quick question|just wondering|i was wondering|does anyone know"
                    + "|do you know|can you tell me|could you tell me|morning|good morning|afternoon|if|whether)\\b[ ,:!.-]*)++");
    private static final Pattern ALLOWED = Pattern.compile(
            "^(?:(?:can|may|could) (?<one>.+)|(?:am|are|is|r) (?<two>.+?) (?:allowed|permitted)\\b.*"
                    + "|(?:is it|it is|its) (?:ok|okay|alright|all right|fine|allowed|permitted|acceptable) (?<three>(?:to|if|for) .+))");
    private static final Pattern REQUIRED = Pattern.compile(
            "^(?:(?:do|does) (?<one>.+?) (?:have|need) to\\b.*|(?:must|should) (?<two>.+)|(?:am|are|is) (?<three>.+?) (?:required|expected) to\\b.*)");
    private static final Pattern WHO =
            Pattern.compile("^(?:who|whom)(?:'s)? (?:do|does|should|can|must|shall|would|is|are|to|decides|will)\\b.*");
    private static final Pattern WHEN = Pattern.compile(
            "^(?:when|by when|how long|how many (?:school |working )?days|how soon|how quickly|what time)\\b");
    private static final Pattern NEXT = Pattern.compile(
            "^(?:what (?:happens|will happen|would happen|does the school do|will the school do)|what's next)\\b.*");
    private static final Pattern HOW =
            Pattern.compile("^(?:how (?:do|does|can|could|would|should|to)|what (?:do|should|must|can) (?:i|we) do"
                    + "|what(?: are|'s| is|s) the (?:steps|stages|process|procedure))\\b");
    /** Either-or and negated questions have no plain yes or no. */
    private static final Pattern TRICKY =
            Pattern.compile("\\bor\\b|n't\\b|\\bnot\\b|\\bcant\\b|\\bwont\\b|\\bwhy\\b|\\binstead\\b");

    private static final Pattern FIRST_PERSON = Pattern.compile("^(?:to |if |for )?(?:i|we|me|us)\\b|^to\\b");
    private static final Pattern SITUATION = Pattern.compile(".\\b(?:if|when|where)\\b");
    static final Set<String> ACTORS = Terms.of("children parents staff teachers");
    private static final int SUBJECT_LENGTH = 28;

    /** Reads a question as this person asks it. */
    static Question of(String text, Asker asker) {
        String folded = Terms.fold(text).strip().replaceAll("[?!. ]+$", "").replaceAll(" +", " ");
        String plain = OPENING.matcher(folded).replaceFirst("");
        Form form = plain.contains("?") ? Form.OTHER : plainForm(plain);
        if (form == Form.OTHER && !plain.contains("?") && !TRICKY.matcher(plain).find()) {
            return yesOrNo(plain, asker);
        }
        return withoutActor(form, plain);
    }

    private static Form plainForm(String plain) {
        if (WHO.matcher(plain).matches()) {
            return Form.WHO;
        }
        if (WHEN.matcher(plain).find()) {
            return Form.WHEN;
        }
        if (HOW.matcher(plain).find()) {
            return Form.HOW;
        }
        return NEXT.matcher(plain).matches() ? Form.NEXT : Form.OTHER;
    }

    private static Question withoutActor(Form form, String plain) {
        boolean situated = SITUATION.matcher(plain).find();
        String about = form == Form.WHEN ? WHEN.matcher(plain).replaceFirst("") : plain;
        return new Question(form, Optional.empty(), Terms.of(about), Terms.withOccasion(about), situated);
    }

    private static Question yesOrNo(String plain, Asker asker) {
        Matcher allowed = ALLOWED.matcher(plain);
        if (allowed.matches()) {
            return of(Form.ALLOWED, allowed, asker, plain);
        }
        Matcher required = REQUIRED.matcher(plain);
        return required.matches() ? of(Form.REQUIRED, required, asker, plain) : withoutActor(Form.OTHER, plain);
    }

    private static Question of(Form form, Matcher matcher, Asker asker, String plain) {
        Set<String> terms = Terms.of(plain);
        Set<String> named = Terms.withOccasion(plain);
        String behind = Optional.ofNullable(matcher.group("one"))
                .or(() -> Optional.ofNullable(matcher.group("two")))
                .orElseGet(() -> matcher.group("three"));
        boolean situated = SITUATION.matcher(plain).find();
        if (FIRST_PERSON.matcher(behind).find()) {
            return new Question(form, Optional.of(Actor.of(asker)), terms, named, situated);
        }
        String subject = behind.substring(0, Math.min(behind.length(), SUBJECT_LENGTH));
        Set<String> others = new LinkedHashSet<>(terms);
        Terms.of(subject).stream().filter(ACTORS::contains).findFirst().ifPresent(others::remove);
        return new Question(form, Actor.firstIn(subject), others, named, situated);
    }
}
