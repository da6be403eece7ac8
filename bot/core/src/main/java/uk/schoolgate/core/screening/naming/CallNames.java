package uk.schoolgate.core.screening.naming;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import uk.schoolgate.core.roll.Pupil;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.text.FoldedText;

/**
 * What the pupils of a school are called by, for leaving their names out where none may stand: forename, preferred name,
 * nicknames and surname, whole and in parts. It looks at words alone and takes a word too many rather than one too few.
 */
public final class CallNames {
    private static final Pattern POSSESSIVE = Pattern.compile("'s?(?![\\p{L}\\p{N}])");
    private static final int LONGEST_NAME = 4;

    private final Set<String> names;

    private CallNames(Set<String> names) {
        this.names = Set.copyOf(names);
    }

    /** Those of a roll; a class that is called as a child is stays a class. */
    public static CallNames of(Roll roll) {
        Set<String> names = new HashSet<>();
        if (roll.hasPupils()) {
            NameLists lists = NameLists.load();
            roll.pupils().stream().map(pupil -> PupilNames.of(pupil, lists)).forEach(pupil -> {
                names.addAll(pupil.first());
                names.addAll(pupil.short_());
                names.addAll(pupil.last());
            });
            roll.pupils().stream()
                    .map(Pupil::schoolClass)
                    .map(PupilNames::parts)
                    .forEach(parts -> {
                        names.removeAll(List.of(parts));
                        names.remove(String.join("", parts));
                    });
        }
        return new CallNames(names);
    }

    /** Whether one or a few words of a text, however they are joined, are what a pupil is called by. */
    public boolean mayNamePupil(String text) {
        String[] words = PupilNames.parts(
                POSSESSIVE.matcher(FoldedText.fold(text).replace('’', '\'')).replaceAll(" "));
        for (int from = 0; from < words.length; from++) {
            StringBuilder joined = new StringBuilder();
            for (int to = from; to < Math.min(words.length, from + LONGEST_NAME); to++) {
                if (names.contains(joined.append(words[to]).toString())) {
                    return true;
                }
            }
        }
        return false;
    }
}
