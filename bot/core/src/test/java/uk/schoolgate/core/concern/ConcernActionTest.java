package uk.schoolgate.core.concern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.concern.ConcernAction.Verb;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.school.SchoolCode;

class ConcernActionTest {
    private final ConcernId id = ConcernId.of(new SchoolCode("TST"), new EventId("m1"));

    @ParameterizedTest
    @EnumSource
    void whatAButtonCarriesIsReadBack(Verb verb) {
        ConcernAction action = new ConcernAction(verb, id);
        assertThat(ConcernAction.parse(action.token())).contains(action);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sure",
                "sure:",
                "sure:C12",
                "sure:C0123456789ABCDEF ",
                "SURE:C0123456789ABCDEF",
                "x:C0123456789ABCDEF"
            })
    void whatWeDidNotSendIsNothing(String token) {
        assertThat(ConcernAction.parse(token)).isEmpty();
    }

    @Test
    void theSameMessageMakesTheSameConcernAndAnotherSchoolAnother() {
        assertThat(ConcernId.of(new SchoolCode("TST"), new EventId("m1"))).isEqualTo(id);
        assertThat(ConcernId.of(new SchoolCode("OTH"), new EventId("m1"))).isNotEqualTo(id);
    }
}
