package uk.schoolgate.core.screening.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.schoolgate.core.screening.naming.Finders.find;
import static uk.schoolgate.core.screening.naming.Finders.seen;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.text.Span;

/** What a sighting says beside where it is. */
class ChildSightingTest {
    @Nested
    class WhoIsMeant {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Nathaniel in Lynx bit somebody | Nathaniel=N2",
                    "Nathaniel from year 5 bit somebody | Nathaniel=N2",
                    "Nathaniel in Y5 | Nathaniel=N2",
                    "Nathaniel (5 Lynx) | Nathaniel=N2",
                    "Nathaniel in 5 Lynx | Nathaniel=N2",
                    "Ravinder in reception | Ravinder=R1"
                })
        void theClassOrYearAfterTheNameTellsBeforeTheGroupDoes(String text, String expected) {
            assertThat(seen(find(text))).containsExactly(expected);
        }

        @Test
        void aChildOfAnotherClassIsFoundButNotExpected() {
            assertThat(find("thanks Melissa").getFirst().expected()).isFalse();
            assertThat(find("thanks Marcus").getFirst().expected()).isTrue();
        }

        @Test
        void theAuthorsOwnChildIsOwnEvenAmongOthersOfThatName() {
            ChildSighting sighting = find("Nathaniel left his coat", Finders.NATHANIELS_FATHER, Set.of())
                    .getFirst();
            assertThat(sighting.own()).isTrue();
            assertThat(sighting.pupils()).containsExactly("N1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"my Marcus", "our little Marcus", "my son Marcus"})
        void aChildCalledOnesOwnIsOwn(String text) {
            assertThat(find(text).getFirst().own()).isTrue();
        }

        @Test
        void anybodyElsesChildIsNotOwn() {
            assertThat(find("Nathaniel left his coat").getFirst().own()).isFalse();
        }
    }

    @Nested
    class WhatIsSaidOfASighting {
        @Test
        void aNameThatIsAWordIsMarked() {
            assertThat(find("it was Grace again").getFirst().everydayWord()).isTrue();
            assertThat(find("it was Marcus again").getFirst().everydayWord()).isFalse();
        }

        @Test
        void onlyACapitalWithinASentenceTells() {
            assertThat(find("it was Grace again").getFirst().capital()).isTrue();
            assertThat(find("Grace again").getFirst().capital()).isFalse();
            assertThat(find("IT WAS GRACE AGAIN").getFirst().capital()).isFalse();
        }

        @ParameterizedTest
        @CsvSource({
            "it was Marcus Rashford, true",
            "Toby Maguire again, true",
            "it was Grace Road, true",
            "it was Marcus again, false",
            "thanks Marcus, false",
            "can Marcus Friday, false",
            "it was Marcus' Coat, false",
            "it was Marcus's Coat, false"
        })
        void anotherNameNextToItIsMarked(String text, boolean adjoining) {
            assertThat(find(text).getFirst().adjoining()).isEqualTo(adjoining);
        }

        @ParameterizedTest
        @CsvSource({
            "it was Marcus again, true",
            "it was Nathaniel Quigley again, true",
            "it was Grace again, false",
            "it was Marcus Rashford, false",
            "it was Nathanial again, false",
            "it was Kayden again, false"
        })
        void itIsCertainWhereNothingElseCanBeMeant(String text, boolean certain) {
            assertThat(find(text).getFirst().certain()).isEqualTo(certain);
        }

        @Test
        void itsSentenceIsTold() {
            assertThat(find("Thanks all. It was Marcus.").getFirst().sentence()).isEqualTo(1);
        }

        @Test
        void whereStaffAreNamedNoChildIs() {
            String text = "Marcus is the coach";
            List<Span> staff = List.of(Span.of(text, 0, 6));
            assertThat(Finders.finder()
                            .find(text, Finders.sentences(text), Finders.SOMEBODY, Set.of(Finders.OTTER), staff))
                    .isEmpty();
        }
    }
}
