/** Setting WhatsApp up, and checking how it is set up. */
@NullMarked
package uk.schoolgate.adapter.whatsapp.setup;

import org.jspecify.annotations.NullMarked;
