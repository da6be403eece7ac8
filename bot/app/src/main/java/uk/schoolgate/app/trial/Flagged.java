package uk.schoolgate.app.trial;

import java.time.LocalDate;
import java.time.LocalDateTime;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Screening;

/**
 * A message of a chat that screening had something to say about.
 *
 * @param number its place among the entries of the chat, from 1
 * @param at when it was written
 * @param week the Monday of that week
 * @param author as the export shows them
 * @param text what was written
 * @param screening what was seen
 */
record Flagged(int number, LocalDateTime at, LocalDate week, String author, String text, Screening screening) {
    /** The category that weighs most, under which it is shown. */
    Category category() {
        return screening.strongest().map(Finding::category).orElseThrow();
    }
}
