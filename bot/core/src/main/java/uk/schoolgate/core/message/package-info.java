@NullMarked
package uk.schoolgate.core.message;

import org.jspecify.annotations.NullMarked;
