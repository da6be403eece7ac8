/** Activities, read and translated once. */
@NullMarked
package uk.schoolgate.adapter.teams.incoming;

import org.jspecify.annotations.NullMarked;
