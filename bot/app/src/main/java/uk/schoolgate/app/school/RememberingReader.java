package uk.schoolgate.app.school;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.PolicyReader;
import uk.schoolgate.core.policy.UnreadablePolicyException;

/**
 * Reads a policy anew only where its file has changed. A file that was good and cannot be read any more keeps its last
 * good version: somebody is just saving it, or will hear of it.
 */
public final class RememberingReader implements PolicyReader {
    private static final Logger log = LoggerFactory.getLogger(RememberingReader.class);

    private final PolicyReader reader;
    private final Map<Path, Good> goods = new HashMap<>();

    private record Good(String content, PolicyDocument document) {}

    public RememberingReader(PolicyReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean reads(String fileName) {
        return reader.reads(fileName);
    }

    @Override
    public synchronized PolicyDocument read(Path file, Audience audience) throws UnreadablePolicyException {
        String content = hash(file);
        Optional<Good> before = Optional.ofNullable(goods.get(file))
                .filter(good -> good.document().audience() == audience);
        if (before.filter(good -> good.content().equals(content)).isPresent()) {
            return before.get().document();
        }
        try {
            PolicyDocument document = reader.read(file, audience);
            goods.put(file, new Good(content, document));
            return document;
        } catch (UnreadablePolicyException e) {
            if (before.isEmpty()) {
                throw e;
            }
            log.warn("{} has changed and cannot be read; its last good version is quoted: {}", file, e.getMessage());
            return before.get().document();
        }
    }

    private static String hash(Path file) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(hash);
        } catch (IOException e) {
            // Reading it says what is wrong with it.
            return "";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
