@NullMarked
package uk.schoolgate.app.school;

import org.jspecify.annotations.NullMarked;
