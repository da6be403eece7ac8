/** Reads chats that somebody exported out of WhatsApp. */
@NullMarked
package uk.schoolgate.adapter.whatsapp.export;

import org.jspecify.annotations.NullMarked;
