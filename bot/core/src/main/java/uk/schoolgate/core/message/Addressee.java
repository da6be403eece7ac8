package uk.schoolgate.core.message;

import uk.schoolgate.core.school.PersonId;

/**
 * Whom an e-mail is for. It may wait for days, in which a mistyped address is put right or somebody leaves the school: where it
 * goes is looked up each time that it is tried.
 */
public sealed interface Addressee {
    /** Whoever reads the school's complaints inbox. */
    record Complaints() implements Addressee {}

    /** The school's office. */
    record Office() implements Addressee {}

    /** Somebody on the staff list. */
    record Staff(PersonId person) implements Addressee {}

    /** Somebody whose address the school's folder does not hold: the one that the e-mail was written with is all there is. */
    record Unlisted() implements Addressee {}
}
