/** Where the app meets Teams: the endpoint, and the commands for a school's administrator. */
@NullMarked
package uk.schoolgate.app.teams;

import org.jspecify.annotations.NullMarked;
