package uk.schoolgate.adapter.redis;

/** What a commit was based on has changed since it was read: the work is to be done again. */
final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConflictException(String what) {
        super(what);
    }
}
