package uk.schoolgate.core.policy;

/** Who a policy may be quoted to. */
public enum Audience {
    /** Parents, staff and office. */
    EVERYONE,
    /** Staff and office alone; its existence is not shown to a parent. */
    STAFF
}
