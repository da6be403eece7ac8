package uk.schoolgate.core.school;

import java.util.Locale;
import java.util.Optional;

/** The chat services that Schoolgate sits in. */
public enum Platform {
    WHATSAPP,
    TEAMS;

    /** The name used in {@code school.yaml} and in storage keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The platform of that key, if there is one. */
    public static Optional<Platform> ofKey(String key) {
        for (Platform platform : values()) {
            if (platform.key().equals(key)) {
                return Optional.of(platform);
            }
        }
        return Optional.empty();
    }
}
