@NullMarked
package uk.schoolgate.core.school;

import org.jspecify.annotations.NullMarked;
