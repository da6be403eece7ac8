package uk.schoolgate.core.wording;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import uk.schoolgate.core.school.Office;

/** Small pieces of text that several messages are made of. */
public final class Titles {
    private static final ZoneId SCHOOL_ZONE = ZoneId.of("Europe/London");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "EEEE d MMMM yyyy 'at' HH:mm", Locale.UK)
            .withZone(SCHOOL_ZONE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    private Titles() {}

    /** A moment as people write it, in the schools' time zone. */
    public static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** A day as people write it. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A day with its day of the week. */
    public static String weekday(LocalDate day) {
        return WEEKDAY.format(day);
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
