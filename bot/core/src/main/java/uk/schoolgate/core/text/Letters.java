package uk.schoolgate.core.text;

/** What is left of a word when signs are taken away. */
public final class Letters {
    private Letters() {}

    /** Letters and digits of a folded word alone: "lily-mae" and "o'brien" become "lilymae" and "obrien". */
    public static String of(String folded) {
        int plain = 0;
        while (plain < folded.length() && Character.isLetterOrDigit(folded.charAt(plain))) {
            plain++;
        }
        return plain == folded.length() ? folded : withoutSigns(folded);
    }

    private static String withoutSigns(String folded) {
        StringBuilder letters = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            if (Character.isLetterOrDigit(folded.charAt(i))) {
                letters.append(folded.charAt(i));
            }
        }
        return letters.toString();
    }
}
