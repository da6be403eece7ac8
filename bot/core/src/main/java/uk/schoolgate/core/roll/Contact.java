package uk.schoolgate.core.roll;

import uk.schoolgate.core.school.PersonId;

/**
 * A line of {@code roll/contacts.csv}: an adult and one child of theirs; an adult with two children has two lines.
 *
 * @param phone the adult's phone number
 * @param name the adult's name
 * @param relationship for instance "mother"
 * @param pupilId the child's id in {@code pupils.csv}
 */
public record Contact(PersonId phone, String name, String relationship, String pupilId) {}
