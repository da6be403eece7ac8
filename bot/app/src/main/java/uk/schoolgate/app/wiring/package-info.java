@NullMarked
package uk.schoolgate.app.wiring;

import org.jspecify.annotations.NullMarked;
