/** What the bot says to a question: small talk, the office's own answers, clauses with a line that says what follows. */
@NullMarked
package uk.schoolgate.core.answering;

import org.jspecify.annotations.NullMarked;
