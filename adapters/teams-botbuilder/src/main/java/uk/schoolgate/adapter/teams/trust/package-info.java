/** Who may speak to the bot, and to whom it speaks. */
@NullMarked
package uk.schoolgate.adapter.teams.trust;

import org.jspecify.annotations.NullMarked;
