package uk.schoolgate.core.screening.naming;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.schoolgate.core.roll.Contact;
import uk.schoolgate.core.roll.Pupil;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.text.FoldedText;
import uk.schoolgate.core.text.Sentence;
import uk.schoolgate.core.text.Sentences;
import uk.schoolgate.core.text.SoundCode;
import uk.schoolgate.core.text.WordList;

/** A finder over a small school of its own, with a few words of English and a simple notion of sound. */
final class Finders {
    static final PersonId NATHANIELS_FATHER = new PersonId("+447700900001");
    static final PersonId SOMEBODY = new PersonId("+447700900099");
    static final String OTTER = "Otter";

    static final WordList WORDS = new HashSet<>(List.of(
            ("the a an and of to in is was at on with for has have had be by it he she they we you my our their that "
                            + "this will hope grace summer fair park road star coach again today tomorrow left his her "
                            + "him coat bit somebody kid boy girl boys girls lad twins son eldest year class reception "
                            + "thanks party who did not no can could would shall miss please anybody seen pushed mine "
                            + "called young little big may mark marks hopes river bell sun jack son all some one two "
                            + "friday monday said says see so up me us am are from reed tally step lots train time i step lots marks big")
                    .split(" ")))::contains;

    /** Consonants by sound; a vowel counts at the start alone. */
    static final SoundCode SOUNDS = name -> {
        String said = name.toLowerCase(Locale.ROOT)
                .replace("ph", "f")
                .replaceAll("[cq]", "k")
                .replace('z', 's');
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < said.length(); i++) {
            boolean vowel = "aeiouyhw".indexOf(said.charAt(i)) >= 0;
            char sound = vowel ? 'a' : said.charAt(i);
            boolean again = !code.isEmpty() && code.charAt(code.length() - 1) == sound;
            if ((i == 0 || !vowel) && !again) {
                code.append(sound);
            }
        }
        return code.toString();
    };

    private static final ChildFinder WITH_ROLL = new ChildFinder(roll(), WORDS, SOUNDS);
    private static final ChildFinder WITHOUT_ROLL = new ChildFinder(Roll.EMPTY, WORDS, SOUNDS);

    private Finders() {}

    private static Roll roll() {
        return new Roll(
                List.of(
                        pupil("N1", "Nathaniel", "Quigley", "", "3", OTTER),
                        pupil("N2", "Nathaniel", "Voss", "", "5", "Lynx"),
                        pupil("T1", "Tobias", "Rahman", "Toby", "3", OTTER),
                        pupil("S1", "Siobhán", "O'Hara", "", "3", OTTER),
                        pupil("L1", "Lily-Mae", "Prentiss", "", "3", OTTER),
                        pupil("M1", "Marcus", "van Houten", "", "3", OTTER),
                        pupil("M2", "Melissa", "van Houten", "", "5", "Lynx"),
                        pupil("Z1", "Zbigniew", "Łukasiewicz", "", "3", OTTER),
                        pupil("G1", "Grace", "Adebayo", "", "3", OTTER),
                        pupil("K1", "Jaydon", "Fairweather", "", "3", OTTER),
                        pupil("K2", "Philippa", "Fairweather", "", "5", "Lynx"),
                        pupil("E1", "Ellen", "Sturridge", "", "5", "Lynx"),
                        pupil("V1", "Vikram", "King", "", "5", "Lynx"),
                        pupil("K3", "Kit", "Day", "", "5", "Lynx"),
                        pupil("R1", "Ravinder", "Reid", "", "R", "Vole"),
                        pupil("D1", "Desmond", "Okonkwo", "", "3", OTTER)),
                List.of(),
                List.of(
                        new Contact(NATHANIELS_FATHER, "Gregory Quigley", "father", "N1"),
                        new Contact(new PersonId("+447700900002"), "Ellen Sturridge", "mother", "E1"),
                        new Contact(new PersonId("+447700900003"), "Bronagh O'Hara", "mother", "S1")));
    }

    private static Pupil pupil(
            String id, String first, String last, String preferred, String year, String schoolClass) {
        Optional<String> other = preferred.isEmpty() ? Optional.empty() : Optional.of(preferred);
        return new Pupil(id, first, last, other, year, schoolClass);
    }

    /** The sightings in a message of the class Otter's group, written by nobody's parent. */
    static List<ChildSighting> find(String text) {
        return find(text, SOMEBODY, Set.of(OTTER));
    }

    static List<ChildSighting> find(String text, PersonId author, Set<String> classes) {
        return WITH_ROLL.find(text, sentences(text), author, classes, List.of());
    }

    static List<ChildSighting> findWithoutRoll(String text) {
        return WITHOUT_ROLL.find(text, sentences(text), SOMEBODY, Set.of(), List.of());
    }

    static ChildFinder finder() {
        return WITH_ROLL;
    }

    static List<Sentence> sentences(String text) {
        return Sentences.of(FoldedText.of(text));
    }

    /** What was seen, as "words=ids". */
    static Set<String> seen(List<ChildSighting> sightings) {
        return sightings.stream()
                .map(it ->
                        it.span().text() + "=" + it.pupils().stream().sorted().collect(Collectors.joining(" ")))
                .collect(Collectors.toSet());
    }
}
