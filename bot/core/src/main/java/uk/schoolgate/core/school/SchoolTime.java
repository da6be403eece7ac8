package uk.schoolgate.core.school;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Counts time as a school does. Where the school gives its term dates, a school day is a weekday in term time; outside of
 * the dates it gives, and where it gives none, every weekday is one.
 *
 * @param terms term time
 * @param hours when it is open on a school day
 */
public record SchoolTime(List<Term> terms, SchoolHours hours) {
    /** The time zone of all schools. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Duration DAY = Duration.ofDays(1);

    public SchoolTime {
        terms = List.copyOf(terms);
    }

    /** Whether the school is open on that day. */
    public boolean isSchoolDay(LocalDate day) {
        return !WEEKEND.contains(day.getDayOfWeek()) && (isInTerm(day) || !isPlanned(day));
    }

    /** Whether the school is open at that moment. */
    public boolean isOpen(Instant moment) {
        return after(moment, Duration.ZERO).equals(moment);
    }

    private boolean isInTerm(LocalDate day) {
        return terms.stream().anyMatch(term -> !day.isBefore(term.from()) && !day.isAfter(term.to()));
    }

    /** Whether the school's own dates reach that far. */
    public boolean isPlanned(LocalDate day) {
        return terms.stream().anyMatch(term -> !day.isBefore(term.from()))
                && terms.stream().anyMatch(term -> !day.isAfter(term.to()));
    }

    /**
     * When so much time has passed in school: a day of the clock counts as the opening hours of one school day, and
     * nothing is due while the school is closed.
     *
     * @param time by the clock; 24 hours are one school day
     */
    public Instant after(Instant start, Duration time) {
        Duration left = Duration.ofMillis(
                Math.round((double) time.toMillis() * hours.length().toMillis() / DAY.toMillis()));
        ZonedDateTime now = start.atZone(ZONE);
        while (true) {
            LocalDate day = now.toLocalDate();
            ZonedDateTime opens = day.atTime(hours.opens()).atZone(ZONE);
            ZonedDateTime closes = day.atTime(hours.closes()).atZone(ZONE);
            ZonedDateTime from = now.isAfter(opens) ? now : opens;
            if (isSchoolDay(day) && from.isBefore(closes)) {
                Duration open = Duration.between(from, closes);
                if (left.compareTo(open) <= 0) {
                    return from.plus(left).toInstant();
                }
                left = left.minus(open);
            }
            now = day.plusDays(1).atStartOfDay(ZONE);
        }
    }

    /** The day that is so many days after another; the day after counts as the first. */
    public LocalDate daysAfter(LocalDate start, int days, DayUnit unit) {
        LocalDate day = start;
        int counted = 0;
        while (counted < days) {
            day = day.plusDays(1);
            if (counts(day, unit)) {
                counted++;
            }
        }
        return day;
    }

    private boolean counts(LocalDate day, DayUnit unit) {
        return switch (unit) {
            case SCHOOL_DAYS -> isSchoolDay(day);
            case WORKING_DAYS -> !WEEKEND.contains(day.getDayOfWeek()) && !BankHolidays.isOne(day);
        };
    }
}
