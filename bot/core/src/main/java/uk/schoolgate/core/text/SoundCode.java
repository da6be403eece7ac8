package uk.schoolgate.core.text;

/** Writes down how a name sounds. Adapter: Double Metaphone out of Commons Codec. */
@FunctionalInterface
public interface SoundCode {
    /**
     * The same code for names that sound alike in English, such as "Shaun" and "Sean"; empty for what has no sound.
     *
     * @param name as {@link FoldedText} folds it
     */
    String of(String name);
}
