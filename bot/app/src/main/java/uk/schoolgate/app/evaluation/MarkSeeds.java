package uk.schoolgate.app.evaluation;

import uk.schoolgate.core.screening.judging.Mark;

/** Words whose embeddings a mark starts from when training begins. */
final class MarkSeeds {
    private MarkSeeds() {}

    static String of(Mark mark) {
        return switch (mark) {
            case CHILD, RESPELT_CHILD, CHILD_DISGUISED -> "sam emma jack lucy tom";
            case CHILD_ELSEWHERE -> "sam emma jack lucy tom another";
            case OWN_CHILD, WORD_OR_OWN_CHILD -> "my our sam emma son daughter";
            case CHILD_FULL_NAME -> "sam emma smith jones taylor full";
            case CHILD_SURNAME -> "smith jones taylor boy girl";
            case CHILD_INITIALS -> "j s initials boy girl";
            case CHILD_KINSHIP -> "son daughter boy girl child";
            case WORD_OR_CHILD -> "word the name";
            case CAPITAL_WORD_OR_CHILD -> "name sam emma word";
            case CHILD_IN_LONGER_NAME -> "famous name sam";
            case UNKNOWN_FIRST_NAME -> "name someone sam emma";
            case UNKNOWN_FULL_NAME -> "name smith famous someone";
            case STAFF -> "teacher mrs smith";
            case STAFF_FIRST_NAME -> "sarah john teacher name";
            case STAFF_UNLISTED -> "mrs mr name someone";
            case STAFF_ROLE -> "teacher staff";
            case CONTACT -> "phone number address email";
            case LINK -> "website link";
        };
    }
}
