package uk.schoolgate.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import uk.schoolgate.core.roll.Pupil;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.text.ListFile;

/** Rolls of any size with names of children in Britain and made-up surnames. */
final class Rolls {
    private static final int SEED = 7;
    private static final int IN_CLASS = 29;
    private static final List<String> FIRST_PARTS =
            List.of("Har", "Ash", "Wood", "Bel", "Kow", "Mar", "Oka", "Pet", "Sin", "Tre", "Win", "Cart", "Hol", "Ban");
    private static final List<String> MIDDLES = List.of("a", "er", "ing", "o", "en", "wi", "al", "u", "es", "or");
    private static final List<String> LAST_PARTS =
            List.of("ton", "ley", "son", "ski", "for", "well", "der", "man", "by", "gh", "rez", "nam", "ford", "ows");

    private Rolls() {}

    static Roll of(int pupils) {
        Random random = new Random(SEED);
        List<String> firstNames = ListFile.lines("/schoolgate/screening/first-names.txt").stream()
                .flatMap(line -> List.of(line.split(" +", -1)).stream())
                .toList();
        List<Pupil> roll = new ArrayList<>();
        for (int i = 0; i < pupils; i++) {
            int schoolClass = i / IN_CLASS;
            String surname =
                    one(FIRST_PARTS, random) + one(MIDDLES, random) + one(MIDDLES, random) + one(LAST_PARTS, random);
            roll.add(new Pupil(
                    "P" + i,
                    one(firstNames, random),
                    surname,
                    Optional.empty(),
                    Integer.toString(schoolClass % 7),
                    "Class" + schoolClass));
        }
        return new Roll(roll, List.of(), List.of());
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
