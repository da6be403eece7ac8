package uk.schoolgate.app.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.schoolgate.adapter.redis.RedisConnection;
import uk.schoolgate.adapter.redis.RedisStore;
import uk.schoolgate.app.settings.Secret;
import uk.schoolgate.app.settings.Settings;
import uk.schoolgate.core.sealing.EvidenceKeys;
import uk.schoolgate.core.sealing.Sealer;

/** Encryption of personal data, with keys of the environment or one made for the embedded default. */
@Configuration(proxyBeanMethods = false)
class SealingWiring {
    @Bean
    Sealer sealer(Settings settings, DataFolder data, RedisConnection redis) {
        return sealer(settings, data.path(), redis);
    }

    /** The sealer over the keys of the settings, or over those in the data folder. */
    static Sealer sealer(Settings settings, Path data, RedisConnection redis) {
        String keys =
                settings.evidenceKeys().map(Secret::value).orElseGet(() -> generated(data.resolve("evidence-keys")));
        return RedisStore.withLastingPseudonyms(new Sealer(EvidenceKeys.parse(keys)), redis);
    }

    private static String generated(Path file) {
        try {
            if (!Files.exists(file)) {
                if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.createFile(
                            file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                }
                Files.writeString(file, EvidenceKeys.generate("local"));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + file + " cannot be read or written", e);
        }
    }
}
