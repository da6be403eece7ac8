@NullMarked
package uk.schoolgate.app.trial;

import org.jspecify.annotations.NullMarked;
