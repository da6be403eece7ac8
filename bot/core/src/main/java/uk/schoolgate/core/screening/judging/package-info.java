/** What a model is shown of a message, and what it says about it. */
@NullMarked
package uk.schoolgate.core.screening.judging;

import org.jspecify.annotations.NullMarked;
