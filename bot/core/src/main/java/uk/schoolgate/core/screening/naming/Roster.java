package uk.schoolgate.core.screening.naming;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Looks through the few pupils of a group one by one, for what no index answers. */
final class Roster {
    private static final int MOST_PUPILS = 400;

    private final RollNames names;

    Roster(RollNames names) {
        this.names = names;
    }

    /** Pupils with a first name that passes a test; nobody where there are too many to look through. */
    Bearers withFirstName(int[] classes, Predicate<String> test) {
        int[] found = pupils(classes)
                .filter(pupil -> Arrays.stream(names.firstNamesOf(pupil))
                        .anyMatch(name -> test.test(names.firstNames().name(name))))
                .toArray();
        return new Bearers(found, true);
    }

    private IntStream pupils(int[] classes) {
        if (classes.length == 0) {
            return names.classes().pupils() > MOST_PUPILS
                    ? IntStream.empty()
                    : IntStream.range(0, names.classes().pupils());
        }
        int[] found = Arrays.stream(classes)
                .flatMap(schoolClass -> Arrays.stream(names.inClass(schoolClass)))
                .sorted()
                .distinct()
                .toArray();
        return found.length > MOST_PUPILS ? IntStream.empty() : Arrays.stream(found);
    }
}
