package uk.schoolgate.core.roll;

import java.util.Optional;

/**
 * A line of {@code roll/pupils.csv}.
 *
 * @param id the school's id of the pupil
 * @param forename legal first name
 * @param surname family name
 * @param preferredName the name that the child goes by, where it differs
 * @param year year group as the school writes it, for instance "4" or "R"
 * @param schoolClass class name, for instance "Kestrel"
 */
public record Pupil(
        String id, String forename, String surname, Optional<String> preferredName, String year, String schoolClass) {}
