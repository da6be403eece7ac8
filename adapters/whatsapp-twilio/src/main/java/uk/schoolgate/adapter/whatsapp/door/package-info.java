/** What Twilio sends us: checked, then translated. */
@NullMarked
package uk.schoolgate.adapter.whatsapp.door;

import org.jspecify.annotations.NullMarked;
