/** Sends e-mail: over SMTP, or into a Maildir folder. */
@NullMarked
package uk.schoolgate.adapter.mail;

import org.jspecify.annotations.NullMarked;
