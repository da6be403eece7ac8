package uk.schoolgate.app.school;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.schoolgate.core.screening.PhoneNumbers;
import uk.schoolgate.testkit.PhoneNumbersContract;

class PhoneNumberParserTest implements PhoneNumbersContract {
    private final PhoneNumberParser parser = new PhoneNumberParser();

    @Override
    public PhoneNumbers phoneNumbers() {
        return parser;
    }

    @ParameterizedTest
    @CsvSource({
        "07700 900123, +447700900123",
        "+44 7700 900123, +447700900123",
        "0044 7700 900123, +447700900123",
        "+48 512 345 678, +48512345678"
    })
    void aNumberBecomesE164(String written, String expected) {
        assertThat(parser.parse(written))
                .hasValueSatisfying(person -> assertThat(person.value()).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource({"S01", "abc", "12", "''"})
    void whatIsNoNumberIsNothing(String written) {
        assertThat(parser.parse(written)).isEmpty();
    }
}
