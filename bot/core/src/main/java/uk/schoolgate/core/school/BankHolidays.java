package uk.schoolgate.core.school;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The bank holidays of England and Wales that come every year. One that is proclaimed for a single year is not known here:
 * a day counted too many makes a deadline come early, never late.
 */
public final class BankHolidays {
    private BankHolidays() {}

    static boolean isOne(LocalDate day) {
        return of(day.getYear()).contains(day);
    }

    /** Those of a year, with the substitutes of those that fall on a weekend in their place. */
    public static SortedSet<LocalDate> of(int year) {
        LocalDate easter = easterSunday(year);
        LocalDate may = LocalDate.of(year, Month.MAY, 1);
        LocalDate august = LocalDate.of(year, Month.AUGUST, 1);
        SortedSet<LocalDate> days = new TreeSet<>(List.of(
                easter.minusDays(2),
                easter.plusDays(1),
                may.with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)),
                may.with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)),
                august.with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY))));
        addOrNextFree(LocalDate.of(year, Month.JANUARY, 1), days);
        addOrNextFree(LocalDate.of(year, Month.DECEMBER, 25), days);
        addOrNextFree(LocalDate.of(year, Month.DECEMBER, 26), days);
        return days;
    }

    /** One that falls on a weekend, or on the substitute of the one before it, is had on the next weekday. */
    private static void addOrNextFree(LocalDate day, SortedSet<LocalDate> days) {
        LocalDate free = day;
        while (free.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 || days.contains(free)) {
            free = free.plusDays(1);
        }
        days.add(free);
    }

    /** By the Gregorian calendar: the anonymous algorithm of 1876. */
    private static LocalDate easterSunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int correction = (golden + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * correction + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
