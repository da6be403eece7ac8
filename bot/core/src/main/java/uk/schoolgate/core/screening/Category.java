package uk.schoolgate.core.screening;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.schoolgate.core.screening.judging.Signal;

/** The lines of the taxonomy: every kind with every degree that it has, and the response to it. */
public enum Category {
    CHILD_OWN(Kind.NAMES_CHILD, Degree.OWN, Response.NONE),
    CHILD_PASSING(Kind.NAMES_CHILD, Degree.PASSING, Response.NUDGE),
    CHILD_IDENTIFYING(Kind.NAMES_CHILD, Degree.IDENTIFYING, Response.REVIEW),
    CHILD_SENSITIVE(Kind.NAMES_CHILD, Degree.SENSITIVE, Response.REVIEW),
    STAFF_COMPLAINT(Kind.STAFF, Degree.COMPLAINT, Response.NUDGE),
    STAFF_ATTACK(Kind.STAFF, Degree.ATTACK, Response.REVIEW),
    STAFF_ALLEGATION(Kind.STAFF, Degree.ALLEGATION, Response.URGENT),
    THREAT(Kind.THREAT, null, Response.URGENT),
    HATE(Kind.HATE, null, Response.URGENT),
    SAFEGUARDING(Kind.SAFEGUARDING, null, Response.URGENT),
    CONTACT_DETAILS(Kind.CONTACT_DETAILS, null, Response.REVIEW),
    PHOTO(Kind.PHOTO, null, Response.NUDGE);

    private final Kind kind;
    private final @Nullable Degree degree;
    private final Response response;

    Category(Kind kind, @Nullable Degree degree, Response response) {
        this.kind = kind;
        this.degree = degree;
        this.response = response;
    }

    /** What a signal in a message amounts to. */
    public static Category of(Signal signal) {
        return switch (signal) {
            case COMPLAINT -> STAFF_COMPLAINT;
            case ATTACK -> STAFF_ATTACK;
            case ALLEGATION -> STAFF_ALLEGATION;
            case THREAT -> THREAT;
            case HATE -> HATE;
            case SAFEGUARDING -> SAFEGUARDING;
        };
    }

    public Kind kind() {
        return kind;
    }

    /** The degree, for the kinds that have one. */
    public Optional<Degree> degree() {
        return Optional.ofNullable(degree);
    }

    public Response response() {
        return response;
    }
}
