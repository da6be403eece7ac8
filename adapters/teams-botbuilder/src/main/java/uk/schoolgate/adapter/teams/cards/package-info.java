/** How what the bot says looks in Teams. */
@NullMarked
package uk.schoolgate.adapter.teams.cards;

import org.jspecify.annotations.NullMarked;
