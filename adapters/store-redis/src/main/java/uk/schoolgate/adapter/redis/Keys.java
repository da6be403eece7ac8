package uk.schoolgate.adapter.redis;

import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.school.SchoolCode;

/** The names of everything in Redis. What belongs to a school starts with its code. */
final class Keys {
    private static final String PREFIX = "sg:";

    private Keys() {}

    static String stream(String queue, int partition) {
        return PREFIX + "queue:" + queue + ":" + partition;
    }

    static String later(String queue, int partition) {
        return PREFIX + "later:" + queue + ":" + partition;
    }

    static String dead(String queue) {
        return PREFIX + "dead:" + queue;
    }

    static String lease(String queue, int partition) {
        return PREFIX + "lease:" + queue + ":" + partition;
    }

    static String bots(String queue) {
        return PREFIX + "bots:" + queue;
    }

    static String seen(SchoolCode school, String event) {
        return of(school) + "seen:" + event;
    }

    static String concern(SchoolCode school, ConcernId id) {
        return of(school) + "concern:" + id.value();
    }

    static String incidents(SchoolCode school) {
        return of(school) + "incidents";
    }

    static String incidentNumber(SchoolCode school, int year) {
        return of(school) + "incident-number:" + year;
    }

    static String incidentsBy(SchoolCode school, String pseudonym) {
        return of(school) + "incidents-by:" + pseudonym;
    }

    static String audit(SchoolCode school) {
        return of(school) + "audit";
    }

    static String tally(SchoolCode school, String tally) {
        return of(school) + "tally:" + tally;
    }

    static String mark(SchoolCode school, String mark) {
        return of(school) + "mark:" + mark;
    }

    static String note(SchoolCode school, String pseudonym) {
        return of(school) + "note:" + pseudonym;
    }

    static String vector(String key) {
        return PREFIX + "vector:" + key;
    }

    private static String of(SchoolCode school) {
        return PREFIX + school.value() + ":";
    }
}
