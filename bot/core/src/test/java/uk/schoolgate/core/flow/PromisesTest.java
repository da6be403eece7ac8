package uk.schoolgate.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.flow.Promises.Window;
import uk.schoolgate.core.handoff.Guidance.Promise;
import uk.schoolgate.core.school.DayUnit;

/** What a sentence of a complaints policy promises, and within how many days of what kind. */
class PromisesTest {
    @ParameterizedTest
    @CsvSource({
        "We acknowledge it within 3 school days., 3, SCHOOL_DAYS",
        "You will have an answer Within  Ten School Days of it, 10, SCHOOL_DAYS",
        "An answer is sent within a maximum of 20 working days, 20, WORKING_DAYS",
        "We reply within one working day, 1, WORKING_DAYS",
        "We reply within fifteen working days, 15, WORKING_DAYS",
    })
    void aWindowHasANumberAndAUnit(String sentence, int days, DayUnit unit) {
        assertThat(Promises.windowIn(sentence)).contains(new Window(days, unit));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We reply as soon as we can.",
                "We reply within 0 school days.",
                "We reply within several working days.",
                "We reply within 5 days.",
                "The school has 5 working days of training.",
            })
    void anythingElseIsNone(String sentence) {
        assertThat(Promises.windowIn(sentence)).isEmpty();
    }

    @Test
    void whatTheParentHasToDoIsNoPromise() {
        assertThat(Promises.promiseIn("You should send your request within 10 school days of our answer"))
                .isEmpty();
        assertThat(Promises.promiseIn("We acknowledge a complaint within 3 school days"))
                .contains(Promise.ACKNOWLEDGE);
        assertThat(Promises.promiseIn("You receive a written answer within ten school days."))
                .contains(Promise.ANSWER);
    }
}
