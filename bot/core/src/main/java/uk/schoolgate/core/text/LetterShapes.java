package uk.schoolgate.core.text;

import java.util.HashMap;
import java.util.Map;

/** Which plain letters a letter looks like or is written as, where Unicode's decomposition does not tell. */
final class LetterShapes {
    /** Letters of other scripts that look like Latin ones, as used to slip past a filter; each before what it looks like. */
    private static final String LOOK_ALIKES =
            // Cyrillic, small letters as the capitals become small before they get here
            "аaбbвbгrеeёeжxзeиuкkлnмmнhоoпnрpсcтtуyфoхxцuчyшwщwъbыbьbэeюoяrіiїiѕsјjћhђhһhԁdԛqԝwѵvӏlүyұyқkңhҳxәeөoґrєe"
                    // Greek
                    + "αaβbγyδdεeζzηnθoιiκkλlμuνvξeοoπnρpσoςcτtυuφoχxψwωwϲcϳjɑa"
                    // Armenian and Cherokee
                    + "օoսuոnհhցgզqքpյjլlեtᎪaᏴbᏟcᎠdᎬeᏀgᎻhᎥiᎫjᏦkᏞlᎷmᏢpᏒrᏚsᎢtᏙvᎳwᏃzꭺaꮟbꮯcꭰdꭼeꮐgꮋhꭵiꭻjꮶkꮮlꮇmꮲpꮢrꮪsꭲtꮩvꮃwꮓz"
                    // Signs
                    + "’'‘'`'´'ʼ'ʹ'′'‛'＇'‐-‑-‒-–-—-−-﹣-";

    /** Greek capitals that look like other letters than they do when small. */
    private static final String CAPITAL_LOOK_ALIKES = "ΒbΗhΜmΝnΥyΧx";

    private static final Map<Integer, String> WRITTEN_AS = Map.of(
            (int) 'æ', "ae",
            (int) 'œ', "oe",
            (int) 'ß', "ss",
            (int) 'þ', "th",
            (int) 'ð', "d",
            (int) 'ĳ', "ij",
            (int) 'ŋ', "ng",
            (int) 'ƒ', "f",
            (int) 'ı', "i",
            (int) 'ə', "e");

    /** How Unicode's names of Latin letters in other shapes end, before the letter. */
    private static final String[] NAMED = {
        "LATIN LETTER SMALL CAPITAL ",
        "LATIN SMALL LETTER TURNED ",
        "LATIN SMALL LETTER REVERSED ",
        "LATIN SMALL LETTER DOTLESS ",
        "LATIN SMALL LETTER OPEN ",
        "LATIN SMALL LETTER SCRIPT ",
        "LATIN SMALL LETTER SIDEWAYS ",
        "LATIN SMALL LETTER ",
        "LATIN CAPITAL LETTER ",
        "NEGATIVE CIRCLED LATIN CAPITAL LETTER ",
        "NEGATIVE SQUARED LATIN CAPITAL LETTER ",
        "SQUARED LATIN CAPITAL LETTER ",
        "REGIONAL INDICATOR SYMBOL LETTER "
    };

    /** Blocks of Latin letters and of signs with a Latin letter in them. */
    private static final int[][] BLOCKS = {
        {0x00C0, 0x02AF},
        {0x1D00, 0x1D7F},
        {0x1D80, 0x1DBF},
        {0x1E00, 0x1EFF},
        {0x2C60, 0x2C7F},
        {0xA720, 0xA7FF},
        {0xAB30, 0xAB6F},
        {0x1F130, 0x1F189},
        {0x1F1E6, 0x1F1FF}
    };

    private static final Map<Integer, String> PLAIN = plain();

    private LetterShapes() {}

    private static Map<Integer, String> plain() {
        Map<Integer, String> plain = new HashMap<>();
        for (int[] block : BLOCKS) {
            for (int c = block[0]; c <= block[1]; c++) {
                String letter = letterInName(Character.getName(c));
                if (!letter.isEmpty()) {
                    plain.put(c, letter);
                }
            }
        }
        String pairs = LOOK_ALIKES + CAPITAL_LOOK_ALIKES;
        for (int i = 0; i + 1 < pairs.length(); i += 2) {
            plain.put((int) pairs.charAt(i), pairs.substring(i + 1, i + 2));
        }
        plain.putAll(WRITTEN_AS);
        return Map.copyOf(plain);
    }

    /** "o" out of "LATIN SMALL LETTER O WITH STROKE"; nothing out of the name of a letter that is like none of ours. */
    private static String letterInName(String name) {
        for (String start : NAMED) {
            if (name != null && name.startsWith(start)) {
                String rest = name.substring(start.length());
                boolean letter = rest.length() == 1 || rest.indexOf(" WITH ") == 1;
                return letter ? String.valueOf((char) (rest.charAt(0) + ('a' - 'A'))) : "";
            }
        }
        return "";
    }

    /** The plain small letters for a letter without accents, or nothing if it is none of these. */
    static String plain(int letter) {
        return PLAIN.getOrDefault(letter, "");
    }

    static boolean isRegionalIndicator(int c) {
        return c >= 0x1F1E6 && c <= 0x1F1FF;
    }
}
