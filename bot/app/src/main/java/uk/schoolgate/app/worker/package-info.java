@NullMarked
package uk.schoolgate.app.worker;

import org.jspecify.annotations.NullMarked;
