@NullMarked
package uk.schoolgate.core.flow;

import org.jspecify.annotations.NullMarked;
