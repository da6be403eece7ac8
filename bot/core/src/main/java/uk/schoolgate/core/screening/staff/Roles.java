package uk.schoolgate.core.screening.staff;

import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.screening.staff.RoleWords.Post;
import uk.schoolgate.core.screening.staff.RoleWords.Strength;
import uk.schoolgate.core.screening.staff.StaffSighting.Form;

/** Finds staff by the name of their post: "the head", "his TA", "Kestrel's teacher", "the supply in year 4". */
final class Roles {
    private static final int LONGEST_BEFORE = 6;
    private static final Set<String> LINKS = Set.of("in", "of", "for", "from", "at");
    private static final Set<String> ARTICLES = Set.of("a", "an");
    /** Determiners that leave open who it is. */
    private static final Set<String> GENERAL =
            Set.of("a", "an", "any", "every", "each", "some", "no", "another", "all", "most", "which", "what");

    private static final Set<String> BEING =
            Set.of("am", "im", "is", "was", "were", "be", "been", "as", "become", "became", "being");

    private final RoleWords words;
    private final SchoolClasses classes;
    private final StaffDuties duties;

    Roles(RoleWords words, SchoolClasses classes, StaffDuties duties) {
        this.words = words;
        this.classes = classes;
        this.duties = duties;
    }

    /** The role whose name begins with a word. Takes the words of what only looks like one. */
    Optional<Found> at(Line line, int at, Set<String> groupClasses) {
        Optional<Phrases.Match<Post>> match = words.posts().longest(line, at);
        if (match.isEmpty()) {
            return Optional.empty();
        }
        Post post = match.get().meaning();
        int until = match.get().until();
        if (post.strength() == Strength.NO_ROLE) {
            line.take(at, until);
            return Optional.empty();
        }
        Scope scope = new Scope();
        Before before = before(line, at, scope);
        int end = after(line, until, scope);
        if (!isMeant(line, at, until, post.strength(), before) && end == until) {
            return Optional.empty();
        }
        readWithin(line, at, until, scope);
        Set<String> who = isOpen(line, before) ? Set.of() : duties.who(post.name(), scope, groupClasses);
        return Optional.of(
                new Found(before.first(), end, line.start(before.first()), line.end(end - 1), Form.ROLE, who));
    }

    /** Whether it is left open who has the post: not so in "that lump of a caretaker". */
    private static boolean isOpen(Line line, Before before) {
        return GENERAL.contains(before.determiner())
                && !line.key(before.first() - 1).equals("of");
    }

    /** What stands before a role: where it begins, and the determiner that it begins with, if any. */
    private record Before(int first, String determiner, boolean definite) {}

    private Before before(Line line, int at, Scope scope) {
        int first = at;
        while (first > 0 && at - first < LONGEST_BEFORE && !line.isTaken(first - 1) && line.isJoined(first - 1)) {
            String key = line.key(first - 1);
            int length = scopeBefore(line, first, scope);
            if (length > 0 && line.isPossessive(first - 1)) {
                return new Before(first - length, key, true);
            }
            if (words.isDefinite(key)) {
                return new Before(first - 1, key, true);
            }
            if ((words.isDeterminer(key) && !words.isAdjective(key)) || line.isPossessive(first - 1)) {
                return new Before(first - 1, key, false);
            }
            if (length == 0 && !words.isAdjective(key)) {
                break;
            }
            first -= Math.max(1, length);
        }
        return new Before(first, first < at ? line.key(first) : "", false);
    }

    /** Reads a class, year or subject that ends right before a word; one of two words goes first. */
    private int scopeBefore(Line line, int at, Scope scope) {
        Scope read = new Scope();
        int length = 0;
        for (int most = Math.min(2, at); most > 0 && length == 0; most--) {
            read = new Scope();
            length = classes.read(line, at - most, read) == most ? most : 0;
        }
        if (length > 0) {
            scope.addAll(read);
        }
        return length;
    }

    private boolean isMeant(Line line, int at, int until, Strength strength, Before before) {
        boolean itself = ARTICLES.contains(before.determiner()) && BEING.contains(line.key(before.first() - 1));
        return switch (strength) {
            case ANYWHERE -> true;
            case AFTER_ANY_DETERMINER -> !before.determiner().isEmpty() && !itself;
            case AFTER_THE -> before.definite() || isAddressed(line, at, until);
            case NO_ROLE -> false;
        };
    }

    /** "I will ask head", "Head says". */
    private boolean isAddressed(Line line, int at, int until) {
        boolean subject = at == 0
                && line.isCapitalised(at)
                && (line.isPossessive(until - 1) || words.isSpeaking(line.key(until)));
        return subject || words.isAddress(line.key(at - 1));
    }

    private void readWithin(Line line, int from, int until, Scope scope) {
        for (int i = from; i < until; i++) {
            if (words.posts().longest(line, i).map(Phrases.Match::until).orElse(0) != i + 1) {
                classes.read(line, i, scope);
            }
        }
    }

    /** Reads the class, year or subject after a role, and says where it ends. */
    private int after(Line line, int until, Scope scope) {
        if (line.isPossessive(until - 1) || !line.isAdjacent(until - 1) || !LINKS.contains(line.key(until))) {
            return until;
        }
        int at = words.isDefinite(line.key(until + 1)) ? until + 2 : until + 1;
        int length = classes.read(line, at, scope);
        return length == 0 ? until : at + length;
    }
}
