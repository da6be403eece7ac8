@NullMarked
package uk.schoolgate.core.text;

import org.jspecify.annotations.NullMarked;
