package uk.schoolgate.adapter.whatsapp.door;

/** Members of a hosted group see one sender, the group's number: the author's name stands in front of their words. */
final class NamePrefix {
    private static final int LONGEST_NAME = 40;

    private NamePrefix() {}

    /** The words as the others see them. */
    static String with(String name, String text) {
        return of(name) + text;
    }

    /** The words as they were written. */
    static String without(String name, String text) {
        return text.startsWith(of(name)) ? text.substring(of(name).length()) : text;
    }

    private static String of(String name) {
        // What WhatsApp would read as formatting, or a line break, would let a name look like somebody else's message.
        String plain = name.replaceAll("[*_~`\\p{Cntrl}\\p{Cf}]", " ").strip();
        // Half an emoji would come back as another character, and the name be taken for the author's words.
        int length = Math.min(LONGEST_NAME, plain.codePointCount(0, plain.length()));
        return "*" + plain.substring(0, plain.offsetByCodePoints(0, length)) + "*\n";
    }
}
