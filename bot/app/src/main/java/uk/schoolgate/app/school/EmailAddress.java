package uk.schoolgate.app.school;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Tells e-mail addresses from other text. */
public final class EmailAddress {
    private EmailAddress() {}

    public static boolean isValid(String text) {
        try {
            new InternetAddress(text, true);
            return text.indexOf('@') > 0;
        } catch (AddressException e) {
            return false;
        }
    }
}
