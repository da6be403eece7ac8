package uk.schoolgate.adapter.whatsapp.export;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import uk.schoolgate.adapter.whatsapp.export.ExportEntry.Kind;

/**
 * Writes exports as a phone with those settings does.
 *
 * @param iphone brackets, seconds, CRLF, and marks in front of its own words
 * @param date pattern of the date
 * @param time pattern of the time; "h" stands for a twelve-hour clock
 * @param halves what morning and afternoon are called
 * @param beforeHalf what stands between the time and that
 * @param comma between date and time
 * @param lineEnd of an entry
 * @param byteOrderMark whether the file starts with one
 */
record Phone(
        boolean iphone,
        String date,
        String time,
        List<String> halves,
        String beforeHalf,
        String comma,
        String lineEnd,
        boolean byteOrderMark) {
    private static final List<String> DATES = List.of(
            "dd/MM/yyyy",
            "d/M/yy",
            "dd/MM/yy",
            "MM/dd/yyyy",
            "M/d/yy",
            "MM/dd/yy",
            "dd.MM.yyyy",
            "dd.MM.yy",
            "d.M.yy",
            "dd-MM-yyyy",
            "d-M-yy",
            "yyyy-MM-dd",
            "yyyy/MM/dd",
            "yyyy.MM.dd",
            "MM-dd-yyyy",
            "yy-MM-dd",
            "yyyy. MM. dd.");
    private static final List<List<String>> HALVES = List.of(
            List.of("AM", "PM"),
            List.of("am", "pm"),
            List.of("a. m.", "p. m."),
            List.of("a.m.", "p.m."),
            List.of("a.\u00A0m.", "p.\u00A0m."),
            List.of("ص", "م"));
    private static final List<String> BLANKS = List.of(" ", "\u202F", "\u00A0");
    private static final List<String> COMMAS = List.of(", ", " ");
    private static final List<String> LINE_ENDS = List.of("\n", "\r\n");

    /** Every way to write a date and a time, each with the other settings drawn by lot. */
    static List<Phone> all(Random random) {
        List<Phone> phones = new ArrayList<>();
        for (boolean iphone : new boolean[] {true, false}) {
            for (String date : DATES) {
                for (String time : List.of("HH:mm", "HH:mm:ss", "H:mm", "HH.mm", "h:mm", "hh:mm:ss", "h:mm:ss")) {
                    for (List<String> halves : time.startsWith("h") ? HALVES : HALVES.subList(0, 1)) {
                        phones.add(new Phone(
                                iphone,
                                date,
                                time,
                                halves,
                                oneOf(BLANKS, random),
                                oneOf(COMMAS, random),
                                oneOf(LINE_ENDS, random),
                                random.nextBoolean()));
                    }
                }
            }
        }
        return phones;
    }

    private static <T> T oneOf(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A whole export; trailing empty lines too, which some phones write. */
    String export(List<ExportEntry> entries) {
        StringBuilder text = new StringBuilder(byteOrderMark ? "\uFEFF" : "");
        entries.forEach(entry -> text.append(line(entry)).append(lineEnd));
        return text.append("\n\n").toString();
    }

    private String line(ExportEntry entry) {
        String header = moment(entry.at());
        String start = iphone ? "[" + header + "] " : header + " - ";
        String own = iphone ? "\u200E" : "";
        boolean bearsMark = !own.isEmpty() && entry.kind() != Kind.TEXT;
        return (bearsMark ? own : "")
                + start
                + switch (entry.kind()) {
                    case SYSTEM -> iphone ? "4 Kestrel: " + own + entry.text() : entry.text();
                    case DELETED ->
                        shown(entry.author()) + ": " + own + "This message was deleted" + (iphone ? "." : "");
                    case MEDIA -> shown(entry.author()) + ": " + media(entry.text());
                    case TEXT -> shown(entry.author()) + ": " + entry.text() + edited(entry, own);
                };
    }

    private static String edited(ExportEntry entry, String own) {
        return entry.edited() ? " " + own + "<This message was edited>" : "";
    }

    private String media(String caption) {
        if (iphone) {
            return caption.isEmpty() ? "\u200Eimage omitted" : caption + " \u200E<attached: 00000012-PHOTO-2022.jpg>";
        }
        return caption.isEmpty() ? "<Media omitted>" : "\u200EIMG-20220318-WA0001.jpg (file attached)\n" + caption;
    }

    /** Numbers stand between marks of direction; people who are not in the address book get a tilde. */
    private static String shown(String author) {
        if (author.startsWith("+")) {
            return "\u202A" + author.replace(' ', '\u00A0') + "\u202C";
        }
        return author.endsWith("!") ? "~\u202F" + author : author;
    }

    private String moment(LocalDateTime at) {
        String half = at.getHour() < 12 ? halves.getFirst() : halves.getLast();
        return at.format(DateTimeFormatter.ofPattern(date, Locale.ROOT))
                + comma
                + at.format(DateTimeFormatter.ofPattern(time, Locale.ROOT))
                + (time.startsWith("h") ? beforeHalf + half : "");
    }

    /** The entry as this phone shows it: most leave seconds out. */
    ExportEntry asShown(ExportEntry entry) {
        LocalDateTime at = time.endsWith("ss") ? entry.at() : entry.at().withSecond(0);
        return new ExportEntry(at, entry.author(), entry.text(), entry.kind(), entry.edited());
    }
}
