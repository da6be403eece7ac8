package uk.schoolgate.core.screening.naming;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import uk.schoolgate.core.roll.Pupil;
import uk.schoolgate.core.text.FoldedText;

/** The classes of a roll, numbered from 1, and which pupils are in them. Pupils are numbers here: their place in the roll. */
final class SchoolClasses {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Set<Integer>> byYear = new HashMap<>();
    private final int[] classOf;

    SchoolClasses(int pupils) {
        classOf = new int[pupils];
    }

    /** Puts a pupil into a class, and gives its number. */
    int add(int number, Pupil pupil) {
        int schoolClass = numbers.computeIfAbsent(FoldedText.fold(pupil.schoolClass()), key -> numbers.size() + 1);
        byYear.computeIfAbsent(Place.yearOf(FoldedText.fold(pupil.year())), year -> new TreeSet<>())
                .add(schoolClass);
        classOf[number] = schoolClass;
        return schoolClass;
    }

    /** The number of a class, or 0. */
    int numberOf(String folded) {
        return numbers.getOrDefault(folded, 0);
    }

    boolean isClass(String folded) {
        return numbers.containsKey(folded);
    }

    /** The numbers of the classes of a year. */
    int[] ofYear(String year) {
        return byYear.getOrDefault(year, Set.of()).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The pupils among these who are in one of the classes. */
    int[] among(int[] pupils, int[] classes) {
        return Arrays.stream(pupils)
                .filter(pupil -> Arrays.stream(classes).anyMatch(schoolClass -> schoolClass == classOf[pupil]))
                .toArray();
    }

    int pupils() {
        return classOf.length;
    }
}
