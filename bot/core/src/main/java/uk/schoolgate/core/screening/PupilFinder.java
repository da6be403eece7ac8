package uk.schoolgate.core.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.schoolgate.core.roll.Pupil;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.screening.PupilMention.Form;
import uk.schoolgate.core.text.FoldedText;
import uk.schoolgate.core.text.ListFile;
import uk.schoolgate.core.text.Sentence;
import uk.schoolgate.core.text.Word;

/** Finds the pupils of a roll by name. Built once for a roll; finding costs the same for any size of roll. */
final class PupilFinder {
    private static final double FULL_NAME_CERTAINTY = 0.97;
    private static final double IN_GROUP_CERTAINTY = 0.9;
    private static final double ELSEWHERE_CERTAINTY = 0.75;
    private static final double SURNAME_CERTAINTY = 0.7;
    private static final double UNKNOWN_CHILD_CERTAINTY = 0.7;
    private static final Set<String> ADULT_TITLES =
            Set.of("mr", "mrs", "ms", "miss", "dr", "sir", "mx", "prof", "uncle", "auntie", "aunt");
    private static final Set<String> OWNERS = Set.of("my", "our");
    private static final Set<String> CHILD_WORDS = Set.of(
            "son", "daughter", "boy", "girl", "lad", "kid", "child", "eldest", "youngest", "little", "dd", "ds", "lo");
    private static final Set<String> CHILD_WORDS_AFTER =
            Set.of("boy", "girl", "lad", "kid", "kids", "boys", "girls", "child", "children", "twins", "twin");

    private final Roll roll;
    private final Map<String, Set<String>> byFirstName = new HashMap<>();
    private final Map<String, Set<String>> bySurname = new HashMap<>();
    private final Set<String> nameWords;

    PupilFinder(Roll roll) {
        this.roll = roll;
        this.nameWords = Set.copyOf(ListFile.lines("/schoolgate/screening/name-words.txt"));
        Map<String, Set<String>> nicknames = nicknames();
        for (Pupil pupil : roll.pupils()) {
            for (String name : firstNames(pupil)) {
                put(byFirstName, name, pupil.id());
                nicknames.getOrDefault(name, Set.of()).forEach(nick -> put(byFirstName, nick, pupil.id()));
            }
            put(bySurname, FoldedText.fold(pupil.surname()), pupil.id());
        }
    }

    private static List<String> firstNames(Pupil pupil) {
        List<String> names = new ArrayList<>();
        names.add(FoldedText.fold(pupil.forename()));
        pupil.preferredName().map(FoldedText::fold).ifPresent(names::add);
        return names;
    }

    /** A line of the list is a full name and its short forms: {@code oliver ollie olly}. */
    private static Map<String, Set<String>> nicknames() {
        Map<String, Set<String>> nicknames = new HashMap<>();
        for (String line : ListFile.lines("/schoolgate/screening/nicknames.txt")) {
            List<String> names = List.of(line.split(" +"));
            names.forEach(name -> nicknames
                    .computeIfAbsent(names.getFirst(), full -> new HashSet<>())
                    .add(name));
        }
        return nicknames;
    }

    private static void put(Map<String, Set<String>> index, String name, String pupil) {
        index.computeIfAbsent(name, key -> new TreeSet<>()).add(pupil);
    }

    /** The children named in a message, in order. */
    List<PupilMention> find(String text, List<Sentence> sentences, ScreeningInput input) {
        List<PupilMention> mentions = new ArrayList<>();
        for (int s = 0; s < sentences.size(); s++) {
            List<Word> words = sentences.get(s).words();
            int i = 0;
            while (i < words.size()) {
                Optional<Found> found = at(words, i);
                int from = i;
                int sentence = s;
                found.ifPresent(it -> mentions.add(mention(text, words, from, it, sentence, input)));
                i += found.map(Found::length).orElse(1);
            }
        }
        return mentions;
    }

    private record Found(int length, Form form, Set<String> pupils, double certainty) {}

    private Optional<Found> at(List<Word> words, int i) {
        if (i > 0 && ADULT_TITLES.contains(words.get(i - 1).folded())) {
            return Optional.empty();
        }
        return fullName(words, i).or(() -> surname(words, i)).or(() -> firstName(words, i));
    }

