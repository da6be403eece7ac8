package uk.schoolgate.core.message;

/** A part of what the bot says; each platform draws it in its own way. */
public sealed interface Block {
    /** A paragraph of the bot's own words. */
    record Text(String text) implements Block {}

    /**
     * Words that are somebody else's, word for word.
     *
     * @param text verbatim
     * @param source where it stands, for instance "Social media policy, Parents and carers, page 3"; empty for a person's words
     */
    record Quote(String text, String source) implements Block {}
}
