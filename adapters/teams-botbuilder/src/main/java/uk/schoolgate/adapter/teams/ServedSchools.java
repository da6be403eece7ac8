package uk.schoolgate.adapter.teams;

import java.util.List;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.School;

/** The schools behind this bot, as their folders say just now. */
@FunctionalInterface
public interface ServedSchools {
    List<Served> all();

    /** A school and who belongs to it. */
    record Served(School school, Roll roll) {}
}
