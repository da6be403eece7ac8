package uk.schoolgate.core.text;

/** Digits and signs that people write for letters. */
public final class Leet {
    private Leet() {}

    /** The letter that a digit or sign stands for, with i for what may be an l too; 0 where it stands for none. */
    public static char letterFor(char c) {
        return switch (c) {
            case '0' -> 'o';
            case '1', '!', '|' -> 'i';
            case '3', '€' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '7', '+' -> 't';
            case '8' -> 'b';
            case '9' -> 'g';
            default -> 0;
        };
    }
}
