/** The entry point, compiled for an older Java than the rest. */
@NullMarked
package uk.schoolgate.launcher;

import org.jspecify.annotations.NullMarked;
