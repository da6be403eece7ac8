/** What Twilio keeps of what people send: fetched from there, and erased there. */
@NullMarked
package uk.schoolgate.adapter.whatsapp.media;

import org.jspecify.annotations.NullMarked;
