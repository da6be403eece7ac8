package uk.schoolgate.adapter.documents;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bullet or a number in front of a line.
 *
 * @param sign as printed
 * @param rest the line behind it
 * @param kind what sort of sign it is
 */
record Marker(String sign, String rest, Kind kind) {
    enum Kind {
        BULLET,
        /** "1.", "a)", "(ii)": an item, or the number of a heading. */
        NUMBER,
        /** "5.1", "2.0": the number of a clause or of a heading. */
        CLAUSE
    }

    // Word's symbol fonts put their bullets into the private use area.
    private static final Pattern BULLET =
            Pattern.compile("^([-–—*•·▪◦●○■□➢➤►▶✓✔‣⁃\\uF000-\\uF0FF]|o(?=\\s))\\s*(\\S.*)$");
    private static final Pattern CLAUSE = Pattern.compile("^(\\d{1,2}(?:\\.\\d{1,2}){1,3}\\.?)\\s+(\\S.*)$");
    private static final Pattern NUMBER =
            Pattern.compile("^(\\d{1,2}[.)]|\\(?[a-z]\\)|[a-z]\\.|\\(?[ivx]{1,4}\\)|\\(\\d{1,2}\\))\\s+(\\S.*)$");

    static Optional<Marker> of(String line) {
        return match(BULLET, line, Kind.BULLET)
                .map(Marker::withoutSecondSign)
                .filter(marker -> !isDash(marker) || line.startsWith(marker.sign() + " "))
                .or(() -> match(CLAUSE, line, Kind.CLAUSE))
                .or(() -> match(NUMBER, line, Kind.NUMBER));
    }

    /** Some converters write the bullet of the font and one of their own. */
    private Marker withoutSecondSign() {
        boolean twice = rest.length() > 1 && rest.charAt(0) >= '\uF000' && rest.charAt(0) <= '\uF0FF';
        return twice ? new Marker(sign, rest.substring(1).strip(), kind) : this;
    }

    private static boolean isDash(Marker marker) {
        return "-–—*".contains(marker.sign());
    }

    private static Optional<Marker> match(Pattern pattern, String line, Kind kind) {
        Matcher matcher = pattern.matcher(line);
        return matcher.matches() ? Optional.of(new Marker(matcher.group(1), matcher.group(2), kind)) : Optional.empty();
    }

    /** Whether a line is nothing but a bullet, its text being on the next line. */
    static boolean isAlone(String line) {
        return line.length() == 1 && BULLET.matcher(line + " x").matches();
    }
}
