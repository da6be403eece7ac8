package uk.schoolgate.core.screening.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.screening.staff.StaffSighting.Form;

class StaffFinderTest {
    @Nested
    class Names {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "I spoke to Mrs Thackeray today | Mrs Thackeray | T1",
                    "mrs thackeray never replied | mrs thackeray | T1",
                    "MRS THACKERAY NEVER REPLIED AGAIN | MRS THACKERAY | T1",
                    "Mrs. Thackeray's letter | Mrs. Thackeray | T1",
                    "ask mrsthackeray | mrsthackeray | T1",
                    "ms thackerays assembly | ms thackerays | T1",
                    "Mrs Thackery was lovely | Mrs Thackery | T1",
                    "Mrs Thakeray was lovely | Mrs Thakeray | T1",
                    "Mrs T h a c k e r a y again | Mrs T h a c k e r a y | T1",
                    "Mrs Th*ckeray again | Mrs Th*ckeray | T1",
                    "Mrs Th4ckeray! | Mrs Th4ckeray | T1",
                    "Mrs Th\u200Backeray | Mrs Th\u200Backeray | T1",
                    "Mrs Тhаckeray | Mrs Тhаckeray | T1",
                    "Mr Pitch took the register | Mr Pitch | T2",
                    "Mr O'Rourke, Mr ORourke's brother | Mr O'Rourke | T4",
                    "mr o rourke is off | mr o rourke | T4",
                    "Mrs Wojcik gave out seconds | Mrs Wojcik | T8",
                    "Mr Van der Meer runs it | Mr Van der Meer | T9",
                    "Ms Hart answered | Ms Hart | T6",
                    "Miss Phoebe did the register | Miss Phoebe | T3",
                    "Mrs Dilys Marchetti | Mrs Dilys Marchetti | T5",
                    "Anselm Featherstone spoke | Anselm Featherstone | G1",
                    "featherstone anselm | featherstone anselm | G1",
                    "A. Featherstone signed it | A. Featherstone | G1",
                    "Phoebe Mukherjee is leaving | Phoebe Mukherjee | T3",
                    "marchetti couldn't care less | marchetti | T5",
                    "that Mukherjee woman again | Mukherjee | T3",
                    "I rang Featherstone twice | Featherstone | G1",
                    "fetherstone has done it again | fetherstone | G1",
                    "have a word with Gwen on the desk | Gwen on the desk | T6",
                    "Stan the man fixed it | Stan the man | T7"
                })
        void areFoundHoweverTheyAreWritten(String text, String words, String ids) {
            List<StaffSighting> found = SmallSchool.find(text, "Otter");
            assertThat(found).as(text).isNotEmpty();
            assertThat(found.getFirst().form()).isEqualTo(Form.NAME);
            assertThat(found.getFirst().span().text()).isEqualTo(words);
            assertThat(found.getFirst().staff()).containsExactly(ids);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Mrs Daly is having a party for Ronnie",
                    "Mrs Thackerey brought cakes",
                    "the football pitch is soggy",
                    "pitch in everybody",
                    "I cook on Fridays",
                    "we live on Featherstone Road",
                    "Jason Featherstone is our plumber",
                    "Mukherjee scored again",
                    "that Daly boy kicked her"
                })
        void ofOthersAndWordsAreNot(String text) {
            SmallSchool.assertNobody(text, "Otter");
        }

        @Test
        void severalInOneMessageComeInOrder() {
            assertThat(SmallSchool.find("Mr Pitch and Mrs Marchetti told the deputy. Dilys cried."))
                    .extracting(sighting -> sighting.span().text(), StaffSighting::sentence)
                    .containsExactly(
                            tuple("Mr Pitch", 0), tuple("Mrs Marchetti", 0), tuple("the deputy", 0), tuple("Dilys", 1));
        }
    }

    @Nested
    class Initials {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Mrs T was great | Mrs T | T1 | Badger",
                    "mrs t's note | mrs t | T1 | Badger",
                    "Mr. P took the register | Mr. P | T2 | Badger",
                    "Miss M's class | Miss M | T3 | Badger",
                    "Miss M's class | Miss M | T5 | Otter",
                    "Mrs Z is new | Mrs Z | - | Badger"
                })
        void meanThoseWithATitleThatFits(String text, String words, String ids, String schoolClass) {
            SmallSchool.assertFound(Form.INITIAL, text, words, ids, schoolClass);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"my mrs i think", "the mr a bit late", "miss a day and you fall behind", "plan B it is"})
        void areNoSingleLetterWords(String text) {
            SmallSchool.assertNobody(text);
        }
    }

    @Nested
    class FirstNames {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Kasia gave him seconds | Kasia | T8",
                    "ask dilys | dilys | T5",
                    "Imelda's newsletter | Imelda | T1",
                    "Gwen let us in | Gwen | T6"
                })
        void areFound(String text, String words, String ids) {
            SmallSchool.assertFound(Form.FIRST_NAME, text, words, ids, SmallSchool.BADGER);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Gwen kicked her",
                    "my husband Luca will drive",
                    "Luca Modric scored",
                    "Kasia's mum is lovely",
                    "joy to the world"
                })
        void ofPupilsFamiliesAndWordsAreNot(String text) {
            SmallSchool.assertNobody(text, "Otter");
        }
    }

    @Nested
    class Strangers {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Mrs Blenkinsop took them today | Mrs Blenkinsop",
                    "mr blenkinsop shouted | mr blenkinsop",
                    "Miss Blenkinsop was nice | Miss Blenkinsop",
                    "the supply is called Mr Bean | Mr Bean"
                })
        void withATitleAreUnlisted(String text, String words) {
            assertThat(SmallSchool.find(text))
                    .filteredOn(sighting -> sighting.form() == Form.UNLISTED)
                    .singleElement()
                    .satisfies(sighting -> {
                        assertThat(sighting.span().text()).isEqualTo(words);
                        assertThat(sighting.staff()).isEmpty();
                    });
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "we miss Ollie",
                    "don't miss the bus",
                    "I'll miss Ronnie so much",
                    "the mrs is at work",
                    "my mrs said no",
                    "Mr and Mrs",
                    "dr appointment at nine",
                    "Father Christmas is coming",
                    "mr right"
                })
        void areNotSeenInVerbsAndWords(String text) {
            SmallSchool.assertNobody(text);
        }
    }
}
