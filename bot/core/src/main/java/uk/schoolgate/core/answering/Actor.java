package uk.schoolgate.core.answering;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.schoolgate.core.policy.Asker;

/** Who does something, in a question or in a clause. */
enum Actor {
    PARENT("parents?|carers?|mums?|dads?|mother|father|famil(?:y|ies)|guardians?"),
    PUPIL(
            "pupils?|child(?:ren)?|kids?|students?|son|daughter|boys?|girls?|lad|he|she|little ones?|eldest|youngest|learners?"),
    STAFF("staff|teachers?|employees?|adults working|teaching assistants?|tas?|colleagues|volunteers?"),
    SCHOOL("the school|headteacher|head teacher|the head|governors?|governing (?:body|board)|we"),
    VISITOR("visitors?|contractors?");

    private final Pattern words;

    Actor(String words) {
        this.words = Pattern.compile("(?<!of )(?<!of the )(?<!of our )(?<!of other )(?<!about )(?<!with )(?<!to )\\b(?:"
                + words + ")\\b(?!')");
    }

    /** The one named first in a folded text, such as the subject of a question. */
    static Optional<Actor> firstIn(String folded) {
        return Arrays.stream(values())
                .filter(actor -> actor.words.matcher(folded).find())
                .min(Comparator.comparingInt(actor -> first(actor.words.matcher(folded))));
    }

    /** The one named last in a folded text, which is nearest to the verb behind it. */
    static Optional<Actor> lastIn(String folded) {
        return Arrays.stream(values())
                .filter(actor -> actor.words.matcher(folded).find())
                .max(Comparator.comparingInt(actor -> last(actor.words.matcher(folded))));
    }

    private static int first(Matcher matcher) {
        return matcher.find() ? matcher.start() : Integer.MAX_VALUE;
    }

    private static int last(Matcher matcher) {
        return matcher.results().mapToInt(MatchResult::start).max().orElse(-1);
    }

    /** Who "I" is. */
    static Actor of(Asker asker) {
        return asker == Asker.PARENT ? PARENT : STAFF;
    }
}
