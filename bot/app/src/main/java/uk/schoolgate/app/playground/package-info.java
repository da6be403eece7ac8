@NullMarked
package uk.schoolgate.app.playground;

import org.jspecify.annotations.NullMarked;
