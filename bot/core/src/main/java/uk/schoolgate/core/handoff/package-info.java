@NullMarked
package uk.schoolgate.core.handoff;

import org.jspecify.annotations.NullMarked;
