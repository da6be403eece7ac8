/** What is remembered of people on WhatsApp: consent, windows, choices. */
@NullMarked
package uk.schoolgate.adapter.whatsapp.people;

import org.jspecify.annotations.NullMarked;
