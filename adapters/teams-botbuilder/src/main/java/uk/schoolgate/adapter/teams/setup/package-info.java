/** What a school's administrator needs: the app package and the doctor. */
@NullMarked
package uk.schoolgate.adapter.teams.setup;

import org.jspecify.annotations.NullMarked;
