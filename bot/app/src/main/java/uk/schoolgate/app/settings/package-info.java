@NullMarked
package uk.schoolgate.app.settings;

import org.jspecify.annotations.NullMarked;
