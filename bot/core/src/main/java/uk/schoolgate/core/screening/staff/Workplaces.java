package uk.schoolgate.core.screening.staff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.screening.staff.RoleWords.Age;
import uk.schoolgate.core.screening.staff.RoleWords.Person;
import uk.schoolgate.core.screening.staff.StaffSighting.Form;

/** Finds staff by where they work: "that woman on reception", "the bloke who does PE", "whoever is on the gate". */
final class Workplaces {
    private static final Set<String> RELATIVES = Set.of("who", "that", "what", "whos", "thats", "which", "whose");
    private static final Set<String> INSIDE = Set.of("in", "at", "from", "behind");
    private static final Set<String> ARTICLES = Set.of("the", "our", "school");
    private static final Set<String> INDOORS = Set.of("reception", "office", "kitchen", "midday");
    /** Work at a desk is shared: where nobody on the roll has the one post, the other does it. */
    private static final Map<String, List<String>> POSTS =
            Map.of("reception", List.of("reception", "office"), "office", List.of("office", "reception", "business"));

    private static final int LONGEST_RELATIVE = 4;

    private final RoleWords words;
    private final SchoolClasses classes;
    private final StaffDuties duties;

    Workplaces(RoleWords words, SchoolClasses classes, StaffDuties duties) {
        this.words = words;
        this.classes = classes;
        this.duties = duties;
    }

    /** The member of staff whom the person that begins with a word is, by their place of work. */
    Optional<Found> at(Line line, int at) {
        Optional<Phrases.Match<Person>> match = words.people().longest(line, at);
        if (match.isEmpty()) {
            return Optional.empty();
        }
        Person person = match.get().meaning();
        int next = match.get().until();
        return prefixed(line, at, next, person)
                .or(() -> RELATIVES.contains(line.key(next)) ? relative(line, at, next + 1, person) : Optional.empty())
                .or(() -> placed(line, at, next, person))
                .or(() -> teaching(line, at, next, person));
    }

    /** "the PE fella", "that gate woman": what they do goes before. */
    private Optional<Found> prefixed(Line line, int at, int next, Person person) {
        if (at == 0 || person.age() != Age.ADULT || !line.isAdjacent(at - 1) || line.isTaken(at - 1)) {
            return Optional.empty();
        }
        Scope scope = new Scope();
        if (classes.read(line, at - 1, scope) == 1 && !scope.subjects().isEmpty()) {
            return Optional.of(found(line, at - 1, next, duties.serving(scope, person.gender())));
        }
        return words.places()
                .longest(line, at - 1)
                .filter(place -> place.until() == at && !line.isPossessive(at - 1))
                .map(place -> found(line, at - 1, next, staffAt(place.meaning(), person)));
    }

    private Found found(Line line, int first, int until, Set<String> staff) {
        int from = first;
        while (from > 0
                && first - from < 3
                && !line.isTaken(from - 1)
                && line.isAdjacent(from - 1)
                && isBefore(line.key(from - 1))) {
            from--;
        }
        return new Found(from, until, line.start(from), line.end(until - 1), Form.ROLE, staff);
    }

    private boolean isBefore(String key) {
        return words.isDefinite(key) || words.isDeterminer(key) || words.isAdjective(key);
    }

    /** "who does PE", "that works in the office", "who's on the gate". */
    private Optional<Found> relative(Line line, int first, int at, Person person) {
        boolean works = words.isWorking(line.key(at)) || line.folded(at - 1).endsWith("'s");
        for (int i = at; works && i < Math.min(line.size(), at + LONGEST_RELATIVE); i++) {
            Optional<Phrases.Match<String>> place = words.places().longest(line, i);
            if (place.isPresent()) {
                return Optional.of(found(
                        line, first, place.get().until(), staffAt(place.get().meaning(), person)));
            }
            Scope scope = new Scope();
            int length = classes.read(line, i, scope);
            if (length > 0) {
                return Optional.of(found(line, first, i + length, duties.serving(scope, person.gender())));
            }
        }
        return Optional.empty();
    }

    private Set<String> staffAt(String place, Person person) {
        return duties.at(POSTS.getOrDefault(place, List.of(place)), person.gender());
    }

    private Optional<Found> placed(Line line, int first, int at, Person person) {
        String preposition = line.key(at);
        boolean duty = preposition.equals("on");
        boolean works = words.isWorking(preposition) && person.age() != Age.PRONOUN;
        if (!duty && !works && !INSIDE.contains(preposition)) {
            return Optional.empty();
        }
        int from = at + 1;
        while (ARTICLES.contains(line.key(from)) && from < at + 3) {
            from++;
        }
        Optional<Phrases.Match<String>> place = words.places().longest(line, from);
        return place.filter(it -> works || (duty ? isOn(person, it.meaning()) : isInside(person, it.meaning())))
                .map(it -> found(line, first, it.until(), staffAt(it.meaning(), person)));
    }

    /** People on the gate may be anybody, and what is on the office is a wall. */
    private static boolean isOn(Person person, String place) {
        boolean duty = place.equals("duty");
        return duty ? person.age() != Age.YOUNG : !place.equals("office") && !place.equals("kitchen");
    }

    /** A girl in reception is a pupil of that class, and whoever sits in the office may have been sent there. */
    private static boolean isInside(Person person, String place) {
        return INDOORS.contains(place)
                && (person.age() == Age.ADULT || (person.age() == Age.YOUNG && place.equals("office")));
    }

    /** "the lady in Robin". */
    private Optional<Found> teaching(Line line, int first, int at, Person person) {
        Scope scope = new Scope();
        boolean inClass = person.age() == Age.ADULT
                && (line.key(at).equals("in") || line.key(at).equals("of"));
        int length = inClass ? classes.read(line, at + 1, scope) : 0;
        return length == 0
                ? Optional.empty()
                : Optional.of(found(line, first, at + 1 + length, duties.serving(scope, person.gender())));
    }
}
