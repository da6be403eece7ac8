package uk.schoolgate.adapter.whatsapp.sending;

/** What one of Twilio's error codes asks for. Codes change: one that is not known here is tried again, then given up. */
public enum ErrorAction {
    /** Free text outside the window: a template may be sent, or the person writes. */
    OUTSIDE_WINDOW,
    /** The person has opted out, has not joined, or cannot be reached: stop, and tell somebody another way. */
    UNREACHABLE,
    /** Too fast; nothing was sent. */
    TOO_FAST,
    /** Meta withholds it, or the account has sent its share of the day: not again within hours. */
    WITHHELD,
    /** The template is missing, rejected, paused or not as we know it: another way, until somebody mends it. */
    TEMPLATE,
    /** Anything else. */
    UNKNOWN;

    /** The action for a code as Twilio writes it; empty or missing codes are unknown. */
    public static ErrorAction of(String code) {
        return switch (code) {
            case "63016" -> OUTSIDE_WINDOW;
            case "63015", "21610", "63003", "63024", "21211", "21614" -> UNREACHABLE;
            case "63017", "63018", "20429", "14107", "21611" -> TOO_FAST;
            case "63032", "63038", "63049" -> WITHHELD;
            case "21655", "21656", "63027", "63028", "63040", "63041", "63042" -> TEMPLATE;
            default -> UNKNOWN;
        };
    }
}
