@NullMarked
package uk.schoolgate.core.roll;

import org.jspecify.annotations.NullMarked;
