@NullMarked
package uk.schoolgate.adapter.teams;

import org.jspecify.annotations.NullMarked;
