package uk.schoolgate.core.wording;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that the bot has words in; each person chooses their own. Quotes of policies stay as the school wrote them. */
public enum Tongue {
    ENGLISH("en", "English", "angielski", "engleză", "engleza", "انگریزی", "الإنجليزية", "ইংরেজি"),
    POLISH("pl", "Polski", "Polish", "po polsku"),
    URDU("ur", "اردو", "Urdu"),
    ROMANIAN("ro", "Română", "Romanian", "Romana", "Româna", "Rumuński"),
    ARABIC("ar", "العربية", "Arabic", "عربي", "عربية", "Arabi"),
    BENGALI("bn", "বাংলা", "Bengali", "Bangla");

    private final String code;
    private final String ownName;
    private final String otherNames;

    Tongue(String code, String ownName, String... otherNames) {
        this.code = code;
        this.ownName = ownName;
        this.otherNames = String.join("|", otherNames);
    }

    /** Its code of ISO 639-1, which its file in {@code prompts/wording} is called after. */
    public String code() {
        return code;
    }

    /** What those who speak it call it. */
    public String ownName() {
        return ownName;
    }

    /** For dates. */
    public Locale locale() {
        return this == ENGLISH ? Locale.UK : Locale.of(code);
    }

    /** The language of that code; empty for one that the bot has no words in. */
    public static Optional<Tongue> ofCode(String code) {
        return Arrays.stream(values())
                .filter(tongue -> tongue.code.equals(code))
                .findFirst();
    }

    /** The language that somebody asks for by writing nothing but its name. */
    public static Optional<Tongue> named(String text) {
        String word = text.strip().replaceAll("^[“\"'‘]+|[.!”\"'’]+$", "");
        return Arrays.stream(values())
                .filter(tongue -> word.equalsIgnoreCase(tongue.ownName)
                        || Arrays.stream(tongue.otherNames.split("\\|")).anyMatch(word::equalsIgnoreCase))
                .findFirst();
    }
}
