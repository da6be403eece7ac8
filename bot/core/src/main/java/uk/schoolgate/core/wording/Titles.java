package uk.schoolgate.core.wording;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import uk.schoolgate.core.school.Office;

/** Small pieces of text that several messages are made of. */
public final class Titles {
    private static final ZoneId SCHOOL_ZONE = ZoneId.of("Europe/London");

    private Titles() {}

    /** A moment as people write it, in the schools' time zone. */
    public static String moment(Wording wording, Instant at) {
        String between = wording.tongue() == Tongue.ENGLISH ? " 'at' " : ", ";
        return DateTimeFormatter.ofPattern(
                        "EEEE d MMMM yyyy" + between + "HH:mm", wording.tongue().locale())
                .withZone(SCHOOL_ZONE)
                .format(at);
    }

    /** A day as people write it. */
    public static String day(Wording wording, LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", wording.tongue().locale())
                .format(day);
    }

    /** The date of a document: a month where it says no more than that, which is read as the month's first day. */
    public static String monthOrDay(Wording wording, LocalDate date) {
        String pattern = date.getDayOfMonth() == 1 ? "LLLL yyyy" : "d MMMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, wording.tongue().locale()).format(date);
    }

    /** A day with its day of the week. */
    public static String weekday(Wording wording, LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", wording.tongue().locale())
                .format(day);
    }

    /** How to reach the office, to be put behind "ask the school office"; empty where no contact is known. */
    public static String contact(Wording wording, Office office) {
        if (office.phone().isPresent() && office.email().isPresent()) {
            return wording.say(
                    Phrase.OFFICE_PHONE_AND_EMAIL,
                    "phone",
                    office.phone().get(),
                    "email",
                    office.email().get());
        }
        return office.phone()
                .map(phone -> wording.say(Phrase.OFFICE_PHONE, "phone", phone))
                .or(() -> office.email().map(email -> wording.say(Phrase.OFFICE_EMAIL, "email", email)))
                .orElse("");
    }
}
