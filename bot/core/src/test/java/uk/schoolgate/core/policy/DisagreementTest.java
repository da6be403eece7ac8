package uk.schoolgate.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisagreementTest {
    private static final String ABOUT = "The deposit for a locker key that pupils bring home is ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        £5        | £6        | true
        £5        | £5.00     | false
        50p       | £0.50     | false
        50p       | 60 pence  | true
        £1,000    | £1000     | false
        3pm       | 3.00pm    | false
        3pm       | 15:00     | false
        3.15 p.m. | 3.30pm    | true
        12pm      | 12:00     | false
        12am      | 12pm      | true
        2 days    | two days  | false
        2 days    | 3 days    | true
        3pm       | £3        | true
        """)
    void tellsFiguresApartInWhateverForm(String one, String other, boolean disagree) {
        assertThat(Disagreement.part(ABOUT + one).disagreesWith(Disagreement.part(ABOUT + other)))
                .isEqualTo(disagree);
    }
}
