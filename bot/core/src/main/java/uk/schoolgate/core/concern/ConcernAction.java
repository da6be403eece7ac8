package uk.schoolgate.core.concern;

import java.util.Locale;
import java.util.Optional;

/**
 * What a button under one of our messages asks for. It travels as {@code verb:concern-id} and grants nothing: who pressed
 * it is checked against the concern.
 */
public record ConcernAction(Verb verb, ConcernId concern) {
    /** What can be asked for. */
    public enum Verb {
        REMOVED,
        OBJECT,
        HAND_OVER,
        SURE,
        DISMISS,
        SORTED,
        TAKE_ON
    }

    /** The form that a button carries. */
    public String token() {
        return verb.name().toLowerCase(Locale.ROOT).replace('_', '-') + ":" + concern.value();
    }

    /** Reads a button's form; empty for anything that we did not send. */
    public static Optional<ConcernAction> parse(String token) {
        for (Verb verb : Verb.values()) {
            String prefix = verb.name().toLowerCase(Locale.ROOT).replace('_', '-') + ":";
            if (token.startsWith(prefix)) {
                return parse(verb, token.substring(prefix.length()));
            }
        }
        return Optional.empty();
    }

    private static Optional<ConcernAction> parse(Verb verb, String id) {
        try {
            return Optional.of(new ConcernAction(verb, new ConcernId(id)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
