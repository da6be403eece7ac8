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
 * @param style the form of the date: entries of one style have one order of day and month
 * @param rest what stands behind it
 */
record ExportHeader(int first, int second, int third, int hour, int minute, int seconds, String style, String rest) {
    /** Marks of writing direction, which phones scatter over their exports. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private static final String DATE = "(\\d{1,4})([./-]) ?(\\d{1,2})\\2 ?(\\d{1,4})";
    private static final String TIME =
            "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?(?:[ \\u00A0\\u202F]?([AaPp])\\.?[ \\u00A0\\u202F]?[Mm]\\.?)?";
    private static final Pattern IPHONE = Pattern.compile("^\\[" + DATE + "\\.?,? " + TIME + "] ?(.*)$");
    private static final Pattern ANDROID = Pattern.compile("^" + DATE + "\\.?,? " + TIME + " [-–—] (.*)$");

    /** The header of a line; empty for a line that goes on with the entry before. */
    static Optional<ExportHeader> of(String line) {
        String visible = INVISIBLE.matcher(line).replaceAll("");
        return match(IPHONE, visible, "[").or(() -> match(ANDROID, visible, "-"));
    }

    private static Optional<ExportHeader> match(Pattern pattern, String line, String form) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String style = form
                + matcher.group(2)
                + (matcher.group(1).length() == 4 ? "year first" : "")
                + matcher.group(4).length();
        int seconds = matcher.group(7) == null ? 0 : Integer.parseInt(matcher.group(7));
        return Optional.of(new ExportHeader(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(3)),
                Integer.parseInt(matcher.group(4)),
                hour(Integer.parseInt(matcher.group(5)), matcher.group(8)),
                Integer.parseInt(matcher.group(6)),
                seconds,
                style,
                matcher.group(9)));
    }

    private static int hour(int written, @Nullable String half) {
        if (half == null) {
            return written;
        }
        boolean afternoon = half.toLowerCase(Locale.ROOT).equals("p");
        if (afternoon) {
            return written < 12 ? written + 12 : written;
        }
        return written == 12 ? 0 : written;
    }

    boolean yearFirst() {
        return style.contains("year first");
    }

    /** The moment, with day and month in that order; empty where there is no such day or time. */
    Optional<LocalDateTime> at(DateOrder order) {
        int year = yearFirst() ? first : third < 100 ? 2000 + third : third;
        int one = yearFirst() ? second : first;
        int other = yearFirst() ? third : second;
        int day = yearFirst() || order == DateOrder.MONTH_FIRST ? other : one;
        int month = yearFirst() || order == DateOrder.MONTH_FIRST ? one : other;
        try {
            return Optional.of(LocalDateTime.of(year, month, day, hour, minute, seconds));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
