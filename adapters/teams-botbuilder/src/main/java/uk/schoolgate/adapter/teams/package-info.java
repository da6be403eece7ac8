/** Microsoft Teams through Bot Builder: activities in, cards out. The library's types stop here. */
@NullMarked
package uk.schoolgate.adapter.teams;

import org.jspecify.annotations.NullMarked;
