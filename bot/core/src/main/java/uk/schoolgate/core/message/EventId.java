package uk.schoolgate.core.message;

/**
 * The platform's own id of one event, with the platform in front ({@code twilio:IM…}): the same event delivered twice has
 * the same id, which is what de-duplication keys on.
 *
 * @param value never blank
 */
public record EventId(String value) {
    public EventId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an event needs an id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
