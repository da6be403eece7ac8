package uk.schoolgate.adapter.documents;

import java.util.Locale;
import org.jsoup.nodes.Element;

/** The signs that a browser prints in front of the items of a list: what is quoted as "5." is the page's own fifth. */
final class ListSigns {
    private static final String WHOLE_NUMBER = "-?\\d{1,6}";
    private static final int LETTERS = 26;
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    private static final int LARGEST_ROMAN = 3999;

    private final boolean numbered;
    private final String type;
    private final int step;
    private int next;

    ListSigns(Element list) {
        numbered = list.nameIs("ol");
        type = list.attr("type");
        step = list.hasAttr("reversed") ? -1 : 1;
        int items =
                (int) list.children().stream().filter(item -> item.nameIs("li")).count();
        next = number(list.attr("start"), step < 0 ? items : 1);
    }

    /** The sign of the next item. */
    String of(Element item) {
        if (!numbered) {
            return "•";
        }
        int number = number(item.attr("value"), next);
        next = number + step;
        return printed(number) + ".";
    }

    private static int number(String stated, int otherwise) {
        return stated.strip().matches(WHOLE_NUMBER) ? Integer.parseInt(stated.strip()) : otherwise;
    }

    private String printed(int number) {
        return switch (type) {
            case "a" -> letters(number);
            case "A" -> letters(number).toUpperCase(Locale.ROOT);
            case "i" -> roman(number);
            case "I" -> roman(number).toUpperCase(Locale.ROOT);
            default -> String.valueOf(number);
        };
    }

    /** a to z, then aa, ab: there is no letter for nought. */
    private static String letters(int number) {
        if (number < 1) {
            return String.valueOf(number);
        }
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('a' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }

    private static String roman(int number) {
        if (number < 1 || number > LARGEST_ROMAN) {
            return String.valueOf(number);
        }
        StringBuilder roman = new StringBuilder();
        int rest = number;
        for (int i = 0; i < ROMAN.length; i++) {
            roman.append(ROMAN[i].repeat(rest / ROMAN_VALUES[i]));
            rest %= ROMAN_VALUES[i];
        }
        return roman.toString();
    }
}
