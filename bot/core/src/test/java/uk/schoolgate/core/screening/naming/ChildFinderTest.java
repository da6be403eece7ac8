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
import uk.schoolgate.core.screening.naming.ChildSighting.Form;

/** Names of the roll in all their forms. */
class ChildFinderTest {
    @Nested
    class FirstNamesOnTheRoll {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "thanks for having Nathaniel | Nathaniel=N1",
                    "NATHANIEL LEFT HIS COAT | NATHANIEL=N1",
                    "nathaniel left his coat | nathaniel=N1",
                    "Nathaniel's coat | Nathaniel=N1",
                    "Nathaniel’s coat | Nathaniel=N1",
                    "Nathaniel'll be at the party | Nathaniel=N1",
                    "two Jaydons in one class | Jaydons=K1",
                    "Toby left his coat | Toby=T1",
                    "Nate left his coat | Nate=N1",
                    "Pippa pushed mine | Pippa=K2",
                    "Siobhan left her coat | Siobhan=S1",
                    "Siobhán left her coat | Siobhán=S1",
                    "Lily Mae left her coat | Lily Mae=L1",
                    "lilymae left her coat | lilymae=L1",
                    "Lily-Mae's coat | Lily-Mae=L1",
                    "ZBIGNIEW LEFT | ZBIGNIEW=Z1",
                    "we shall miss Marcus | Marcus=M1",
                    "Nathaniel V bit somebody | Nathaniel V=N2",
                    "NathanielQ bit somebody | NathanielQ=N1"
                })
        void areFoundHoweverTheyAreInflected(String text, String expected) {
            assertThat(seen(find(text))).containsExactly(expected);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Nathanial left his coat | Nathanial=N1",
                    "Natheniel left his coat | Natheniel=N1",
                    "nathnaiel left his coat | nathnaiel=N1",
                    "Filippa left her coat | Filippa=K2",
                    "Markus left his coat | Markus=M1",
                    "zbignew left his coat | zbignew=Z1"
                })
        void areFoundMisspelt(String text, String expected) {
            List<ChildSighting> sightings = find(text);
            assertThat(seen(sightings)).containsExactly(expected);
            assertThat(sightings.getFirst().likeness()).isEqualTo(Likeness.RESPELT);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Mrs Marcus said so",
                    "the coach left at two",
                    "lots of marks for time",
                    "it was a big step for all",
                    "can we have it by 10am"
                })
        void areNotSeenInOrdinaryWordsAndAdults(String text) {
            assertThat(find(text)).isEmpty();
        }

        @Test
        void ofSeveralChildrenAreAllReturnedWhereNoClassNarrowsThem() {
            assertThat(seen(find("thanks Nathaniel", Finders.SOMEBODY, Set.of())))
                    .containsExactly("Nathaniel=N1 N2");
        }
    }

    @Nested
    class FullNamesOnTheRoll {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Nathaniel Quigley bit somebody | Nathaniel Quigley=N1",
                    "nathaniel j quigley bit somebody | nathaniel j quigley=N1",
                    "Quigley, Nathaniel | Quigley, Nathaniel=N1",
                    "Nathaniel Voss's coat | Nathaniel Voss=N2",
                    "Nathanial Quigly bit somebody | Nathanial Quigly=N1",
                    "Siobhan O Hara | Siobhan O Hara=S1",
                    "siobhan ohara | siobhan ohara=S1",
                    "Marcus Van Houten | Marcus Van Houten=M1",
                    "zbigniew lukasiewicz | zbigniew lukasiewicz=Z1",
                    "Toby Rahman | Toby Rahman=T1"
                })
        void areFoundInEitherOrder(String text, String expected) {
            List<ChildSighting> sightings = find(text);
            assertThat(seen(sightings)).containsExactly(expected);
            assertThat(sightings.getFirst().form()).isEqualTo(Form.FULL_NAME);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"Quigley and Nathaniel", "Nathaniel, Quigley", "King Vikram has a crown", "kit day is Friday"
                })
        void areNotMadeOfAListATitleOrWords(String text) {
            assertThat(find(text)).noneMatch(sighting -> sighting.form() == Form.FULL_NAME);
        }

        @Test
        void ofAdultsAreNoChildren() {
            assertThat(find("thanks to Gregory Quigley")).isEmpty();
        }

        @Test
        void ofAnAdultThatAPupilBearsTooAreThePupils() {
            assertThat(seen(find("Ellen Sturridge pushed mine"))).containsExactly("Ellen Sturridge=E1");
        }
    }

    @Nested
    class SurnamesOnTheRoll {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "that quigley kid bit somebody | quigley=N1",
                    "the Fairweather girl | Fairweather=K1",
                    "the Fairweather twins | Fairweather=K1 K2",
                    "young Okonkwo bit somebody | Okonkwo=D1",
                    "it was Okonkwo again | Okonkwo=D1",
                    "Okonkwo again | Okonkwo=D1",
                    "it was okonkwo | okonkwo=D1",
                    "it was D. Okonkwo again | D. Okonkwo=D1"
                })
        void areFoundWhereAChildIsMeant(String text, String expected) {
            List<ChildSighting> sightings = find(text);
            assertThat(seen(sightings)).containsExactly(expected);
            assertThat(sightings.getFirst().form()).isEqualTo(Form.SURNAME);
        }

        @ParameterizedTest
        @ValueSource(strings = {"thanks Mrs Okonkwo", "the reed in the river", "that was Mr. Quigley"})
        void areNotFoundWithATitleOrAsWords(String text) {
            assertThat(find(text)).isEmpty();
        }
    }

    @Nested
    class InitialsOnTheRoll {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "N.Q. bit somebody | N.Q.=N1",
                    "it was N Q again | N Q=N1",
                    "NV in Lynx bit somebody | NV=N2",
                    "NQ has bitten somebody | NQ=N1",
                    "that NQ kid | NQ=N1"
                })
        void areFound(String text, String expected) {
            List<ChildSighting> sightings = find(text);
            assertThat(seen(sightings)).containsExactly(expected);
            assertThat(sightings.getFirst().form()).isEqualTo(Form.INITIALS);
        }

        @ParameterizedTest
        @ValueSource(strings = {"N.A. is not the one", "NQ", "at 3 P.M. today", "THE DO'S AND DON'TS"})
        void ofNobodyAreNot(String text) {
            assertThat(find(text)).isEmpty();
        }
    }

    @Nested
    class ByKinship {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Gregory Quigley's boy bit somebody | Gregory Quigley's boy=N1",
                    "gregory quigleys boy bit somebody | gregory quigleys boy=N1",
                    "Gregory's eldest | Gregory's eldest=N1",
                    "Gregory Q's son | Gregory Q's son=N1",
                    "Bronagh O'Hara's girl | Bronagh O'Hara's girl=S1",
                    "Mrs Okonkwo's little boy | Mrs Okonkwo's little boy=D1",
                    "the boy of Gregory Quigley | boy of Gregory Quigley=N1",
                    "Svetlana Marchenko's boy | Svetlana Marchenko's boy="
                })
        void childrenAreFound(String text, String expected) {
            List<ChildSighting> sightings = find(text);
            assertThat(seen(sightings)).containsExactly(expected);
            assertThat(sightings.getFirst().form()).isEqualTo(Form.KINSHIP);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Gregory Quigley's coat", "somebody's boy", "the big lad in the class"})
        void nobodyIsSeenInOtherPossessives(String text) {
            assertThat(find(text)).isEmpty();
        }
    }
}
