/** Finds the children who are named in a message, however their names are written. */
@NullMarked
package uk.schoolgate.core.screening.naming;

import org.jspecify.annotations.NullMarked;
