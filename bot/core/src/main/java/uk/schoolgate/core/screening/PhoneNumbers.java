package uk.schoolgate.core.screening;

import java.util.List;
import uk.schoolgate.core.text.Span;

/** Finds telephone numbers in text. Adapter: libphonenumber. */
public interface PhoneNumbers {
    /**
     * The telephone numbers in a text, with numbers without a country code read as British.
     *
     * @return in order; empty for a text without any
     */
    List<Span> find(String text);
}
