@NullMarked
package uk.schoolgate.core.policy;

import org.jspecify.annotations.NullMarked;
