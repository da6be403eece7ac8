/** Calls to the Bot Connector. */
@NullMarked
package uk.schoolgate.adapter.teams.connector;

import org.jspecify.annotations.NullMarked;
