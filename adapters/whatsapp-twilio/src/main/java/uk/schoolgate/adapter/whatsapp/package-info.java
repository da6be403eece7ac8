/** WhatsApp through Twilio: what the rest of the bot sees of it. */
@NullMarked
package uk.schoolgate.adapter.whatsapp;

import org.jspecify.annotations.NullMarked;
