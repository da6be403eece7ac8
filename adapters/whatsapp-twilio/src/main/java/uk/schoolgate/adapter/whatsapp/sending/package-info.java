/** What we send through Twilio. */
@NullMarked
package uk.schoolgate.adapter.whatsapp.sending;

import org.jspecify.annotations.NullMarked;
