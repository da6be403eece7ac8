package uk.schoolgate.core.screening.staff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.text.FoldedText;
import uk.schoolgate.core.text.Leet;
import uk.schoolgate.core.text.Starred;

/** Surnames starred out, broken up, or written with digits and signs: "Pr*ntice", "P.rentice", "H4rgreaves". */
final class Disguise {
    private static final String STARS = "*#_•×?";
    private static final String SIGNS = STARS + "@$€!|+.~";
    private static final String AFTER_NAME = ".,!?:;)\"'”’…";

    private final StaffNames names;

    Disguise(StaffNames names) {
        this.names = names;
    }

    /**
     * A stretch without blanks that hides letters.
     *
     * @param end index after its last char in the message
     * @param pattern its letters, with a star for each hidden one
     */
    private record Hidden(int end, String pattern) {
        long letters() {
            return pattern.chars().filter(c -> c != Starred.STAR).count();
        }
    }

    /** Those with the surname that the stretch from {@code start} hides, of which at least so many letters must show. */
    Optional<Found> at(Line line, int first, int start, int least) {
        Optional<Hidden> hidden = hidden(line.text(), start);
        if (hidden.isEmpty() || hidden.get().letters() < least) {
            return Optional.empty();
        }
        List<StaffMember> staff = staff(hidden.get().pattern());
        if (staff.isEmpty()) {
            return Optional.empty();
        }
        int end = hidden.get().end();
        int until = first + 1;
        while (line.has(until) && line.start(until) < end) {
            until++;
        }
        return Optional.of(new Found(first, until, line.start(first), end, StaffSighting.Form.NAME, Found.ids(staff)));
    }

    private static Optional<Hidden> hidden(String text, int start) {
        int end = start;
        int hiding = 0;
        while (end < text.length() && end - start < Spelling.LONGEST && !Character.isWhitespace(text.charAt(end))) {
            char c = text.charAt(end);
            hiding += SIGNS.indexOf(c) >= 0 || (c >= '0' && c <= '9') ? 1 : 0;
            end++;
        }
        if (hiding == 0) {
            return Optional.empty();
        }
        end = endOfName(text, start, end);
        return end <= start ? Optional.empty() : Optional.of(new Hidden(end, pattern(text.substring(start, end))));
    }

    private static int endOfName(String text, int start, int end) {
        int last = end;
        while (last > start && AFTER_NAME.indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        boolean possessive = last - start > 2
                && (text.charAt(last - 1) == 's' || text.charAt(last - 1) == 'S')
                && "'’`".indexOf(text.charAt(last - 2)) >= 0;
        return possessive ? last - 2 : last;
    }

    private static String pattern(String written) {
        StringBuilder pattern = new StringBuilder();
        FoldedText.fold(written).chars().forEach(c -> {
            char plain = Character.isLetter(c) ? (char) c : Leet.letterFor((char) c);
            if (plain > 0) {
                pattern.append(plain);
            } else if (STARS.indexOf(c) >= 0) {
                pattern.append(Starred.STAR);
            }
        });
        return pattern.toString();
    }

    /** A star stands for one letter; where that fits nobody, stars may only be there to break the name up. */
    private List<StaffMember> staff(String pattern) {
        if (pattern.isEmpty() || pattern.charAt(0) == Starred.STAR) {
            return List.of();
        }
        Set<StaffMember> staff = new LinkedHashSet<>();
        for (String name : names.surnames(pattern.charAt(0))) {
            if (Starred.fits(pattern, name)) {
                staff.addAll(names.withSurname(name));
            }
        }
        if (staff.isEmpty()) {
            staff.addAll(names.withSurname(pattern.replace("*", "")));
        }
        return new ArrayList<>(staff);
    }

    /** Whether a word has a digit in it or goes on with a sign, so that it may hide something. */
    static boolean isPossible(Line line, int at) {
        int end = line.word(at).end();
        String text = line.text();
        boolean sign = end + 1 < text.length()
                && SIGNS.indexOf(text.charAt(end)) >= 0
                && !Character.isWhitespace(text.charAt(end + 1));
        return sign || hasDigitAndLetter(line.key(at));
    }

    private static boolean hasDigitAndLetter(String key) {
        boolean digit = false;
        boolean letter = false;
        for (int i = 0; i < key.length() && i < Spelling.LONGEST; i++) {
            digit |= Character.isDigit(key.charAt(i));
            letter |= Character.isLetter(key.charAt(i));
        }
        return digit && letter;
    }

    /** How many words from that one on are single letters with little between them, as in "P r e n t i c e". */
    static int spacedLetters(Line line, int at) {
        int length = 0;
        while (line.key(at + length).length() == 1 && length < Spelling.LONGEST) {
            length++;
            if (!line.isJoined(at + length - 1)) {
                break;
            }
        }
        return length;
    }
}
