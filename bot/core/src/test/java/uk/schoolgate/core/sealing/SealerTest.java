package uk.schoolgate.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {
    private static final String FIRST = EvidenceKeys.generate("first");
    private static final String SECOND = EvidenceKeys.generate("second");

    private final Sealer sealer = new Sealer(EvidenceKeys.parse(FIRST));

    @Test
    void whatIsSealedOpensInTheSamePlaceOnly() {
        String sealed = sealer.seal("Ollie hit Zoë 🙂", "concern:1");
        assertThat(sealed).doesNotContain("Ollie");
        assertThat(sealer.open(sealed, "concern:1")).isEqualTo("Ollie hit Zoë 🙂");
        assertThatThrownBy(() -> sealer.open(sealed, "concern:2")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameTextNeverLooksTheSame() {
        assertThat(sealer.seal("text", "a")).isNotEqualTo(sealer.seal("text", "a"));
    }

    @Test
    void aChangedByteIsNoticed() {
        String sealed = sealer.seal("text", "a");
        byte[] bytes = Base64.getDecoder().decode(sealed.substring(sealed.indexOf('.') + 1));
        bytes[bytes.length - 1] ^= 1;
        String changed = "first." + Base64.getEncoder().encodeToString(bytes);
        assertThatThrownBy(() -> sealer.open(changed, "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("changed");
    }

    @Test
    void afterRotationTheNewKeySealsAndTheOldOneStillOpens() {
        String old = sealer.seal("text", "a");
        Sealer rotated = new Sealer(EvidenceKeys.parse(SECOND + "," + FIRST));
        assertThat(rotated.open(old, "a")).isEqualTo("text");
        assertThat(rotated.seal("text", "a")).startsWith("second.");
    }

    @Test
    void aKeyThatIsGoneIsNamedAndTheOthersAreNotShown() {
        String old = sealer.seal("text", "a");
        Sealer other = new Sealer(EvidenceKeys.parse(SECOND));
        assertThatThrownBy(() -> other.open(old, "a"))
                .isInstanceOf(UnknownKeyException.class)
                .hasMessageContaining("first")
                .hasMessageNotContaining(SECOND.substring(SECOND.indexOf(':') + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nocolon", "a:not base64!", "a:c2hvcnQ=", ":AAAA", "b ad:AAAA"})
    void aKeyOfTheWrongFormIsRefused(String setting) {
        assertThatThrownBy(() -> EvidenceKeys.parse(setting)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysAreNotPrinted() {
        EvidenceKeys keys = EvidenceKeys.parse(FIRST);
        assertThat(keys.toString()).isEqualTo("EvidenceKeys[first]");
    }

    @Test
    void aPseudonymIsStableAndTellsNothing() {
        assertThat(sealer.pseudonym("+447700900131"))
                .isEqualTo(sealer.pseudonym("+447700900131"))
                .isNotEqualTo(sealer.pseudonym("+447700900132"))
                .doesNotContain("7700900131");
        assertThat(new Sealer(EvidenceKeys.parse(SECOND)).pseudonym("+447700900131"))
                .isNotEqualTo(sealer.pseudonym("+447700900131"));
    }
}
