/** How long screening takes. */
@NullMarked
package uk.schoolgate.benchmarks;

import org.jspecify.annotations.NullMarked;
