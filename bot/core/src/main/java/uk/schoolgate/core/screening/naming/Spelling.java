package uk.schoolgate.core.screening.naming;

import uk.schoolgate.core.text.Leet;

/** Ways of writing a name down so that different spellings of it meet. All take and give folded words. */
final class Spelling {
    private Spelling() {}

    /** The word without the s of a plural or of a possessive without its apostrophe. */
    static String singular(String key) {
        return key.length() > 3 && key.endsWith("s") ? key.substring(0, key.length() - 1) : key;
    }

    /** Every run of a letter as one: "olllliiie" and "ollie" become "olie". */
    static String squeezed(CharSequence word) {
        StringBuilder squeezed = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (i == 0 || word.charAt(i) != word.charAt(i - 1)) {
                squeezed.append(word.charAt(i));
            }
        }
        return squeezed.toString();
    }

    /** Whether some letter stands three times in a row, as in no name. */
    static boolean isStretched(CharSequence word) {
        for (int i = 2; i < word.length(); i++) {
            if (word.charAt(i) == word.charAt(i - 1) && word.charAt(i) == word.charAt(i - 2)) {
                return true;
            }
        }
        return false;
    }

    /** The word without vowels, as in "mhmmd"; empty where fewer than three letters are left. */
    static String consonants(CharSequence word) {
        StringBuilder consonants = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (!isVowel(word.charAt(i))) {
                consonants.append(word.charAt(i));
            }
        }
        return consonants.length() < 3 ? "" : consonants.toString();
    }

    /** Whether more letters than digits stand in a word: "0ll1e" may be a name, "a11" is none. */
    static boolean isMostlyLetters(CharSequence word) {
        return word.chars().filter(Character::isLetter).count() * 2 > word.length();
    }

    static boolean hasVowel(CharSequence word) {
        return word.chars().anyMatch(c -> isVowel((char) c));
    }

    private static boolean isVowel(char c) {
        return "aeiou".indexOf(c) >= 0;
    }

    /** Whether the first vowels of two names are said alike. */
    static boolean soundsAlikeAtFirst(CharSequence a, CharSequence b) {
        return firstVowel(a) == firstVowel(b);
    }

    private static char firstVowel(CharSequence word) {
        for (int i = 0; i < word.length(); i++) {
            if (isVowel(word.charAt(i))) {
                return word.charAt(i);
            }
            if (i > 0 && word.charAt(i) == 'y') {
                return 'i';
            }
        }
        return 0;
    }

    /** What a digit or sign stands for in a disguised word; {@code i} and {@code l} are one letter there. 0 if for nothing. */
    static char plain(char c) {
        if (c == 'l') {
            return 'i';
        }
        return Character.isLetter(c) ? c : Leet.letterFor(c);
    }

    /** A word with every digit and sign as the letter it stands for; empty where one stands for none. */
    static String undisguised(CharSequence word) {
        StringBuilder plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = plain(word.charAt(i));
            if (c == 0) {
                return "";
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
