@NullMarked
package uk.schoolgate.app.command;

import org.jspecify.annotations.NullMarked;
