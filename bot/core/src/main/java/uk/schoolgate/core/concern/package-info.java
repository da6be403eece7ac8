@NullMarked
package uk.schoolgate.core.concern;

import org.jspecify.annotations.NullMarked;
