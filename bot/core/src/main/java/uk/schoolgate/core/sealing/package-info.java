@NullMarked
package uk.schoolgate.core.sealing;

import org.jspecify.annotations.NullMarked;
