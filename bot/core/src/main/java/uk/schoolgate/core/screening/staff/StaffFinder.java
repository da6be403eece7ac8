package uk.schoolgate.core.screening.staff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.text.FoldedText;
import uk.schoolgate.core.text.Sentence;
import uk.schoolgate.core.text.SoundCode;
import uk.schoolgate.core.text.Span;
import uk.schoolgate.core.text.WordList;

/**
 * Finds the members of staff and governors whom a message means: by name, however it is written, and by what they do.
 * Costs linear time in the length of the message.
 */
public final class StaffFinder {
    private final Aliases aliases;
    private final TitledNames titled;
    private final FullNames fullNames;
    private final BareSurnames surnames;
    private final BareFirstNames bareFirstNames;
    private final Roles roles;
    private final Workplaces workplaces;

    /**
     * @param roll who belongs to the school
     * @param words tells misspelt names from words
     * @param sounds finds names that are spelt as they sound
     */
    public StaffFinder(Roll roll, WordList words, SoundCode sounds) {
        FirstNames firstNames = new FirstNames(words);
        RoleWords roleWords = new RoleWords();
        SchoolClasses classes = new SchoolClasses(roll, roleWords);
        StaffDuties duties = new StaffDuties(roll, roleWords, classes);
        OtherPeople others = new OtherPeople(roll, firstNames);
        StaffNames names = new StaffNames(roll, firstNames, words, sounds);
        aliases = new Aliases(roll, roleWords, firstNames);
        titled = new TitledNames(names, new Initials(roll, duties), others, new Strangers(others, firstNames));
        fullNames = new FullNames(names);
        surnames = new BareSurnames(names, others, firstNames, roleWords);
        bareFirstNames = new BareFirstNames(names, others, firstNames);
        roles = new Roles(roleWords, classes, duties);
        workplaces = new Workplaces(roleWords, classes, duties);
    }

    /**
     * The staff meant in a message, in order; no two sightings overlap.
     *
     * @param sentences the sentences of that text
     * @param classes the classes of the group that it was written in; empty where unknown
     */
    public List<StaffSighting> find(String text, List<Sentence> sentences, Set<String> classes) {
        Set<String> folded = new HashSet<>();
        classes.forEach(it -> folded.add(FoldedText.fold(it)));
        List<StaffSighting> sightings = new ArrayList<>();
        for (int s = 0; s < sentences.size(); s++) {
            Line line = new Line(text, sentences.get(s));
            List<Found> found = new ArrayList<>();
            names(line, folded, found);
            work(line, folded, found);
            found.sort(Comparator.comparingInt(Found::start));
            for (Found it : found) {
                add(text, s, it, sightings);
            }
        }
        return sightings;
    }

    private void names(Line line, Set<String> classes, List<Found> found) {
        for (int i = 0; i < line.size(); i++) {
            int at = i;
            if (!line.isTaken(at)) {
                keep(
                        line,
                        aliases.at(line, at)
                                .or(() -> titled.at(line, at, classes))
                                .or(() -> line.isTaken(at) ? Optional.empty() : untitled(line, at, classes)),
                        found);
            }
        }
    }

    private Optional<Found> untitled(Line line, int at, Set<String> classes) {
        return fullNames.at(line, at).or(() -> surnames.at(line, at)).or(() -> bareFirstNames.at(line, at, classes));
    }

    /** Roles come second, so that a name never is part of one. */
    private void work(Line line, Set<String> classes, List<Found> found) {
        for (int i = 0; i < line.size(); i++) {
            int at = i;
            if (!line.isTaken(at)) {
                keep(
                        line,
                        roles.at(line, at, classes)
                                .or(() -> line.isTaken(at) ? Optional.empty() : workplaces.at(line, at)),
                        found);
            }
        }
    }

    private static void keep(Line line, Optional<Found> found, List<Found> all) {
        found.filter(it -> !line.isTaken(it.first(), it.until())).ifPresent(it -> {
            line.take(it.first(), it.until());
            all.add(it);
        });
    }

    /** A disguised name may reach beyond its sentence; what it has swallowed is not seen again. */
    private static void add(String text, int sentence, Found found, List<StaffSighting> sightings) {
        boolean seen = !sightings.isEmpty() && sightings.getLast().span().end() > found.start();
        if (!seen) {
            sightings.add(new StaffSighting(
                    Span.of(text, found.start(), found.end()), sentence, found.form(), found.staff()));
        }
    }
}
