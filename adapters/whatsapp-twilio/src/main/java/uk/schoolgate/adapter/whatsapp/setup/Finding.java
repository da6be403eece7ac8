package uk.schoolgate.adapter.whatsapp.setup;

/**
 * One thing about the account.
 *
 * @param fine whether it is as it should be
 * @param text what it is, and where it is not fine, what to do
 */
public record Finding(boolean fine, String text) {
    static Finding fine(String text) {
        return new Finding(true, text);
    }

    static Finding mend(String text) {
        return new Finding(false, text);
    }

    /** As a line on the screen. */
    public String asLine() {
        return (fine ? "ok    " : "mend  ") + text;
    }
}
