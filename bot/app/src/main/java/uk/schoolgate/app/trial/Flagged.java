package uk.schoolgate.app.trial;

import java.time.LocalDateTime;
import uk.schoolgate.core.screening.Screening;

/**
 * A message of a chat that screening had something to say about.
 *
 * @param number its place among the entries of the chat, from 1
 * @param at when it was written
 * @param author as the export shows them
 * @param text what was written
 * @param screening what was seen
 */
record Flagged(int number, LocalDateTime at, String author, String text, Screening screening) {}
