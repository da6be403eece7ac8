package uk.schoolgate.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MixingTest {
    private static final String HARMLESS =
            "{\"ids\":[11,12,13],\"before\":[],\"senses\":[[1,2]],\"signals\":[0,0,0,0,0,0],\"carriers\":[]}";
    private static final String ATTACK =
            "{\"ids\":[21,22],\"before\":[],\"senses\":[[0,4]],\"signals\":[0,1,0,0,0,0],\"carriers\":[[1,0,2]]}";

    @TempDir
    Path folder;

    @Test
    void whatIsJoinedKeepsItsLabelsWhereverItStands() throws Exception {
        List<Example> examples =
                Examples.read(Files.writeString(folder.resolve("examples.jsonl"), HARMLESS + "\n" + ATTACK + "\n"));
        Mixing mixing = new Mixing(examples, new Random(1));
        boolean joined = false;
        boolean behindSeveral = false;
        for (int i = 0; i < 200; i++) {
            Example mixed = mixing.mixed(examples.get(i % 2));
            joined |= mixed.ids().length > 3;
            behindSeveral |= mixed.before().length > 3;
            for (Example.Sense sense : mixed.senses()) {
                assertThat(mixed.ids()[sense.token()]).isEqualTo(sense.sense() == 2 ? 12 : 21);
            }
            for (Example.Carrier carrier : mixed.carriers()) {
                assertThat(mixed.ids()[carrier.from()]).isEqualTo(21);
                assertThat(mixed.ids()[carrier.to() - 1]).isEqualTo(22);
            }
            assertThat(mixed.signals()[1]).isEqualTo(mixed.carriers().isEmpty() ? 0 : 1);
            assertThat(mixed.length())
                    .isEqualTo(mixed.ids().length + 2 + (mixed.before().length == 0 ? 0 : mixed.before().length + 1));
        }
        assertThat(joined).isTrue();
        assertThat(behindSeveral).isTrue();
    }
}
