/** Plays Twilio on this computer, so that everything can be tried without an account. */
@NullMarked
package uk.schoolgate.adapter.whatsapp.simulator;

import org.jspecify.annotations.NullMarked;
