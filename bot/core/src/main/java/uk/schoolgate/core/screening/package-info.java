@NullMarked
package uk.schoolgate.core.screening;

import org.jspecify.annotations.NullMarked;