    private Optional<Found> fullName(List<Word> words, int i) {
        if (i + 1 >= words.size()) {
            return Optional.empty();
        }
        Set<String> firsts = byFirstName.getOrDefault(words.get(i).folded(), Set.of());
        Set<String> both = new TreeSet<>(firsts);
        both.retainAll(bySurname.getOrDefault(words.get(i + 1).stem(), Set.of()));
        if (!both.isEmpty()) {
            return Optional.of(new Found(2, Form.FULL_NAME, both, FULL_NAME_CERTAINTY));
        }
        return unknownChild(words, i);
    }

    /** "Kayden Foster in year 3": two capitalised words that a school place follows. */
    private static Optional<Found> unknownChild(List<Word> words, int i) {
        boolean twoNames = isName(words.get(i)) && isName(words.get(i + 1));
        boolean place = i + 3 < words.size()
                && words.get(i + 2).folded().equals("in")
                && Set.of("year", "yr", "reception", "nursery", "y1", "y2", "y3", "y4", "y5", "y6")
                        .contains(words.get(i + 3).folded());
        return twoNames && place
                ? Optional.of(new Found(2, Form.FULL_NAME, Set.of(), UNKNOWN_CHILD_CERTAINTY))
                : Optional.empty();
    }

    private static boolean isName(Word word) {
        return word.capital() && !word.shouted() && word.folded().length() > 1;
    }

    private Optional<Found> surname(List<Word> words, int i) {
        Set<String> pupils = bySurname.getOrDefault(words.get(i).stem(), Set.of());
        boolean childFollows = i + 1 < words.size()
                && CHILD_WORDS_AFTER.contains(words.get(i + 1).folded());
        return pupils.isEmpty() || !childFollows
                ? Optional.empty()
                : Optional.of(new Found(1, Form.SURNAME, pupils, SURNAME_CERTAINTY));
    }

    private Optional<Found> firstName(List<Word> words, int i) {
        Set<String> pupils = byFirstName.getOrDefault(words.get(i).stem(), Set.of());
        if (pupils.isEmpty() || isOrdinaryWord(words, i) || isSomebodyElse(words, i)) {
            return Optional.empty();
        }
        return Optional.of(new Found(1, Form.FIRST_NAME, pupils, IN_GROUP_CERTAINTY));
    }

    /** A name that is also a word counts only where its capital cannot come from the start of a sentence or from shouting. */
    private boolean isOrdinaryWord(List<Word> words, int i) {
        Word word = words.get(i);
        if (!nameWords.contains(word.stem())) {
            return false;
        }
        boolean possessive = word.folded().endsWith("'s");
        return !(word.capital() && !word.shouted() && (i > 0 || possessive));
    }

    /** "Ollie Murs": a capitalised word follows that is no surname of a pupil of that name. */
    private static boolean isSomebodyElse(List<Word> words, int i) {
        return i + 1 < words.size()
                && isName(words.get(i))
                && isName(words.get(i + 1))
                && !words.get(i).folded().endsWith("'s")
                && words.get(i + 1).start() == words.get(i).end() + 1;
    }

    private PupilMention mention(
            String text, List<Word> words, int i, Found found, int sentence, ScreeningInput input) {
        Word first = words.get(i);
        Word last = words.get(i + found.length() - 1);
        int end = last.start() + Math.min(last.stem().length(), last.end() - last.start());
        Set<String> inGroup = inClasses(found.pupils(), input.classes());
        Set<String> meant = inGroup.isEmpty() ? found.pupils() : inGroup;
        boolean narrowed = input.classes().isEmpty() || !inGroup.isEmpty() || found.form() == Form.FULL_NAME;
        Set<String> own = new TreeSet<>(meant);
        own.retainAll(roll.childrenOf(input.author()));
        boolean isOwn = !own.isEmpty() || saysMine(words, i);
        return new PupilMention(
                Span.of(text, first.start(), end),
                sentence,
                found.form(),
                own.isEmpty() ? meant : own,
                isOwn,
                narrowed ? found.certainty() : Math.min(found.certainty(), ELSEWHERE_CERTAINTY));
    }

    private Set<String> inClasses(Set<String> pupils, Set<String> classes) {
        return pupils.stream()
                .filter(id -> roll.pupil(id)
                        .filter(pupil -> classes.contains(pupil.schoolClass()))
                        .isPresent())
                .collect(Collectors.toSet());
    }

    /** "my Ollie", "our little Ollie", "my son Ollie". */
    private static boolean saysMine(List<Word> words, int i) {
        if (i > 0 && OWNERS.contains(words.get(i - 1).folded())) {
            return true;
        }
        return i > 1
                && CHILD_WORDS.contains(words.get(i - 1).folded())
                && OWNERS.contains(words.get(i - 2).folded());
    }
}
