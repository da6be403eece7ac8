/** The executable jar as its users start it, against stand-ins for the outside. */
@NullMarked
package uk.schoolgate.system;

import org.jspecify.annotations.NullMarked;
