@NullMarked
package uk.schoolgate.app;

import org.jspecify.annotations.NullMarked;
