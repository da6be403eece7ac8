@NullMarked
package uk.schoolgate.core.audit;

import org.jspecify.annotations.NullMarked;
