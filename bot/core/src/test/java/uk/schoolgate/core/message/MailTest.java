package uk.schoolgate.core.message;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {
    @ParameterizedTest
    @ValueSource(strings = {"a\nBcc: x@y", "a\rb", "a\r\nb", "a\u0000b"})
    void aHeaderIsOneLine(String header) {
        assertThatThrownBy(() -> new Mail(header, "a@b", "s", "", "", List.of(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mail("id", header, "s", "", "", List.of(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mail("id", "a@b", header, "", "", List.of(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
