package uk.schoolgate.adapter.redis;

/**
 * An item on a waiting list.
 *
 * @param body sealed
 * @param attempt the number of the attempt that it waits for
 */
record Waiting(String body, int attempt) {}
