package uk.schoolgate.core.screening;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.text.Sentence;
import uk.schoolgate.core.text.Span;

/** Finds telephone numbers, e-mail addresses and postal addresses of people. */
final class ContactFinder {
    // Bounded repetition only, so that no text can make these expensive.
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,4}");
    private static final Pattern HOUSE_AND_STREET = Pattern.compile(
            "\\b[0-9]{1,4}[a-d]?,? (?!(?:min|mins|minute|minutes|hour|hours|mile|miles|day|days|week|weeks)\\b)"
                    + "(?:[a-z'’]{2,20} ){1,2}"
                    + "(?:road|rd|street|avenue|ave|lane|close|drive|way|court|crescent|gardens|terrace|place|grove"
                    + "|walk|mews|row|yard|rise|hill|view|square)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern POSTCODE =
            Pattern.compile("\\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2}\\b", Pattern.CASE_INSENSITIVE);

    private static final Set<String> OFFICES = Set.of(
            "info",
            "office",
            "hello",
            "contact",
            "enquiries",
            "admin",
            "bookings",
            "sales",
            "support",
            "help",
            "reception");

    private final ContactCues cues = new ContactCues();
    private final PhoneNumbers phoneNumbers;
    private final Set<String> ownPhones = new HashSet<>();
    private final Set<String> ownDomains = new HashSet<>();

    ContactFinder(PhoneNumbers phoneNumbers, School school, Roll roll) {
        this.phoneNumbers = phoneNumbers;
        school.office().phone().map(ContactFinder::digits).ifPresent(ownPhones::add);
        addDomain(school.complaintsInbox());
        school.office().email().ifPresent(this::addDomain);
        roll.staff().forEach(member -> member.email().ifPresent(this::addDomain));
    }

    private void addDomain(String email) {
        ownDomains.add(email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT));
    }

    /** Contact details in a text that are neither the school's nor the author's own, nor a shop's or club's. */
    List<Span> find(String text, List<Sentence> sentences) {
        List<Span> spans = new ArrayList<>();
        for (Span phone : phoneNumbers.find(text)) {
            String number = digits(phone.text());
            if (!ownPhones.contains(number) && cues.arePrivate(phone, sentences, number.startsWith("07"))) {
                spans.add(phone);
            }
        }
        for (Span email : all(EMAIL, text)) {
            if (!isOffices(email.text()) && cues.arePrivate(email, sentences, true)) {
                spans.add(email);
            }
        }
        for (Pattern address : List.of(HOUSE_AND_STREET, POSTCODE)) {
            all(address, text).stream()
                    .filter(span -> cues.arePrivate(span, sentences, true))
                    .forEach(spans::add);
        }
        return spans;
    }

    private boolean isOffices(String email) {
        int at = email.indexOf('@');
        return ownDomains.contains(email.substring(at + 1).toLowerCase(Locale.ROOT))
                || OFFICES.contains(email.substring(0, at).toLowerCase(Locale.ROOT));
    }

    private static List<Span> all(Pattern pattern, String text) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            spans.add(Span.of(text, matcher.start(), matcher.end()));
        }
        return spans;
    }

    /** Digits in national form, so that +44 1632 960101 and 01632 960101 are the same. */
    static String digits(String phone) {
        String digits = phone.replaceAll("[^0-9]", "");
        return digits.startsWith("44") ? "0" + digits.substring(2) : digits;
    }
}
