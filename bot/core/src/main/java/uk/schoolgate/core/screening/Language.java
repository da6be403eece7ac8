package uk.schoolgate.core.screening;

import uk.schoolgate.core.text.SoundCode;
import uk.schoolgate.core.text.WordList;

/**
 * What is known of English.
 *
 * @param words its ordinary words
 * @param sounds how names sound
 */
public record Language(WordList words, SoundCode sounds) {}
