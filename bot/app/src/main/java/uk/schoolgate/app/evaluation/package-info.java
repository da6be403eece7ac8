/** Labelled messages: learning from them, and seeing how good screening is on them. */
@NullMarked
package uk.schoolgate.app.evaluation;

import org.jspecify.annotations.NullMarked;
