package uk.schoolgate.app.worker;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.core.keeping.RetentionSweep;
import uk.schoolgate.core.school.School;

/** Erases what has been kept for long enough. */
public final class Housekeeping {
    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
    private final SchoolRegistry schools;
    private final RetentionSweep sweep;

    public Housekeeping(SchoolRegistry schools, RetentionSweep sweep) {
        this.schools = schools;
        this.sweep = sweep;
    }

    /** Looks through what is kept of every school. */
    public void sweepAll() {
        Duration longest = Duration.ZERO;
        for (SchoolFolder folder : schools.folders()) {
            School school = folder.school();
            carefully(() -> tell(sweep.sweep(school)));
            Duration kept = school.retention().delivered();
            longest = longest.compareTo(kept) > 0 ? longest : kept;
        }
        Duration keep = longest;
        carefully(() -> tell(sweep.sweepPutAside(keep)));
    }

    private static void tell(int erased) {
        if (erased > 0) {
            log.info("{} records had been kept for long enough and were erased", erased);
        }
    }

    /** One school's failure must not keep the others' data; the next round tries again. */
    private static void carefully(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            log.warn(
                    "what is kept could not be looked through: {}", e.getClass().getName());
        }
    }
}
