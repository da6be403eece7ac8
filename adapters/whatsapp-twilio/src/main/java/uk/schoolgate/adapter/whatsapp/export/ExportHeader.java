package uk.schoolgate.adapter.whatsapp.export;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The date and time that every entry of an export starts with, in any of the forms that phones use.
 *
 * @param first first number of the date
 * @param second second number
 * @param third third number
 * @param hour 0 to 23
 * @param style the form of the date: entries of one style have, as a rule, one order of day and month
 * @param rest what stands behind it, with its marks
 */
record ExportHeader(int first, int second, int third, int hour, int minute, int seconds, Style style, String rest) {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;

    // Digits of any script: phones set to Arabic, Urdu or Bengali may write their own.
    private static final String DATE = "(\\p{Nd}{1,4})([./-]) ?(\\p{Nd}{1,2})\\2 ?(\\p{Nd}{1,4})";
    private static final String BETWEEN = "\\.?(?:[,،] ?| )(?:(?:at|à|às|a las|alle|um|kl\\.?|klo|godz\\.) )?";
    private static final String BEFORE_NOON_FIRST = "上午|凌晨|早上|오전|午前";
    private static final String AFTER_NOON_FIRST = "下午|晚上|中午|오후|午後";
    private static final String HALF = "[AaPp]\\.? ?[Mm]\\.?|[صم]|π\\.?μ\\.?|μ\\.?μ\\.?";
    private static final String TIME = "(?:(" + BEFORE_NOON_FIRST + "|" + AFTER_NOON_FIRST
            + ") ?)?(\\p{Nd}{1,2})[:.](\\p{Nd}{2})(?:[:.](\\p{Nd}{2}))?(?: ?(" + HALF + "))?";
    private static final Pattern IPHONE = Pattern.compile("\\[" + DATE + BETWEEN + TIME + "](?: |$)");
    private static final Pattern ANDROID = Pattern.compile(DATE + BETWEEN + TIME + "(?: [-–—](?: |$)|:(?: |$))");

    /**
     * The form of a date.
     *
     * @param bracketed in brackets, as iPhones write it
     * @param separator between the numbers
     * @param firstDigits 4 where the year stands first, else 2
     * @param lastDigits how long the last number is written: 4 or 2
     * @param halves whether the day has twice twelve hours
     */
    record Style(boolean bracketed, char separator, int firstDigits, int lastDigits, boolean halves) {
        /** Whether the year stands first and is written in full, so that there is nothing to find out. */
        boolean yearFirst() {
            return firstDigits > 2;
        }
    }

    /** The header of a line; empty for a line that goes on with the entry before. */
    static Optional<ExportHeader> of(String line) {
        int start = 0;
        while (start < line.length() && Marks.isMark(line.charAt(start))) {
            start++;
        }
        if (start == line.length()) {
            return Optional.empty();
        }
        boolean bracketed = line.charAt(start) == '[';
        if (!bracketed && !Character.isDigit(line.charAt(start))) {
            return Optional.empty();
        }
        Matcher matcher = (bracketed ? IPHONE : ANDROID).matcher(Marks.plain(line));
        return matcher.lookingAt()
                ? Optional.of(read(matcher, bracketed, line.substring(Marks.indexAfter(line, matcher.end()))))
                : Optional.empty();
    }

    private static ExportHeader read(Matcher matcher, boolean bracketed, String rest) {
        String before = matcher.group(5);
        String behind = matcher.group(9);
        Style style = new Style(
                bracketed,
                matcher.group(2).charAt(0),
                matcher.group(1).length() > 2 ? 4 : 2,
                matcher.group(4).length() > 2 ? 4 : 2,
                before != null || behind != null);
        return new ExportHeader(
                number(matcher.group(1)),
                number(matcher.group(3)),
                number(matcher.group(4)),
                hour(number(matcher.group(6)), before, behind),
                number(matcher.group(7)),
                matcher.group(8) == null ? 0 : number(matcher.group(8)),
                style,
                rest);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static int hour(int written, @Nullable String before, @Nullable String behind) {
        if (before == null && behind == null) {
            return written;
        }
        boolean afternoon = before != null ? isOneOf(before, AFTER_NOON_FIRST) : isAfternoon(String.valueOf(behind));
        if (afternoon) {
            return written < 12 ? written + 12 : written;
        }
        return written == 12 ? 0 : written;
    }

    private static boolean isOneOf(String word, String alternatives) {
        return ("|" + alternatives + "|").contains("|" + word + "|");
    }

    private static boolean isAfternoon(String half) {
        return "pmم".indexOf(half.toLowerCase(Locale.ROOT).charAt(0)) >= 0 || half.startsWith("μ");
    }

    /** The moment, with the parts of the date in that order; empty where there is no such day or time. */
    Optional<LocalDateTime> at(DateOrder order) {
        if (style.yearFirst()) {
            return moment(first, second, third);
        }
        return switch (order) {
            case DAY_FIRST -> moment(third, second, first);
            case MONTH_FIRST -> moment(third, first, second);
            case YEAR_FIRST -> style.lastDigits() > 2 ? Optional.empty() : moment(first, second, third);
        };
    }

    private Optional<LocalDateTime> moment(int year, int month, int day) {
        int fullYear = year < 100 ? 2000 + year : year;
        if (fullYear < FIRST_YEAR || fullYear > LAST_YEAR) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(fullYear, month, day, hour, minute, seconds));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
