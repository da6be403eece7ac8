package uk.schoolgate.core.screening.naming;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.text.FoldedText;
import uk.schoolgate.core.text.Letters;
import uk.schoolgate.core.text.Sentence;
import uk.schoolgate.core.text.SoundCode;
import uk.schoolgate.core.text.Span;
import uk.schoolgate.core.text.WordList;

/**
 * Finds the children named in a message, however their names are written, and says which pupils they may be. It looks for
 * names and does not judge them: whether "Summer" is a child or a season, the words around it tell somebody else.
 */
public final class ChildFinder {
    private final Roll roll;
    private final RollNames names;
    private final NameForm kinship;
    private final NameForm fullNames;
    private final List<NameForm> forms;
    private final PlainWords plainWords;
    private final Sighter sighter;

    /**
     * @param wordList a word among these is no misspelt name
     * @param sounds tells which names sound alike
     */
    public ChildFinder(Roll roll, WordList wordList, SoundCode sounds) {
        NameLists lists = NameLists.load();
        OrdinaryWords words = new OrdinaryWords(wordList, lists.chatWords());
        this.roll = roll;
        this.names = new RollNames(roll, lists, sounds);
        NameMatcher firstNames = new NameMatcher(names.firstNames(), words, lists.firstNames());
        NameMatcher surnames = new NameMatcher(names.surnames(), words, lists.firstNames());
        this.kinship = new Kinship(names, surnames, words);
        this.fullNames = new FullNames(names, firstNames, surnames, lists.words());
        Surnames bySurname = new Surnames(names, surnames, lists.words(), words);
        Strangers strangers = new Strangers(names, lists, words);
        this.forms = roll.hasPupils()
                ? List.of(
                        new Disguises(names, firstNames, words),
                        new StarredNames(names),
                        fullNames,
                        kinship,
                        bySurname::withInitial,
                        new Initials(names),
                        strangers::withPlace,
                        bySurname::families,
                        new FirstNames(names, firstNames, words, lists.firstNames()),
                        bySurname,
                        strangers)
                : List.of(kinship, strangers::withPlace, strangers);
        this.plainWords = new PlainWords(names, lists, words);
        this.sighter = new Sighter(names, lists, words);
    }

    /**
     * The children named in a message, in order.
     *
     * @param text the message as written
     * @param sentences its sentences
     * @param author who wrote it: children whom this adult is a contact of are own ones
     * @param classes names of the classes that the group is about; empty where it is about all
     * @param staff where the message names staff, whose names are no children
     */
    public List<ChildSighting> find(
            String text, List<Sentence> sentences, PersonId author, Set<String> classes, List<Span> staff) {
        int[] group = classes.stream()
                .mapToInt(name -> names.classes().numberOf(FoldedText.fold(name)))
                .filter(number -> number > 0)
                .toArray();
        int[] own = names.numbersOf(roll.childrenOf(author));
        BitSet staffChars = new BitSet();
        staff.forEach(span -> staffChars.set(span.start(), span.end()));
        List<ChildSighting> sightings = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            sightings.addAll(find(Passage.of(text, sentences.get(i), i, group, own, names), staffChars));
        }
        return sightings;
    }

    private List<ChildSighting> find(Passage passage, BitSet staff) {
        List<ChildSighting> sightings = new ArrayList<>();
        int free = 0;
        int word = 0;
        while (passage.line().has(word)) {
            Optional<Found> found = at(passage, word, staff);
            if (found.isPresent()) {
                sightings.add(sighter.sighting(passage, word, free, found.get()));
                word += found.get().words();
                free = word;
            } else {
                word += isAdult(passage.line(), word) ? 2 : 1;
            }
        }
        return sightings;
    }

    private Optional<Found> at(Passage passage, int word, BitSet staff) {
        Line line = passage.line();
        if (plainWords.contains(line, word)) {
            return Optional.empty();
        }
        int staffChar = staff.nextSetBit(line.word(word).start());
        boolean ofStaff = staffChar >= 0 && staffChar < line.word(word).end();
        if (ofStaff || ChildWords.isTitled(line, word)) {
            return passage.find(kinship, word);
        }
        if (isAdult(line, word)) {
            return passage.find(kinship, word)
                    .or(() -> passage.find(fullNames, word).filter(Found::asOnRoll));
        }
        for (NameForm form : forms) {
            Optional<Found> found = passage.find(form, word);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Whether the full name of a pupil's adult starts at a word. */
    private boolean isAdult(Line line, int word) {
        if (!line.adjoins(word) || line.folded(word + 1).length() < 2) {
            return false;
        }
        String last = line.key(word + 1);
        return !names.byAdult(Letters.of(line.folded(word)) + " " + last).isEmpty();
    }
}
