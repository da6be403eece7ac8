package uk.schoolgate.core.flow;

import java.util.Optional;
import uk.schoolgate.core.school.SchoolCode;

/** The schools that this bot serves. */
@FunctionalInterface
public interface Schools {
    /** The desk of a school; empty for a school that is not served here (any more). */
    Optional<SchoolDesk> desk(SchoolCode code);
}
