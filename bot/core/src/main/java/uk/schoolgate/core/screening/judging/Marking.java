package uk.schoolgate.core.screening.judging;

import uk.schoolgate.core.text.Span;

/** A stretch of a message and the mark that it gets. */
public record Marking(Span span, Mark mark) {}
