package uk.schoolgate.adapter.redis;

import uk.schoolgate.core.sealing.Sealer;

/** Writes the domain for storage: as JSON, encrypted, bound to the place where it is stored. */
final class SealedJson {
    private final Sealer sealer;

    SealedJson(Sealer sealer) {
        this.sealer = sealer;
    }

    String write(Object value, String place) {
        return sealer.seal(Json.write(value), place);
    }

    <T> T read(String sealed, String place, Class<T> type) {
        return Json.read(sealer.open(sealed, place), type);
    }

    /** The text behind what is sealed, as it was written. */
    String open(String sealed, String place) {
        return sealer.open(sealed, place);
    }

    boolean isCurrent(String sealed) {
        return sealer.isCurrent(sealed);
    }

    String reseal(String sealed, String place) {
        return sealer.reseal(sealed, place);
    }

    String pseudonym(String person) {
        return sealer.pseudonym(person);
    }
}
