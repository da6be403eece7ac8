package uk.schoolgate.adapter.whatsapp;

import java.util.List;
import java.util.Optional;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.school.SchoolCode;

/** The schools behind this bot, as their folders say just now. */
@FunctionalInterface
public interface ServedSchools {
    List<Served> all();

    /** A school and who belongs to it. */
    record Served(School school, Roll roll) {}

    /** The school of that code. */
    default Optional<Served> of(SchoolCode code) {
        return all().stream()
                .filter(served -> served.school().code().equals(code))
                .findFirst();
    }

    /** The school that lists a hosted group, by its conversation id. */
    default Optional<Served> ofGroup(String conversation) {
        return all().stream()
                .filter(served ->
                        served.school().groupAt(Platform.WHATSAPP, conversation).isPresent())
                .findFirst();
    }
}
