package uk.schoolgate.core.screening.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.schoolgate.core.screening.naming.Finders.find;
import static uk.schoolgate.core.screening.naming.Finders.findWithoutRoll;
import static uk.schoolgate.core.screening.naming.Finders.seen;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that somebody disguised, and names that are on no roll. */
class ChildFinderHardNamesTest {
    @Nested
    class Disguised {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "M a r c u s",
                    "M.a.r.c.u.s",
                    "M-A-R-C-U-S",
                    "Mar*cus",
                    "Mar🙂cus",
                    "m🙂a🙂r🙂c🙂u🙂s",
                    "M4rcus",
                    "m@rcus",
                    "M@rcu$",
                    "M@rcu5",
                    "Marrrrcusss",
                    "M***us",
                    "M🌟rcus",
                    "Mar\u200Bcus",
                    "Маrсus",
                    "𝓜𝓪𝓻𝓬𝓾𝓼",
                    "Ⓜⓐⓡⓒⓤⓢ",
                    "🅼🅰🆁🅲🆄🆂",
                    "🇲🇦🇷🇨🇺🇸",
                    "ᴍᴀʀᴄᴜꜱ",
                    "Ｍａｒｃｕｓ",
                    "M̶a̶r̶c̶u̶s̶",
                    "Mar cu s",
                    "sucram"
                })
        void aNameIsStillFound(String written) {
            List<ChildSighting> sightings = find("it was " + written + " again");
            assertThat(sightings).hasSize(1);
            assertThat(sightings.getFirst().pupils()).containsExactly("M1");
            assertThat(written).startsWith(sightings.getFirst().span().text().substring(0, 1));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a b c d e f", "10 of 20 at 5am", "f*** this", "up/down", "so... at the park?", "h&s"})
        void noNameIsSeenInOtherSigns(String text) {
            assertThat(find(text)).isEmpty();
        }
    }

    @Nested
    class NotOnTheRoll {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "that Kayden Foster in year 3 bit somebody | Kayden Foster",
                    "kayden foster in year 3 | kayden foster",
                    "that Devonte Marsh bit somebody | Devonte Marsh",
                    "Nathaniel Marsh in Y6 bit somebody | Nathaniel Marsh",
                    "Kayleigh-Ann Burrows bit somebody | Kayleigh-Ann Burrows",
                    "it was kayden again | kayden"
                })
        void childrenAreFoundAndResolveToNobody(String text, String name) {
            assertThat(seen(find(text))).containsExactly(name + "=");
            assertThat(find(text).getFirst().likeness()).isEqualTo(Likeness.UNKNOWN);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "that Kayden Foster in year 3 bit somebody | Kayden Foster",
                    "thanks for having Ollie | Ollie",
                    "Svetlana Marchenko's boy | Svetlana Marchenko's boy"
                })
        void childrenAreFoundWithoutAnyRoll(String text, String name) {
            assertThat(seen(findWithoutRoll(text))).containsExactly(name + "=");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"the fair is in the park", "is it in year 3 today", "I hope it will be so", "Class party"})
        void nobodyIsSeenInOrdinaryWords(String text) {
            assertThat(findWithoutRoll(text)).isEmpty();
            assertThat(find(text)).isEmpty();
        }
    }
}
