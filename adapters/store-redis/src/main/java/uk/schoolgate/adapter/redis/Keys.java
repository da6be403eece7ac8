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

    /** Which incidents were delivered: what a transaction can look at without reading what is sealed. */
    static String delivered(SchoolCode school) {
        return of(school) + "incidents-delivered";
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

    static String languages(SchoolCode school) {
        return of(school) + "languages";
    }

    static String auditHead(SchoolCode school) {
        return of(school) + "audit-head";
    }

    static String register(SchoolCode school) {
        return of(school) + "register";
    }

    /** The key that pseudonyms are made with, sealed. */
    static String pseudonymKey() {
        return PREFIX + "pseudonym-key";
    }

    /** Matches the concerns of a school. */
    static String concerns(SchoolCode school) {
        return of(school) + "concern:*";
    }

    /** Matches the marks about a person. */
    static String marksAbout(SchoolCode school, String pseudonym) {
        return mark(school, "*" + pseudonym + "*");
    }

    /** Matches the signposts about a person. */
    static String signpostsAbout(SchoolCode school, String pseudonym) {
        return signpost(school, "*" + pseudonym + "*");
    }

    /** Matches what is of that name in any school. */
    static String ofAnySchool(String name) {
        return PREFIX + "*:" + name;
    }

    static String tally(SchoolCode school, String tally) {
        return of(school) + "tally:" + tally;
    }

    static String mark(SchoolCode school, String mark) {
        return of(school) + "mark:" + mark;
    }

    static String signpost(SchoolCode school, String name) {
        return of(school) + "signpost:" + name;
    }

    static String note(SchoolCode school, String pseudonym) {
        return of(school) + "note:" + pseudonym;
    }

    /** Matches the notes of a school. */
    static String notes(SchoolCode school) {
        return note(school, "*");
    }

    static String vectorClaim(String work) {
        return PREFIX + "vector-claim:" + work;
    }

    static String vector(String key) {
        return PREFIX + "vector:" + key;
    }

    private static String of(SchoolCode school) {
        return PREFIX + school.value() + ":";
    }
}
