package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.PolicyReader;
import uk.schoolgate.core.policy.UnreadablePolicyException;

/** What every policy reader promises. */
public interface PolicyReaderContract {
    /** The reader under test. */
    PolicyReader policyReader();

    @Test
    default void theOrdinalsAreThePlacesAndLeadInsComeBefore(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("p.txt"),
                "Policy\n\nParents must not:\n- one thing\n- another\n\nThat is all there is.\n");
        PolicyDocument policy = policyReader().read(file, Audience.STAFF);
        assertThat(policy.file()).isEqualTo("p.txt");
        assertThat(policy.audience()).isEqualTo(Audience.STAFF);
        for (int i = 0; i < policy.passages().size(); i++) {
            Passage passage = policy.passages().get(i);
            assertThat(passage.ordinal()).isEqualTo(i);
            assertThat(passage.text()).isNotBlank();
            passage.leadIn().ifPresent(leadIn -> assertThat(leadIn).isBetween(0, passage.ordinal() - 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "docx", "doc", "html", "md", "txt"})
    default void anEmptyFileIsRefusedWithAReason(String ending) throws IOException {
        Path file = Files.createTempFile("empty", "." + ending);
        try {
            assertThatThrownBy(() -> policyReader().read(file, Audience.EVERYONE))
                    .isInstanceOf(UnreadablePolicyException.class)
                    .hasMessageContaining("empty");
        } finally {
            Files.delete(file);
        }
    }

    @Test
    default void aMissingFileIsRefusedWithAReason(@TempDir Path folder) {
        assertThatThrownBy(() -> policyReader().read(folder.resolve("none.txt"), Audience.EVERYONE))
                .isInstanceOf(UnreadablePolicyException.class);
    }

    @Test
    default void itKnowsWhatItReads() {
        assertThat(policyReader().reads("Policy.PDF")).isTrue();
        assertThat(policyReader().reads("policy.docx")).isTrue();
        assertThat(policyReader().reads("picture.png")).isFalse();
        assertThat(policyReader().reads("noending")).isFalse();
    }
}
