package uk.schoolgate.core.school;

/** What a policy counts its days in. */
public enum DayUnit {
    /** Days on which the school is open. */
    SCHOOL_DAYS,
    /** Monday to Friday without bank holidays, also while the school has holidays. */
    WORKING_DAYS
}
