/** Finds the members of staff and governors whom a message means, by name or by what they do. */
@NullMarked
package uk.schoolgate.core.screening.staff;

import org.jspecify.annotations.NullMarked;
