package uk.schoolgate.app.school;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.screening.PhoneNumbers;
import uk.schoolgate.core.text.Span;

/** Telephone numbers by libphonenumber; numbers without a country code are British. */
public final class PhoneNumberParser implements PhoneNumbers {
    private static final String HOME = "GB";
    private static final int LONGEST_TEXT = 60_000;

    private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();

    /** A number as people write it, as E.164; empty for what cannot be a number. */
    public Optional<PersonId> parse(String written) {
        try {
            PhoneNumber number = util.parse(written, HOME);
            return util.isPossibleNumber(number)
                    ? Optional.of(new PersonId(util.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<Span> find(String text) {
        if (text.chars().filter(Character::isDigit).limit(7).count() < 7) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        String read = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        for (PhoneNumberMatch match : util.findNumbers(read, HOME, Leniency.POSSIBLE, Long.MAX_VALUE)) {
            if (isPhone(match.number())) {
                spans.add(Span.of(text, match.start(), match.end()));
            }
        }
        return spans;
    }

    /** Possible numbers include many an amount and date; a phone number of ours has at least ten digits and a fitting start. */
    private boolean isPhone(PhoneNumber number) {
        String national = util.getNationalSignificantNumber(number);
        return util.isValidNumber(number) || (number.getCountryCode() == 44 && national.matches("[1-37][0-9]{9}"));
    }
}
