/** The ports' contracts as test interfaces, in-memory adapters, and a clock that tests set. */
@NullMarked
package uk.schoolgate.testkit;

import org.jspecify.annotations.NullMarked;
