package uk.schoolgate.core.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolTimeTest {
    private static final SchoolTime TIME = new SchoolTime(
            List.of(
                    new Term(LocalDate.of(2026, 9, 2), LocalDate.of(2026, 10, 23)),
                    new Term(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 12, 18))),
            SchoolHours.DEFAULT);

    @ParameterizedTest
    @CsvSource({
        // A school day later, at the same time.
        "2026-11-17T12:00:00Z, 24, 2026-11-18T12:00:00Z",
        // Over the weekend.
        "2026-11-20T12:00:00Z, 24, 2026-11-23T12:00:00Z",
        // Written late at night: the day starts when the school opens, and is over when it closes.
        "2026-11-17T23:30:00Z, 24, 2026-11-18T16:00:00Z",
        // Over half-term, and over the end of summer time: two o'clock by the school's own clock both times.
        "2026-10-23T13:00:00Z, 24, 2026-11-02T14:00:00Z",
        // Half a school day.
        "2026-11-17T08:00:00Z, 12, 2026-11-17T12:00:00Z",
    })
    void aDayByTheClockIsASchoolDay(Instant start, int hours, Instant due) {
        assertThat(TIME.after(start, Duration.ofHours(hours))).isEqualTo(due);
    }

    @Test
    void schoolDaysSkipWeekendsAndHalfTerm() {
        assertThat(TIME.daysAfter(LocalDate.of(2026, 10, 21), 3, DayUnit.SCHOOL_DAYS))
                .isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(TIME.daysAfter(LocalDate.of(2026, 11, 17), 10, DayUnit.SCHOOL_DAYS))
                .isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @ParameterizedTest
    @CsvSource({
        // Half-term counts, the weekend doesn't.
        "2026-10-21, 3, 2026-10-26",
        // Christmas Day is a Friday, and Boxing Day's substitute a Monday; New Year's Day is a Friday.
        "2026-12-22, 5, 2026-12-31",
        "2026-12-31, 1, 2027-01-04",
        // Good Friday and Easter Monday.
        "2027-03-25, 1, 2027-03-30",
        // Early May and the end of it.
        "2026-05-01, 1, 2026-05-05",
        "2026-05-22, 1, 2026-05-26",
        "2026-08-28, 1, 2026-09-01",
        // Christmas Day on a Saturday: both are had on the days after Sunday.
        "2027-12-24, 1, 2027-12-29",
        // On a Sunday: Boxing Day keeps its Monday, and Christmas is had on the Tuesday.
        "2033-12-23, 1, 2033-12-28",
    })
    void workingDaysSkipWeekendsAndBankHolidaysAlone(LocalDate start, int days, LocalDate end) {
        assertThat(TIME.daysAfter(start, days, DayUnit.WORKING_DAYS)).isEqualTo(end);
    }

    @Test
    void withoutTermDatesAndBeyondThemEveryWeekdayCounts() {
        SchoolTime unplanned = new SchoolTime(List.of(), new SchoolHours(LocalTime.of(9, 0), LocalTime.of(15, 0)));
        assertThat(unplanned.isSchoolDay(LocalDate.of(2026, 10, 28))).isTrue();
        assertThat(unplanned.isSchoolDay(LocalDate.of(2026, 10, 31))).isFalse();
        assertThat(TIME.isSchoolDay(LocalDate.of(2026, 10, 28))).isFalse();
        assertThat(TIME.isSchoolDay(LocalDate.of(2027, 1, 5))).isTrue();
        assertThat(TIME.isPlanned(LocalDate.of(2026, 10, 28))).isTrue();
        assertThat(TIME.isPlanned(LocalDate.of(2027, 1, 5))).isFalse();
    }
}
