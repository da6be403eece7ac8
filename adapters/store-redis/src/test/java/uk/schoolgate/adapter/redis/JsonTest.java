package uk.schoolgate.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.testkit.Samples;

class JsonTest {
    /** As it was stored before circles said who is barred. */
    @Test
    void aConcernWithoutAListThatCameLaterIsRead() {
        Concern concern = Samples.concern("m1");
        String stored = Json.write(concern);
        String older = stored.replace(",\"barred\":[]", "");
        assertThat(older).isNotEqualTo(stored);
        assertThat(Json.read(older, Concern.class)).isEqualTo(concern);
    }
}
