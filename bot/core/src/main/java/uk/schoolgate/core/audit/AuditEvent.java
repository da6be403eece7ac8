package uk.schoolgate.core.audit;

/**
 * Something that happened and must stay known. Holds no name, number or message text, so that it can be kept when
 * evidence is erased.
 *
 * @param actor a staff id, a pseudonym, or "schoolgate" for the bot itself
 * @param action what was done, for instance "concern.raised"
 * @param subject what it was done to: a concern id or a reference
 * @param detail a few words more; may be empty
 */
public record AuditEvent(String actor, String action, String subject, String detail) {
    /** The actor of what the bot does by itself. */
    public static final String BOT = "schoolgate";
}
