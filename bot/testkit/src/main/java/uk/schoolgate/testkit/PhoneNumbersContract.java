package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.screening.PhoneNumbers;
import uk.schoolgate.core.text.Span;

/** What everything that finds telephone numbers promises. */
public interface PhoneNumbersContract {
    /** The finder under test. */
    PhoneNumbers phoneNumbers();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ring me on 07700 900123 after six | 07700 900123",
                "her number is +44 7700 900123 | +44 7700 900123",
                "try 01632 960983, they are nice | 01632 960983",
                "WhatsApp: 07700900123! | 07700900123"
            })
    default void aNumberIsFoundWhereItStands(String text, String number) {
        assertThat(phoneNumbers().find(text)).singleElement().satisfies(span -> {
            assertThat(span.text()).isEqualTo(number);
            assertThat(text.substring(span.start(), span.end())).isEqualTo(number);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no number",
                "see you at 8.40 on 18/03/2026",
                "the trip costs £12.50, 30 children, 2 coaches",
                "room 12, page 345, year 2026",
                "order 1234567 has come"
            })
    default void whatIsNoNumberIsLeftAlone(String text) {
        assertThat(phoneNumbers().find(text)).isEmpty();
    }

    @Test
    default void aLongTextOfDigitsDoesNotTakeLong() {
        String digits = "07700 900123 x ".repeat(2000);
        assertThat(phoneNumbers().find(digits))
                .isNotEmpty()
                .extracting(Span::text)
                .contains("07700 900123");
    }
}
