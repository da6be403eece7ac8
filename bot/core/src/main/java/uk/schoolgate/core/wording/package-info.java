@NullMarked
package uk.schoolgate.core.wording;

import org.jspecify.annotations.NullMarked;
