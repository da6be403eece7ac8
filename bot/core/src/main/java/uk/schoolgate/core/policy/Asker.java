package uk.schoolgate.core.policy;

import java.util.Locale;
import java.util.Optional;

/** Who asks a question, which decides what may be quoted to them. */
public enum Asker {
    PARENT,
    STAFF,
    OFFICE;

    /** Whether a policy for that audience may be quoted to this asker. */
    public boolean maySee(Audience audience) {
        return audience == Audience.EVERYONE || this != PARENT;
    }

    /** The name used on the command line and in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The asker of that name, if there is one. */
    public static Optional<Asker> ofKey(String key) {
        for (Asker asker : values()) {
            if (asker.key().equals(key)) {
                return Optional.of(asker);
            }
        }
        return Optional.empty();
    }
}
