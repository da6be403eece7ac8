package uk.schoolgate.core.sealing;

import java.util.List;

/** Something was sealed with a key that is no longer given: put that key back behind the current one. */
public final class UnknownKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownKeyException(String id, List<String> known) {
        super("no key " + id + " among " + known + ": add it to EVIDENCE_KEYS behind the current key");
    }
}
