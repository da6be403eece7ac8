package uk.schoolgate.core.screening.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.schoolgate.core.roll.Contact;
import uk.schoolgate.core.roll.Pupil;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.screening.staff.StaffSighting.Form;
import uk.schoolgate.core.text.FoldedText;
import uk.schoolgate.core.text.Sentences;
import uk.schoolgate.core.text.SoundCode;
import uk.schoolgate.core.text.WordList;

/** A staff finder over a school of two classes, Badger (year 3) and Otter (year 5). */
final class SmallSchool {
    static final String BADGER = "Badger";

    /** Words that could be misspelt names, and the inflections that tell words from names. */
    private static final WordList WORDS = Set.of(
            "miss",
            "cook",
            "cooks",
            "cooking",
            "pitch",
            "pitches",
            "stand",
            "standing",
            "head",
            "heads",
            "the",
            "bean",
            "beans",
            "right",
            "rights",
            "daly",
            "hope",
            "turner",
            "turn",
            "turns",
            "school",
            "appointment",
            "appointments")::contains;

    /** A crude code of consonants, enough for the spellings here. */
    private static final SoundCode SOUNDS = name -> name.replace("ph", "f")
            .replace("ck", "k")
            .replace("c", "k")
            .replaceAll("[aeiouyhw]", "")
            .replaceAll("(.)\\1", "$1");

    private static final StaffFinder FINDER = new StaffFinder(roll(), WORDS, SOUNDS);

    private SmallSchool() {}

    static List<StaffSighting> find(String text, String... classes) {
        return FINDER.find(text, Sentences.of(FoldedText.of(text)), Set.of(classes));
    }

    static void assertFound(Form form, String text, String words, String ids, String... classes) {
        List<StaffSighting> found = find(text, classes);
        assertThat(found).as(text).hasSize(1);
        assertThat(found.getFirst().form()).as(text).isEqualTo(form);
        assertThat(found.getFirst().span().text()).as(text).isEqualTo(words);
        Set<String> expected =
                ids.equals("-") ? Set.of() : Arrays.stream(ids.split(" ")).collect(Collectors.toSet());
        assertThat(found.getFirst().staff()).as(text).isEqualTo(expected);
    }

    static void assertNobody(String text, String... classes) {
        assertThat(find(text, classes)).as(text).isEmpty();
    }

    private static Roll roll() {
        return new Roll(
                List.of(
                        pupil("P1", "Ronnie", "Daly", "3", BADGER),
                        pupil("P2", "Gwen", "Mukherjee", "5", "Otter"),
                        pupil("P3", "Neve", "Ashdown", "5", "Otter")),
                List.of(
                        staff("T1", "Mrs", "Imelda", "Thackeray", "Executive headteacher"),
                        staff("T2", "Mr", "Gareth", "Pitch", "Deputy headteacher and designated safeguarding lead"),
                        staff("T3", "Miss", "Phoebe", "Mukherjee", "Class teacher, Badger", "Miss M"),
                        staff("T4", "Mr", "Ravinder", "O'Rourke", "Year 5 teacher"),
                        staff("T5", "Mrs", "Dilys", "Marchetti", "Teaching assistant, Otter"),
                        staff("T6", "Ms", "Gwen", "Solberg-Hart", "Receptionist", "Gwen on the desk"),
                        staff("T7", "Mr", "Stan", "Turner", "Site manager", "Stan the man"),
                        staff("T8", "Mrs", "Kasia", "Wójcik", "Midday supervisor"),
                        staff("T9", "Mr", "Luca", "van der Meer", "PE teacher"),
                        staff("G1", "Dr", "Anselm", "Featherstone", "Chair of governors"),
                        staff("G2", "Mrs", "Joy", "Cook", "Parent governor")),
                List.of(
                        new Contact(new PersonId("+447700900001"), "Bernadette Daly", "mother", "P1"),
                        new Contact(new PersonId("+447700900002"), "Shazia Thackerey", "mother", "P2")));
    }

    private static Pupil pupil(String id, String forename, String surname, String year, String schoolClass) {
        return new Pupil(id, forename, surname, Optional.empty(), year, schoolClass);
    }

    private static StaffMember staff(
            String id, String title, String forename, String surname, String role, String... aliases) {
        return new StaffMember(new PersonId(id), title, forename, surname, role, List.of(aliases), Optional.empty());
    }
}
